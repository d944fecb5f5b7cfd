import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OdooClient } from '../../lab/clients';
import { until } from '../../lab/until';
import { ApprovalFlow } from './harness/approvalFlow';
import { Approvals } from './harness/approvals';
import { exceptionsSaying, outcomesOf, requestsAbout } from './harness/queues';
import { jsonOf, runOdooSync } from './harness/runOdooSync';
import { asUser } from './harness/setup';
import { newNumber } from './harness/shipments';
import {
	CARRIER_HEADERS,
	openTemplateLab,
	type Template,
	type TemplateLab,
} from './harness/template';

const FILE = '06-react-to-inbound-delays';
const SUPPLIER = 'Supplier webhook';
const CARRIER = 'Carrier webhook';
const SUPPLIER_HEADERS = { 'X-Supplier-Secret': 'lab-only' };
const FIXTURES = join(__dirname, '../fixtures/carriers');
const DAY_MS = 86_400_000;

let lab: TemplateLab;
let template: Template;
let approvals: Approvals;
let anna: OdooClient;
let buyer: number;
let vendor: number;

let open: (configuration?: object) => Promise<Template>;

beforeAll(async () => {
	lab = await openTemplateLab(['purchase.group_purchase_user', 'mrp.group_mrp_user']);
	const [setup] = await lab.admin.searchRead('x_logistics_setup', { fields: ['x_actions'] });
	approvals = new Approvals(setup.x_actions as Record<string, number>);
	anna = await asUser(lab, 'anna', ['purchase.group_purchase_manager']);
	await asUser(lab, 'bert', ['purchase.group_purchase_user']);
	buyer = (await lab.admin.one('res.users', [['login', '=', 'bert']])).id;
	await asUser(lab, 'mia', ['mrp.group_mrp_manager']);
	vendor = await lab.admin.create('res.partner', { name: 'Lab Supplier', supplier_rank: 1 });
	const [[name, value]] = Object.entries(SUPPLIER_HEADERS);
	const secret = await lab.n8n.createCredential(`Supplier ${lab.odoo.db}`, 'httpHeaderAuth', {
		name,
		value,
	});
	open = async (configuration = {}) =>
		await (
			await lab.open(FILE, {
				configuration: { pauseMinutes: 0.02, ...configuration },
				credentials: { 'Supplier webhook secret': secret },
			})
		).activate();
	template = await open();
}, 1_200_000);
afterAll(async () => await lab.end());

/** A Monday that is far off, and far from the holidays in the policy: what is planned for. */
const MONDAY = ((now) => new Date(now + (84 + ((8 - new Date(now).getUTCDay()) % 7)) * DAY_MS))(
	Date.now(),
)
	.toISOString()
	.slice(0, 10);

/** A day by its distance from the planned one, as Odoo has times. */
const plus = (days: number): string =>
	`${new Date(Date.parse(MONDAY) + days * DAY_MS).toISOString().slice(0, 10)} 10:00:00`;
const iso = (days: number): string => `${plus(days).replace(' ', 'T')}Z`;

interface Order {
	id: number;
	name: string;
	products: number[];
	skus: string[];
	receipt: number;
}

/** A purchase order with its receipt, planned for Monday. */
async function ordered(lines = 1): Promise<Order> {
	const { admin } = lab;
	const skus = Array.from({ length: lines }, newNumber);
	const products: number[] = [];
	for (const sku of skus) {
		const values = { name: sku, default_code: sku, is_storable: true };
		products.push(await admin.create('product.product', values));
	}
	const id = await admin.create('purchase.order', {
		partner_id: vendor,
		user_id: buyer,
		order_line: products.map((product) => [
			0,
			0,
			{ product_id: product, product_qty: 5, price_unit: 3, date_planned: plus(0) },
		]),
	});
	await admin.call('purchase.order', 'button_confirm', { ids: [id] });
	const order = await admin.one('purchase.order', [['id', '=', id]], ['name', 'picking_ids']);
	const [receipt] = order.picking_ids as number[];
	await admin.write('stock.picking', [receipt], { scheduled_date: plus(0) });
	return { id, name: order.name as string, products, skus, receipt };
}

