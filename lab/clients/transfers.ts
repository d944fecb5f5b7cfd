import type { OdooClient } from './odoo';

/** Validates a transfer in Odoo with everything that was ordered, as the warehouse does when the goods leave. */
export async function validateTransfer(admin: OdooClient, id: number): Promise<void> {
	const moves = await admin.searchRead('stock.move', {
		domain: [
			['picking_id', '=', id],
			['state', 'not in', ['done', 'cancel']],
		],
		fields: ['product_uom_qty'],
	});
	if (moves.length === 0) return;
	for (const { id: move, product_uom_qty: quantity } of moves) {
		await admin.write('stock.move', [move], { quantity, picked: true });
	}
	await admin.call('stock.picking', 'button_validate', {
		ids: [id],
		context: { skip_backorder: true, skip_sms: true },
	});
}
