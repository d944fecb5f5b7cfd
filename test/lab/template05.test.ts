import type { OdooClient } from '../../lab/clients';
import { Warehouse } from '../../lab/fakes/warehouse';
import { until } from '../../lab/until';
import { ApprovalFlow } from './harness/approvalFlow';
import { Approvals } from './harness/approvals';
import { confirm, confirmedOrder, quotation, type Order } from './harness/orders';
import { exceptionsAbout } from './harness/queues';
import { jsonOf, runOdooSync } from './harness/runOdooSync';
import { asUser } from './harness/setup';
import { openTemplateLab, type Template, type TemplateLab } from './harness/template';

const FILE = '05-release-orders-to-the-warehouse';
const CLOCK = 'Every ten minutes';

let lab: TemplateLab;
let warehouse: Warehouse;
let template: Template;
let approvals: Approvals;
let anna: OdooClient;

const open = async (configuration: Record<string, unknown> = {}): Promise<Template> =>
	await lab.open(FILE, {
		configuration: { warehouseUrl: warehouse.url, ...configuration },
		credentials: {
			'Warehouse API key': await lab.n8n.createCredential(
				`Warehouse API key ${lab.odoo.db}`,
				'httpHeaderAuth',
				{ name: 'X-Api-Key', value: 'lab-only' },
			),
		},
	});

beforeAll(async () => {
	lab = await openTemplateLab([
		'sales_team.group_sale_salesman_all_leads',
		'account.group_account_invoice',
	]);
	warehouse = await Warehouse.start();
	await lab.admin.write('res.company', [1], { account_use_credit_limit: true });
	const [setup] = await lab.admin.searchRead('x_logistics_setup', { fields: ['x_actions'] });
	approvals = new Approvals(setup.x_actions as Record<string, number>);
	anna = await asUser(lab, 'anna', ['account.group_account_manager', 'stock.group_stock_manager']);
	template = await open();
}, 1_200_000);
afterEach(() => {
	warehouse.instead = () => undefined;
	warehouse.losesAnswers = false;
	lab.odooIsDown(false);
});
afterAll(async () => {
	await warehouse.stop();
	await lab.end();
});

/** What the clock would start; answers the execution, once it has ended or waits for a decision. */
async function sweep(statuses = ['success'], by = template): Promise<string> {
	const before = await by.last();
	await lab.n8n.run(by.workflow.id, CLOCK);
	const ends = ['success', 'error', 'waiting'];
	const { id, status } = await lab.n8n.waitForExecution(by.workflow.id, before, 60, ends);
	expect(statuses).toContain(status);
	return id;
}

const delivery = async ({ id }: Order) =>
	await lab.admin.one(
		'stock.picking',
		[['sale_id', '=', id]],
		['carrier_tracking_ref', 'state', 'x_shipment_status'],
	);

const exceptions = async (model: string, id: number) => await exceptionsAbout(lab.admin, model, id);

/** The request that waits for a decision about a document. */
const pending = async (model: string, id: number) =>
	await lab.admin.one('x_logistics_approval', [
		['x_model', '=', model],
		['x_res_id', '=', id],
		['x_state', '=', 'pending'],
	]);

const press = async (operation: string, id: number) =>
	await runOdooSync(lab.n8n, lab.json2, {
		resource: 'exception',
		operation,
		exceptionIds: String(id),
		...(operation === 'resolve' && { resolution: 'Settled' }),
	});

const customer = async (limit: number): Promise<number> =>
	await lab.admin.create('res.partner', {
		name: 'Lab Customer',
		is_company: true,
		use_partner_credit_limit: true,
		credit_limit: limit,
	});

/** An order that the warehouse has. */
async function released(): Promise<Order> {
	const order = await confirmedOrder(lab.admin, 1);
	await sweep();
	expect(warehouse.of(order.name)).toHaveLength(1);
	return order;
}

async function cancel({ id }: Order): Promise<void> {
	await lab.admin.call('sale.order', 'action_cancel', {
		ids: [id],
		context: { disable_cancel_warning: true },
	});
}