async function dates({ id, receipt }: Order) {
	const lines = await lab.admin.searchRead('purchase.order.line', {
		domain: [['order_id', '=', id]],
		fields: ['date_planned'],
		order: 'id',
	});
	const picking = await lab.admin.one(
		'stock.picking',
		[['id', '=', receipt]],
		['scheduled_date', 'x_shipment_eta'],
	);
	return [...lines.map(({ date_planned: planned }) => planned), picking.scheduled_date];
}

const notes = async (model: string, id: number) =>
	await lab.admin.call<number>('mail.message', 'search_count', {
		domain: [
			['model', '=', model],
			['res_id', '=', id],
			['body', 'like', 'expected'],
		],
	});

/** What the buyer is asked to look at. */
const activities = async (model: string, id: number) =>
	(
		await lab.admin.searchRead('mail.activity', {
			domain: [
				['res_model', '=', model],
				['res_id', '=', id],
				['user_id', '=', buyer],
			],
			fields: ['summary'],
		})
	).map(({ summary }) => summary);

const outcomes = async (subject: string) =>
	await outcomesOf(lab.admin, [
		['x_subject', '=', subject],
		['x_type', '=', 'logistics.receipt.eta.v1'],
	]);

const requests = async ({ id }: Order) => await requestsAbout(lab.admin, 'purchase.order', id);

const exceptions = async (text: string) => await exceptionsSaying(lab.admin, text);

interface Word {
	id?: string;
	/** Minutes since the supplier said it. */
	ago?: number;
	/** What to wait for. */
	status?: string;
	to?: Template;
	lines?: object[];
}

const word = (order: string, eta: string, { id = newNumber(), ago = 0, lines }: Word) => ({
	headers: SUPPLIER_HEADERS,
	body: {
		id,
		order,
		eta,
		toldAt: new Date(Date.now() - ago * 60_000).toISOString(),
		reason: 'A machine broke down',
		...(lines && { lines }),
	},
});

/** The supplier tells a date; answers the execution once it has ended, or waits for a decision. */
const tell = async ({ name }: { name: string }, eta: string, more: Word = {}) =>
	await (more.to ?? template).start(SUPPLIER, word(name, eta, more), more.status);

/** Something to be made of what was ordered, on a day by its distance from Monday. */
async function manufacturing({ products: [component] }: Order, day: number): Promise<number> {
	const { admin } = lab;
	const product = await admin.create('product.product', { name: newNumber(), is_storable: true });
	const made = await admin.one('product.product', [['id', '=', product]], ['product_tmpl_id']);
	await admin.create('mrp.bom', {
		product_tmpl_id: (made.product_tmpl_id as [number, string])[0],
		bom_line_ids: [[0, 0, { product_id: component, product_qty: 1 }]],
	});
	const id = await admin.create('mrp.production', { product_id: product, product_qty: 1 });
	await admin.write('mrp.production', [id], { date_start: plus(day) });
	await admin.call('mrp.production', 'action_confirm', { ids: [id] });
	return id;
}

