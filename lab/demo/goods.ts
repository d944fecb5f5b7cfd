import type { OdooClient } from '../clients';

/** A product that is kept in stock, and invoiced by what was delivered. */
export async function makeProduct(admin: OdooClient, sku: string, name: string): Promise<number> {
	return await admin.create('product.product', {
		name,
		default_code: sku,
		is_storable: true,
		invoice_policy: 'delivery',
		list_price: 10,
		taxes_id: [[6, 0, []]],
	});
}

/** What is on hand in the warehouse, as a person sets it. */
export async function setStock(
	admin: OdooClient,
	product: number,
	quantity: number,
): Promise<void> {
	const quant = await admin.create('stock.quant', {
		product_id: product,
		location_id: await admin.ref('stock.stock_location_stock'),
		inventory_quantity: quantity,
	});
	await admin.call('stock.quant', 'action_apply_inventory', { ids: [quant] });
}

export async function onHand(admin: OdooClient, product: number): Promise<number> {
	const quants = await admin.searchRead('stock.quant', {
		domain: [
			['product_id', '=', product],
			['location_id', '=', await admin.ref('stock.stock_location_stock')],
		],
		fields: ['quantity'],
	});
	return quants.reduce((sum, { quantity }) => sum + Number(quantity), 0);
}

export interface SaleOrder {
	id: number;
	name: string;
	delivery: number;
}

/** A confirmed order, with its delivery that has not left yet. */
export async function sell(
	admin: OdooClient,
	product: number,
	quantity: number,
	partner: number,
): Promise<SaleOrder> {
	const id = await admin.create('sale.order', {
		partner_id: partner,
		order_line: [[0, 0, { product_id: product, product_uom_qty: quantity }]],
	});
	await admin.call('sale.order', 'action_confirm', { ids: [id] });
	const order = await admin.one('sale.order', [['id', '=', id]], ['name', 'picking_ids']);
	const [delivery] = order.picking_ids as number[];
	return { id, name: String(order.name), delivery };
}