describe('Release orders to the warehouse', () => {
	it('sends a confirmed order, and writes its tracking reference back', async () => {
		const triggered = await (await open()).activate();
		const order = await confirmedOrder(lab.admin, 3);
		// n8n polls when it activates.
		await lab.n8n.deactivate(triggered.workflow.id);
		await triggered.activate();
		const row = await until('a tracking reference', 60, async () => {
			const found = await delivery(order);
			return found.carrier_tracking_ref ? found : undefined;
		});
		await lab.n8n.deactivate(triggered.workflow.id);
		const [shipment, ...others] = warehouse.of(order.name);
		expect(others).toEqual([]);
		expect(shipment).toMatchObject({
			trackingNumber: row.carrier_tracking_ref,
			lines: [{ quantity: 3 }],
		});
		const [call] = warehouse.calls(order.name);
		expect(call.headers['x-api-key']).toBe('lab-only');
		const rows = await lab.admin.searchRead('x_logistics_event', {
			domain: [['x_subject', '=', order.name]],
			fields: ['x_outcome', 'x_route'],
		});
		expect(rows).toMatchObject([{ x_outcome: 'applied', x_route: 'order.release' }]);
	});

	it('makes one shipment, also when two runs send it at the same time', async () => {
		const order = await confirmedOrder(lab.admin, 2);
		const before = await template.last();
		await Promise.all([1, 2].map(async () => await lab.n8n.run(template.workflow.id, CLOCK)));
		await template.executionsAfter(before, 2);
		const calls = warehouse.calls(order.name).length;
		await sweep();
		expect(warehouse.calls(order.name)).toHaveLength(calls);
		expect(warehouse.of(order.name)).toHaveLength(1);
		const [{ trackingNumber }] = warehouse.of(order.name);
		expect((await delivery(order)).carrier_tracking_ref).toBe(trackingNumber);
	});

	it('sends nothing that is on hold, until it is released', async () => {
		const order = await quotation(lab.admin, 1);
		const held = await runOdooSync(lab.n8n, lab.json2, {
			resource: 'exception',
			operation: 'open',
			about: 'record',
			model: { __rl: true, mode: 'id', value: 'sale.order' },
			record: { __rl: true, mode: 'id', value: String(order.id) },
			cause: 'address_doubtful',
			message: 'The address is doubtful',
			hold: true,
		});
		const [{ exceptionId }] = jsonOf(held.ok);
		await confirm(lab.admin, order);
		await sweep();
		expect(warehouse.calls(order.name)).toEqual([]);
		await press('release', exceptionId as number);
		await sweep();
		expect(warehouse.of(order.name)).toHaveLength(1);
	});

	it('asks about what is over the credit limit, once, and sends it after a yes', async () => {
		const partner = await customer(50);
		const small = await confirmedOrder(lab.admin, 2, { partner });
		await sweep();
		expect(warehouse.of(small.name)).toHaveLength(1);
		// The first order counts for the second.
		const order = await confirmedOrder(lab.admin, 4, { partner });
		const execution = await sweep(['waiting']);
		await sweep();
		const request = await pending('sale.order', order.id);
		expect(warehouse.calls(order.name)).toEqual([]);
		await approvals.approve(anna, request.id, 'They pay on Friday');
		expect(await template.ended(execution)).toBe('success');
		expect(warehouse.of(order.name)).toHaveLength(1);
		await sweep();
		expect(warehouse.calls(order.name)).toHaveLength(1);
	});

	it('keeps an order on hold after a no, and asks anew when that is settled', async () => {
		const order = await confirmedOrder(lab.admin, 6, { partner: await customer(50) });
		const execution = await sweep(['waiting']);
		await approvals.reject(anna, (await pending('sale.order', order.id)).id, 'They never paid');
		expect(await template.ended(execution)).toBe('success');
		const [hold] = await exceptions('sale.order', order.id);
		expect(hold).toMatchObject({
			x_cause: 'credit_limit',
			x_hold: true,
			x_message: expect.stringContaining('They never paid'),
		});
		await sweep();
		expect(warehouse.calls(order.name)).toEqual([]);
		await press('resolve', hold.id);
		const again = await sweep(['waiting']);
		await approvals.approve(anna, (await pending('sale.order', order.id)).id, 'Paid now');
		expect(await template.ended(again)).toBe('success');
		expect(warehouse.of(order.name)).toHaveLength(1);
	});

	it('takes no answer in time for no', async () => {
		const hurried = await open({ decideWithinDays: 0.00001 });
		const order = await confirmedOrder(lab.admin, 6, { partner: await customer(50) });
		const execution = await sweep(['waiting'], hurried);
		await ApprovalFlow.run(lab.n8n, lab.json2, { operation: 'expire', chooseBy: 'due' });
		expect(await template.ended(execution)).toBe('success');
		expect(warehouse.calls(order.name)).toEqual([]);
		expect(await exceptions('sale.order', order.id)).toMatchObject([
			{ x_cause: 'credit_limit', x_hold: true },
		]);
	});

	it('sends it again when the warehouse is down, or its answer gets lost', async () => {
		const order = await confirmedOrder(lab.admin, 1);
		warehouse.instead = () => ({ status: 503, json: { message: 'Maintenance' } });
		await sweep(['error']);
		expect(await exceptions('stock.picking', (await delivery(order)).id)).toEqual([]);
		warehouse.instead = () => undefined;
		warehouse.losesAnswers = true;
		await sweep(['error']);
		expect(warehouse.of(order.name)).toHaveLength(1);
		expect((await delivery(order)).carrier_tracking_ref).toBe(false);
		warehouse.losesAnswers = false;
		// A shipment that has no number yet is asked for again.
		warehouse.instead = () => ({ status: 202, json: {} });
		await sweep();
		expect((await delivery(order)).carrier_tracking_ref).toBe(false);
		warehouse.instead = () => undefined;
		await sweep();
		expect(warehouse.of(order.name)).toHaveLength(1);
		const [{ trackingNumber }] = warehouse.of(order.name);
		expect((await delivery(order)).carrier_tracking_ref).toBe(trackingNumber);
	});

	it('keeps for people what the warehouse refuses, and sends it again when that is settled', async () => {
		const order = await confirmedOrder(lab.admin, 1);
		warehouse.instead = () => ({ status: 422, json: { message: 'The SKU is not known' } });
		await sweep();
		warehouse.instead = () => undefined;
		await sweep();
		expect(warehouse.calls(order.name)).toHaveLength(1);
		const [refused] = await exceptions('stock.picking', (await delivery(order)).id);
		expect(refused).toMatchObject({
			x_cause: 'warehouse_refused',
			x_message: expect.stringContaining('The SKU is not known'),
		});
		await press('resolve', refused.id);
		await sweep();
		const keys = warehouse.calls(order.name).map(({ headers }) => headers['idempotency-key']);
		expect(new Set(keys).size).toBe(2);
		expect(warehouse.of(order.name)).toHaveLength(1);
	});

	it('goes on where it was when Odoo goes down behind the shipment', async () => {
		const order = await confirmedOrder(lab.admin, 1);
		lab.proxy.cut = () => (warehouse.of(order.name).length > 0 ? 'before' : undefined);
		await sweep(['error']);
		lab.odooIsDown(false);
		expect((await delivery(order)).carrier_tracking_ref).toBe(false);
		await sweep();
		expect(warehouse.of(order.name)).toHaveLength(1);
		const [{ trackingNumber }] = warehouse.of(order.name);
		expect((await delivery(order)).carrier_tracking_ref).toBe(trackingNumber);
	});

	it('cancels at the warehouse after a yes', async () => {
		const order = await released();
		await cancel(order);
		const execution = await sweep(['waiting']);
		expect(warehouse.of(order.name)).toMatchObject([{ isCancelled: false }]);
		const { id } = await delivery(order);
		await approvals.approve(anna, (await pending('stock.picking', id)).id, 'Stop it');
		expect(await template.ended(execution)).toBe('success');
		expect(warehouse.of(order.name)).toMatchObject([{ isCancelled: true }]);
		expect(await delivery(order)).toMatchObject({
			state: 'cancel',
			x_shipment_status: 'cancelled',
		});
		await sweep();
	});

	it('lets it go out after a no, and says so', async () => {
		const order = await released();
		await cancel(order);
		const execution = await sweep(['waiting']);
		const { id } = await delivery(order);
		await approvals.reject(anna, (await pending('stock.picking', id)).id, 'It is on the truck');
		expect(await template.ended(execution)).toBe('success');
		expect(warehouse.of(order.name)).toMatchObject([{ isCancelled: false }]);
		const [left] = await exceptions('stock.picking', id);
		expect(left).toMatchObject({
			x_cause: 'cancellation_refused',
			x_message: expect.stringContaining('It is on the truck'),
		});
		await press('resolve', left.id);
		await sweep();
	});

	it('tells people when the warehouse says that it is too late', async () => {
		const order = await released();
		await cancel(order);
		const execution = await sweep(['waiting']);
		warehouse.instead = ({ method }) =>
			method === 'DELETE' ? { status: 409, json: { message: 'Loaded' } } : undefined;
		const { id } = await delivery(order);
		await approvals.approve(anna, (await pending('stock.picking', id)).id, 'Stop it');
		expect(await template.ended(execution)).toBe('success');
		expect(await exceptions('stock.picking', id)).toMatchObject([
			{ x_cause: 'cancellation_too_late', x_message: expect.stringContaining('Loaded') },
		]);
	});

	it('asks nobody about an order that was cancelled before', async () => {
		const order = await confirmedOrder(lab.admin, 1);
		await cancel(order);
		await sweep();
		expect(warehouse.calls(order.name)).toEqual([]);
	});
});