describe('React to inbound delays', () => {
	it('writes a small delay by itself, once', async () => {
		const order = await ordered();
		const id = newNumber();
		await tell(order, iso(1), { id, ago: 5 });
		expect(await dates(order)).toEqual([plus(1), plus(1)]);
		expect(await activities('purchase.order', order.id)).toEqual([]);
		expect(await notes('purchase.order', order.id)).toBe(1);
		await tell(order, iso(1), { id, ago: 5 });
		// Told anew without a change: it is in the ledger, and not on the order.
		await tell(order, iso(1), { ago: 4 });
		expect(await notes('purchase.order', order.id)).toBe(1);
		expect(await outcomes(order.name)).toEqual(['applied', 'applied']);
		// What was told before that comes too late.
		await tell(order, iso(0), { ago: 30 });
		expect(await dates(order)).toEqual([plus(1), plus(1)]);
		expect(await outcomes(order.name)).toEqual(['applied', 'applied', 'stale']);
	});

	it('moves the lines that the supplier speaks of', async () => {
		const order = await ordered(2);
		const [, sku] = order.skus;
		await tell(order, iso(1), { lines: [{ sku, eta: iso(2) }] });
		expect(await dates(order)).toEqual([plus(0), plus(2), plus(0)]);
	});

	it('tells the buyer of a larger delay, and manufacturing where it waits', async () => {
		const order = await ordered();
		const waiting = await manufacturing(order, 3);
		await manufacturing(order, 20);
		const id = newNumber();
		await tell(order, iso(7), { id });
		expect(await dates(order)).toEqual([plus(7), plus(7)]);
		expect(await activities('purchase.order', order.id)).toHaveLength(1);
		expect(await exceptions(order.name)).toMatchObject([
			{
				x_model: 'mrp.production',
				x_res_id: waiting,
				x_cause: expect.stringMatching(/^components_late/),
			},
		]);
		await tell(order, iso(7), { id });
		expect(await exceptions(order.name)).toHaveLength(1);
		expect(await activities('purchase.order', order.id)).toHaveLength(1);
	});

	it('tells the buyer when small delays add up', async () => {
		const order = await ordered();
		await tell(order, iso(2), { ago: 30 });
		await tell(order, iso(4), { ago: 20 });
		expect(await activities('purchase.order', order.id)).toEqual([]);
		await tell(order, iso(8), { ago: 10 });
		expect(await dates(order)).toEqual([plus(8), plus(8)]);
		expect(await activities('purchase.order', order.id)).toHaveLength(1);
	});

	it('waits for a yes to a long delay, and asks nobody a second time', async () => {
		const order = await ordered();
		const id = newNumber();
		const execution = await tell(order, iso(30), { id, status: 'waiting' });
		expect(await dates(order)).toEqual([plus(0), plus(0)]);
		const [request] = await requests(order);
		await approvals.approve(anna, request.id, 'No other supplier');
		expect(await template.ended(execution)).toBe('success');
		expect(await dates(order)).toEqual([plus(30), plus(30)]);
		expect(await activities('purchase.order', order.id)).toHaveLength(1);
		await tell(order, iso(30), { id });
		expect(await requests(order)).toHaveLength(1);
	});

	it('changes nothing by a yes that has been overtaken', async () => {
		const order = await ordered();
		const execution = await tell(order, iso(30), { ago: 30, status: 'waiting' });
		await tell(order, iso(1));
		expect(await dates(order)).toEqual([plus(1), plus(1)]);
		const [request] = await requests(order);
		await approvals.approve(anna, request.id);
		expect(await template.ended(execution)).toBe('success');
		expect(await dates(order)).toEqual([plus(1), plus(1)]);
	});

	it('opens an exception for a no, and for no answer in time', async () => {
		const [order, late] = [await ordered(), await ordered()];
		const execution = await tell(order, iso(30), { status: 'waiting' });
		const [request] = await requests(order);
		await approvals.reject(anna, request.id, 'They promised');
		expect(await template.ended(execution)).toBe('success');
		const hurried = await open({ decideWithinDays: 0.00001 });
		const other = await tell(late, iso(30), { status: 'waiting', to: hurried });
		await ApprovalFlow.run(lab.n8n, lab.json2, { operation: 'expire', chooseBy: 'due' });
		expect(await hurried.ended(other)).toBe('success');
		for (const [one, text] of [
			[order, 'Refused (They promised)'],
			[late, 'Nobody decided in time'],
		] as const) {
			expect(await dates(one)).toEqual([plus(0), plus(0)]);
			const [found] = await exceptionsOn(one);
			expect(found.x_message).toContain(text);
		}
	});

	it('believes no date in years, and names orders that nobody knows', async () => {
		const order = await ordered();
		await tell(order, iso(700));
		expect(await dates(order)).toEqual([plus(0), plus(0)]);
		expect(await exceptionsOn(order)).toMatchObject([{ x_cause: 'delay_not_believable' }]);
		const nobody = newNumber();
		await tell({ name: nobody }, iso(1));
		expect(await exceptions(nobody)).toMatchObject([
			{ x_cause: expect.stringContaining('document_not_found') },
		]);
	});

	it('leaves an order on hold alone, and takes the message after the release', async () => {
		const order = await ordered();
		const operate = async (operation: string, parameters: object) =>
			jsonOf(
				(
					await runOdooSync(lab.n8n, lab.json2, {
						resource: 'exception',
						operation,
						...parameters,
					})
				).ok,
			);
		const [hold] = await operate('open', {
			about: 'record',
			model: { __rl: true, mode: 'id', value: 'purchase.order' },
			record: { __rl: true, mode: 'id', value: String(order.id) },
			cause: 'dispute',
			message: 'The price is disputed',
			hold: true,
		});
		const id = newNumber();
		await tell(order, iso(1), { id });
		expect(await dates(order)).toEqual([plus(0), plus(0)]);
		expect(await exceptions(`${order.name} is expected`)).toMatchObject([
			{ x_cause: expect.stringContaining('on_hold') },
		]);
		await operate('release', { exceptionIds: String(hold.exceptionId) });
		await tell(order, iso(1), { id });
		expect(await dates(order)).toEqual([plus(1), plus(1)]);
	});

	it('reads the dates of an ocean carrier, and its milestones', async () => {
		const order = await ordered();
		const container = `LABU${randomInt(1_000_000, 9_999_999)}`;
		await lab.admin.write('stock.picking', [order.receipt], { carrier_tracking_ref: container });
		const carrier = async (classifier: string, eventDateTime: string, created: string) =>
			await template.start(CARRIER, {
				headers: CARRIER_HEADERS,
				body: { events: [dropped(container, classifier, eventDateTime, created)] },
			});
		await carrier('EST', iso(7), '2026-01-02T08:00:00Z');
		await carrier('EST', iso(3), '2026-01-01T08:00:00Z');
		const [, scheduled] = await dates(order);
		expect(scheduled).toBe(plus(7));
		expect(await outcomes(container)).toEqual(['applied', 'stale']);
		expect(await activities('stock.picking', order.receipt)).toHaveLength(1);
		await carrier('ACT', '2026-01-05T08:00:00Z', '2026-01-05T09:00:00Z');
		const receipt = await lab.admin.one(
			'stock.picking',
			[['id', '=', order.receipt]],
			['x_shipment_status'],
		);
		expect(receipt.x_shipment_status).toBe('delivered');
		await template.start(CARRIER, { headers: CARRIER_HEADERS, body: { hello: 'world' } });
		expect(await exceptions('hello')).toHaveLength(1);
	});

	it('loses nothing when Odoo goes away in the middle', async () => {
		const order = await ordered();
		const before = await template.last();
		let [isDown, vain] = [false, 0];
		lab.proxy.cut = (_path, body) => {
			if (isDown) vain += 1;
			const answer = isDown ? ('before' as const) : undefined;
			isDown ||= body.includes('"dry_run":true');
			return answer;
		};
		await template.call(SUPPLIER, word(order.name, iso(1), {}));
		// A node calls five times; the sixth call is made after the wait.
		await until('the second attempt', 60, async () => await Promise.resolve(vain > 5));
		expect(await dates(order)).toEqual([plus(0), plus(0)]);
		lab.odooIsDown(false);
		await lab.n8n.waitForExecution(template.workflow.id, before, 60);
		expect(await dates(order)).toEqual([plus(1), plus(1)]);
		expect(await outcomes(order.name)).toEqual(['applied']);
	});
});

const exceptionsOn = async ({ id }: Order) =>
	await lab.admin.searchRead('x_logistics_exception', {
		domain: [
			['x_model', '=', 'purchase.order'],
			['x_res_id', '=', id],
		],
		fields: ['x_cause', 'x_message'],
		order: 'id',
	});

/** The container is brought to its consignee, in the form of DCSA's Track & Trace. */
function dropped(container: string, classifier: string, eventDateTime: string, created: string) {
	const { payload } = JSON.parse(
		readFileSync(join(FIXTURES, 'dcsaTrackTrace.v2.json'), 'utf8'),
	) as { payload: { events: Array<Record<string, unknown>> } };
	const published = payload.events.find(
		({ equipmentEventTypeCode: code, eventClassifierCode: known }) =>
			code === 'DROP' && known === 'EST',
	);
	return {
		...published,
		eventID: newNumber(),
		equipmentReference: container,
		eventClassifierCode: classifier,
		eventDateTime,
		eventCreatedDateTime: created,
	};
}
