import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from '../../lab/fakes/faultServer';
import { FaultServer } from '../../lab/fakes/faultServer';
import { newNumber, shipped, type Shipment } from './harness/shipments';
import { openTemplateLab, type Template, type TemplateLab } from './harness/template';

const CLOCK = 'Every night';
const FIXTURES = join(__dirname, '../fixtures/carriers');
/** The orders of the demo data are older. */
const NOW = new Date().toISOString().slice(0, 19).replace('T', ' ');

let lab: TemplateLab;
let others: FaultServer;
let template: Template;
let delivery: Shipment;
let location: number;

/** What the warehouse and the tracking platform answer. */
let stock: Reply = { status: 200, json: [] };
let shipments: Reply = { status: 200, json: [] };

beforeAll(async () => {
	lab = await openTemplateLab(['sales_team.group_sale_salesman_all_leads']);
	others = await FaultServer.start();
	others.reply(({ path }) => (path.startsWith('/stock') ? stock : shipments));
	const key = async (name: string) =>
		await lab.n8n.createCredential(`${name} ${lab.odoo.db}`, 'httpHeaderAuth', {
			name: 'X-API-Key',
			value: 'lab-only',
		});
	location = await lab.admin.create('stock.location', {
		name: newNumber(),
		usage: 'internal',
		location_id: await lab.admin.ref('stock.stock_location_stock'),
	});
	const { complete_name: place } = await lab.admin.one(
		'stock.location',
		[['id', '=', location]],
		['complete_name'],
	);
	template = await (
		await lab.open('09-reconcile-nightly', {
			configuration: {
				stockUrl: `${others.url}/stock`,
				trackingUrl: `${others.url}/shipments`,
				stockLocation: place,
				ordersSince: NOW,
			},
			credentials: {
				'Warehouse API key': await key('Warehouse API key'),
				'Tracking API key': await key('Tracking API key'),
			},
		})
	).activate();
	delivery = await shipped(lab.admin);
}, 1_200_000);
afterAll(async () => {
	await others.stop();
	await lab.end();
});

async function stocked(sku: string, quantity: number): Promise<void> {
	const product = await lab.admin.create('product.product', {
		name: sku,
		default_code: sku,
		is_storable: true,
	});
	await count(product, quantity);
}

async function count(product: number, quantity: number): Promise<void> {
	const quant = await lab.admin.create(
		'stock.quant',
		{ product_id: product, location_id: location, inventory_quantity: quantity },
		{ inventory_mode: true },
	);
	await lab.admin.call('stock.quant', 'action_apply_inventory', { ids: [quant] });
}

/** An order whose service was delivered by hand: nothing of it is invoiced yet. */
async function delivered(quantity: number): Promise<number> {
	const [partner] = await lab.admin.searchRead('res.partner', { limit: 1 });
	const product = await lab.admin.create('product.product', {
		name: newNumber(),
		type: 'service',
		invoice_policy: 'delivery',
	});
	const order = await lab.admin.create('sale.order', {
		partner_id: partner.id,
		order_line: [[0, 0, { product_id: product, product_uom_qty: quantity }]],
	});
	await lab.admin.call('sale.order', 'action_confirm', { ids: [order] });
	const line = await lab.admin.one('sale.order.line', [['order_id', '=', order]]);
	await lab.admin.write('sale.order.line', [line.id], { qty_delivered: quantity });
	return order;
}

async function invoice(order: number): Promise<void> {
	const wizard = await lab.admin.create(
		'sale.advance.payment.inv',
		{ advance_payment_method: 'delivered', sale_order_ids: [[6, 0, [order]]] },
		{ active_ids: [order], active_model: 'sale.order' },
	);
	await lab.admin.call('sale.advance.payment.inv', 'create_invoices', { ids: [wizard] });
}

/** What a platform says about the delivery: a list of published alerts. */
function tracker(number: string): Reply {
	const { payload } = JSON.parse(
		readFileSync(join(FIXTURES, 'upsTrackAlert.delivered.json'), 'utf8'),
	) as { payload: object };
	return { status: 200, json: [{ ...payload, trackingNumber: number }] };
}

const open = async (cause: string) =>
	await lab.admin.searchRead('x_logistics_exception', {
		domain: [
			['x_cause', '=like', `${cause}%`],
			['x_state', '=', 'open'],
		],
		fields: ['x_message', 'x_occurrences'],
		order: 'id',
	});

const night = async () => {
	const before = lab.mail.mails.length;
	const { status } = await template.fire(CLOCK);
	expect(status).toBe('success');
	return lab.mail.mails.slice(before).map(({ source }) => source.replace(/=\n/g, ''));
};

describe('Reconcile nightly', () => {
	it('opens an exception for each difference, counts it the next night, and closes it when it has healed', async () => {
		const sku = newNumber();
		const row = (name: string, quantity: number) => ({
			sku: `${sku}-${name}`,
			location: '',
			quantity,
		});
		const { complete_name: place } = await lab.admin.one(
			'stock.location',
			[['id', '=', location]],
			['complete_name'],
		);
		await stocked(`${sku}-same`, 10);
		await stocked(`${sku}-wrong`, 5);
		const counted = [row('same', 10), row('wrong', 9)].map((one) => ({ ...one, location: place }));
		stock = { status: 200, json: counted };
		shipments = tracker(delivery.number);
		const order = await delivered(3);

		const [mail] = await night();
		expect(mail).toContain('Stock: 1 different, 0 on one side only, 1 the same');
		expect(mail).toContain('Shipments: 1 different');
		expect(mail).toContain('Invoices against deliveries: 1 different');
		expect(await open('rec_stock')).toMatchObject([
			{ x_message: expect.stringContaining(`${sku}-wrong`), x_occurrences: 1 },
		]);
		expect(await open('rec_shipments')).toMatchObject([
			{ x_message: expect.stringContaining(delivery.number) },
		]);
		expect(await open('rec_invoices')).toHaveLength(1);

		await night();
		expect(await open('rec_stock')).toMatchObject([{ x_occurrences: 2 }]);

		const wrong = await lab.admin.one('product.product', [['default_code', '=', `${sku}-wrong`]]);
		await count(wrong.id, 9);
		await lab.admin.write('stock.picking', [delivery.id], { x_shipment_status: 'delivered' });
		await invoice(order);
		const [healed] = await night();
		expect(healed).toContain('Stock: 0 different, 0 on one side only, 2 the same, 1 healed');
		for (const cause of ['rec_stock', 'rec_shipments', 'rec_invoices']) {
			expect(await open(cause)).toEqual([]);
		}
		// Nothing to tell, no mail.
		expect(await night()).toEqual([]);
	});

	it('takes a source that fails, or has nothing to say, for no list of missing goods', async () => {
		stock = { status: 503, json: { error: 'down' } };
		shipments = { status: 200, json: [] };
		await night();
		expect(await open('rec_stock')).toEqual([]);
		expect(await open('reconciliation_without_stock')).toHaveLength(1);
		expect(await open('reconciliation_without_shipments')).toHaveLength(1);
		stock = { status: 200, json: [] };
		await night();
		expect(await open('rec_stock')).toEqual([]);
		expect(await open('reconciliation_without_stock')).toMatchObject([{ x_occurrences: 2 }]);
	});
});
