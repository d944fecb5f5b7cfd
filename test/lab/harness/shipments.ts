import { randomBytes } from 'node:crypto';
import type { Milestone } from '../../../core/event';
import type { OdooClient } from '../../../lab/clients';
import { event } from '../../unit/event/event.helper';

export interface Shipment {
	id: number;
	/** Its tracking number, and reference of the delivery in Odoo. */
	number: string;
}

export const newNumber = (): string => `LAB${randomBytes(5).toString('hex').toUpperCase()}`;

/** A delivery of Odoo whose goods have left the warehouse, under a tracking number of its own. */
export async function shipped(
	admin: OdooClient,
	number = newNumber(),
	values: Record<string, unknown> = {},
): Promise<Shipment> {
	const [type] = await admin.searchRead('stock.picking.type', {
		domain: [['code', '=', 'outgoing']],
		fields: ['default_location_src_id'],
		limit: 1,
	});
	const from = (type.default_location_src_id as [number, string])[0];
	const to = await admin.ref('stock.stock_location_customers');
	const product = await admin.create('product.product', { name: number, type: 'consu' });
	const id = await admin.create('stock.picking', {
		picking_type_id: type.id,
		location_id: from,
		location_dest_id: to,
		carrier_tracking_ref: number,
		...values,
		move_ids: [
			[0, 0, { product_id: product, product_uom_qty: 1, location_id: from, location_dest_id: to }],
		],
	});
	await admin.call('stock.picking', 'action_confirm', { ids: [id] });
	const moves = await admin.searchRead('stock.move', { domain: [['picking_id', '=', id]] });
	await admin.write(
		'stock.move',
		moves.map((move) => move.id),
		{ quantity: 1, picked: true },
	);
	await admin.call('stock.picking', 'button_validate', {
		ids: [id],
		context: { skip_backorder: true, skip_sms: true },
	});
	// Validating may have asked the delivery method for a number.
	await admin.write('stock.picking', [id], { carrier_tracking_ref: number });
	return { id, number };
}

export const at = (hour: number): string => `2026-11-01T${String(hour).padStart(2, '0')}:00:00Z`;

/** A canonical event of a shipment at an hour of the same day. */
export const scan = (number: string, milestone: Milestone, hour: number) =>
	event({ id: `${number}-${milestone}-${hour}`, number, milestone, at: at(hour) });

export async function statusOf(admin: OdooClient, { id }: Shipment): Promise<unknown> {
	const row = await admin.one('stock.picking', [['id', '=', id]], ['x_shipment_status']);
	return row.x_shipment_status;
}

/** How many notes of scans the delivery has: each event leaves one. */
export async function notesOf(admin: OdooClient, { id }: Shipment): Promise<number> {
	return await admin.call<number>('mail.message', 'search_count', {
		domain: [
			['model', '=', 'stock.picking'],
			['res_id', '=', id],
			['message_type', '=', 'comment'],
			['subtype_id', '=', await admin.ref('mail.mt_note')],
		],
	});
}
