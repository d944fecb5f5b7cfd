import type { OdooClient } from '../../../lab/clients';
import { newNumber, type Shipment } from './shipments';

export interface Order {
	id: number;
	name: string;
	/** Its only product. */
	product: number;
}

interface Wanted {
	partner?: number;
	product?: Record<string, unknown>;
}

/** A quotation of one product for 10, which Odoo invoices by what was delivered. */
export async function quotation(
	admin: OdooClient,
	quantity: number,
	{ partner, product = {} }: Wanted = {},
): Promise<Order> {
	const name = newNumber();
	const item = await admin.create('product.product', {
		name,
		default_code: name,
		type: 'consu',
		invoice_policy: 'delivery',
		list_price: 10,
		taxes_id: [[6, 0, []]],
		...product,
	});
	const id = await admin.create('sale.order', {
		partner_id: partner ?? (await admin.create('res.partner', { name })),
		order_line: [[0, 0, { product_id: item, product_uom_qty: quantity }]],
	});
	const order = await admin.one('sale.order', [['id', '=', id]], ['name']);
	return { id, name: order.name as string, product: item };
}

export async function confirm(admin: OdooClient, { id }: Order): Promise<void> {
	await admin.call('sale.order', 'action_confirm', { ids: [id] });
}

/** A quotation that became an order. */
export async function confirmedOrder(
	admin: OdooClient,
	quantity: number,
	wanted: Wanted = {},
): Promise<Order> {
	const order = await quotation(admin, quantity, wanted);
	await confirm(admin, order);
	return order;
}

/** The delivery of an order that has not left yet. */
export async function openDelivery(admin: OdooClient, { id }: Order): Promise<number> {
	const delivery = await admin.one('stock.picking', [
		['sale_id', '=', id],
		['state', 'not in', ['done', 'cancel']],
	]);
	return delivery.id;
}

/** So much of an order leaves the warehouse; the rest stays in a delivery of its own, or is given up. */
export async function ship(
	admin: OdooClient,
	order: Order,
	quantity: number,
	{ isLast = false, number = newNumber() }: { isLast?: boolean; number?: string } = {},
): Promise<Shipment> {
	const id = await openDelivery(admin, order);
	const moves = await admin.searchRead('stock.move', { domain: [['picking_id', '=', id]] });
	await admin.write(
		'stock.move',
		moves.map((move) => move.id),
		{ quantity, picked: true },
	);
	await admin.call('stock.picking', 'button_validate', {
		ids: [id],
		context: {
			skip_backorder: true,
			skip_sms: true,
			picking_ids_not_to_backorder: isLast ? [id] : [],
		},
	});
	await admin.write('stock.picking', [id], { carrier_tracking_ref: number });
	return { id, number };
}
