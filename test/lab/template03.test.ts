import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OdooClient } from '../../lab/clients';
import { ApprovalFlow } from './harness/approvalFlow';
import { Approvals } from './harness/approvals';
import { confirmedOrder, openDelivery, ship, type Order } from './harness/orders';
import { exceptionsAbout, requestsAbout } from './harness/queues';
import { jsonOf, runOdooSync } from './harness/runOdooSync';
import { asUser } from './harness/setup';
import { newNumber, type Shipment } from './harness/shipments';
import {
	CARRIER_HEADERS,
	openTemplateLab,
	type Template,
	type TemplateLab,
} from './harness/template';

const FILE = '03-release-invoice-on-proof-of-delivery';
const WEBHOOK = 'Carrier webhook';
const CLOCK = 'Every hour';

interface Push {
	details?: object;
	events: Array<{ statusCode: string }>;
}

/** What DHL's documentation shows: a parcel that was delivered, and signed for. */
const { payload } = JSON.parse(
	readFileSync(join(__dirname, '../fixtures/carriers/dhlUnified.push.json'), 'utf8'),
) as { payload: Push & { id: string } };

function pushOf(number: string, change: (push: Push) => Push = (push) => push): object {
	const text = JSON.stringify(change({ ...payload, events: payload.events.slice(0, 2) }));
	return JSON.parse(text.replaceAll(payload.id, number)) as object;
}

const proofOf = ({ number }: Pick<Shipment, 'number'>): object => pushOf(number);

const withoutProof = ({ number }: Shipment): object =>
	pushOf(number, (push) => ({ ...push, details: undefined }));

let lab: TemplateLab;
let template: Template;
let approvals: Approvals;
let anna: OdooClient;

beforeAll(async () => {
	lab = await openTemplateLab([
		'sales_team.group_sale_salesman_all_leads',
		'account.group_account_invoice',
	]);
	const [setup] = await lab.admin.searchRead('x_logistics_setup', { fields: ['x_actions'] });
	approvals = new Approvals(setup.x_actions as Record<string, number>);
	anna = await asUser(lab, 'anna', ['sales_team.group_sale_manager']);
	template = await (await lab.open(FILE)).activate();
}, 1_200_000);
afterAll(async () => await lab.end());

/** A carrier calls; answers the status, once the execution has ended or waits for a decision. */
async function send(body: object, statuses = ['success'], to = template) {
	const before = await to.last();
	const { status } = await to.call(WEBHOOK, { headers: CARRIER_HEADERS, body });
	const workflow = to.workflow.id;
	const { id } = await lab.n8n.waitForExecution(workflow, before, 60, [...statuses, 'error']);
	return { status, execution: id };
}

/** State and quantities of the invoices of an order. */
async function invoices({ name }: Order): Promise<Array<[unknown, unknown]>> {
	const lines = await lab.admin.searchRead('account.move.line', {
		domain: [
			['move_id.invoice_origin', '=', name],
			['move_id.move_type', '=', 'out_invoice'],
			['display_type', '=', 'product'],
		],
		fields: ['parent_state', 'quantity'],
		order: 'id',
	});
	return lines.map(({ parent_state: state, quantity }) => [state, quantity]);
}

const exceptions = async (model: string, id: number) => await exceptionsAbout(lab.admin, model, id);

const requests = async ({ id }: Order) => await requestsAbout(lab.admin, 'sale.order', id);

/** What people do to an exception in Odoo. */
const press = async (operation: string, id: number) =>
	await runOdooSync(lab.n8n, lab.json2, {
		resource: 'exception',
		operation,
		exceptionIds: String(id),
		...(operation === 'resolve' && { resolution: 'Settled' }),
	});

describe('Release invoice on proof of delivery', () => {
	it('attaches the proof and posts the invoice, once', async () => {
		const order = await confirmedOrder(lab.admin, 10);
		const shipment = await ship(lab.admin, order, 10);
		expect(await send(proofOf(shipment))).toMatchObject({ status: 200 });
		expect(await invoices(order)).toEqual([['posted', 10]]);
		const attached = async () =>
			await lab.admin.searchRead('ir.attachment', {
				domain: [
					['res_model', '=', 'stock.picking'],
					['res_id', '=', shipment.id],
				],
				fields: ['type', 'url'],
			});
		expect(await attached()).toMatchObject([{ type: 'url', url: expect.stringContaining('PODR') }]);
		expect(await send(proofOf(shipment))).toMatchObject({ status: 200 });
		await template.fire(CLOCK);
		expect(await invoices(order)).toEqual([['posted', 10]]);
		expect(await attached()).toHaveLength(1);
	});

	it('invoices nothing before the proof, also where it is delivered', async () => {
		const order = await confirmedOrder(lab.admin, 3);
		const shipment = await ship(lab.admin, order, 3);
		await send(withoutProof(shipment));
		await template.fire(CLOCK);
		expect(await invoices(order)).toEqual([]);
		await send(proofOf(shipment));
		expect(await invoices(order)).toEqual([['posted', 3]]);
	});

	it('invoices a part with its proof, and the rest when all of it is proven', async () => {
		const order = await confirmedOrder(lab.admin, 10);
		await send(proofOf(await ship(lab.admin, order, 4)));
		expect(await invoices(order)).toEqual([['posted', 4]]);
		const [second, third] = [await ship(lab.admin, order, 3), await ship(lab.admin, order, 3)];
		await send(proofOf(third));
		expect(await invoices(order)).toEqual([['posted', 4]]);
		await send(proofOf(second));
		expect(await invoices(order)).toEqual([
			['posted', 4],
			['posted', 6],
		]);
		expect(await requests(order)).toEqual([]);
	});

	it('keeps a proof of what has not left, and invoices once it was replayed', async () => {
		const order = await confirmedOrder(lab.admin, 2);
		const number = newNumber();
		const delivery = await openDelivery(lab.admin, order);
		await lab.admin.write('stock.picking', [delivery], { carrier_tracking_ref: number });
		expect(await send(proofOf({ number }))).toMatchObject({ status: 200 });
		const [kept] = await exceptions('stock.picking', delivery);
		expect(kept).toMatchObject({ x_cause: 'not_shipped' });
		await ship(lab.admin, order, 2, { number });
		await runOdooSync(lab.n8n, lab.json2, {
			resource: 'event',
			operation: 'replay',
			replayBy: 'exception',
			exceptionIds: String(kept.id),
		});
		expect(await invoices(order)).toEqual([]);
		await template.fire(CLOCK);
		expect(await invoices(order)).toEqual([['posted', 2]]);
	});

	it('waits while the order is on hold', async () => {
		const order = await confirmedOrder(lab.admin, 2);
		const shipment = await ship(lab.admin, order, 2);
		const open = await runOdooSync(lab.n8n, lab.json2, {
			resource: 'exception',
			operation: 'open',
			about: 'record',
			model: { __rl: true, mode: 'id', value: 'sale.order' },
			record: { __rl: true, mode: 'id', value: String(order.id) },
			cause: 'price_disputed',
			message: 'The customer disputes the price',
			hold: true,
		});
		const [{ exceptionId }] = jsonOf(open.ok);
		await send(proofOf(shipment));
		await template.fire(CLOCK);
		expect(await invoices(order)).toEqual([]);
		await press('release', exceptionId as number);
		await template.fire(CLOCK);
		expect(await invoices(order)).toEqual([['posted', 2]]);
	});

	it('asks about more than was ordered, once, and invoices it after a yes', async () => {
		const order = await confirmedOrder(lab.admin, 10);
		const shipment = await ship(lab.admin, order, 12);
		const { execution, status } = await send(proofOf(shipment), ['waiting']);
		// The carrier does not wait for the decision.
		expect(status).toBe(200);
		await send(proofOf(shipment));
		await template.fire(CLOCK);
		const [request, ...others] = await requests(order);
		expect(others).toEqual([]);
		expect(await invoices(order)).toEqual([]);
		await approvals.approve(anna, request.id, 'The customer keeps them');
		expect(await template.ended(execution)).toBe('success');
		expect(await invoices(order)).toEqual([['posted', 12]]);
	});

	it('invoices nothing after a no, until the exception is settled', async () => {
		const order = await confirmedOrder(lab.admin, 10);
		const shipment = await ship(lab.admin, order, 4, { isLast: true });
		const { execution } = await send(proofOf(shipment), ['waiting']);
		const [first] = await requests(order);
		await approvals.reject(anna, first.id, 'The rest comes on Monday');
		expect(await template.ended(execution)).toBe('success');
		const [refused] = await exceptions('sale.order', order.id);
		expect(refused).toMatchObject({
			x_cause: 'invoice_refused',
			x_message: expect.stringContaining('The rest comes on Monday'),
		});
		await send(proofOf(shipment));
		expect(await requests(order)).toHaveLength(1);
		await press('resolve', refused.id);
		const again = await send(proofOf(shipment), ['waiting']);
		const [second] = (await requests(order)).filter(({ id }) => id !== first.id);
		await approvals.approve(anna, second.id, 'Now it is right');
		expect(await template.ended(again.execution)).toBe('success');
		expect(await invoices(order)).toEqual([['posted', 4]]);
	});

	it('takes no answer in time for no', async () => {
		const hurried = await (
			await lab.open(FILE, { configuration: { decideWithinDays: 0.00001 } })
		).activate();
		const order = await confirmedOrder(lab.admin, 10);
		const shipment = await ship(lab.admin, order, 12);
		const { execution } = await send(proofOf(shipment), ['waiting'], hurried);
		await ApprovalFlow.run(lab.n8n, lab.json2, { operation: 'expire', chooseBy: 'due' });
		expect(await template.ended(execution)).toBe('success');
		expect(await invoices(order)).toEqual([]);
		expect(await exceptions('sale.order', order.id)).toMatchObject([
			{ x_cause: 'invoice_undecided' },
		]);
	});

	it('never invoices more than was delivered', async () => {
		const product = { invoice_policy: 'order' };
		const order = await confirmedOrder(lab.admin, 10, { product });
		await send(proofOf(await ship(lab.admin, order, 4)));
		expect(await invoices(order)).toEqual([]);
		expect(await exceptions('sale.order', order.id)).toMatchObject([
			{ x_cause: 'invoice_blocked', x_message: expect.stringContaining('To be invoiced 10') },
		]);
	});

	it('lets the carrier send again while Odoo is down, and invoices once when an answer gets lost', async () => {
		const order = await confirmedOrder(lab.admin, 5);
		const shipment = await ship(lab.admin, order, 5);
		lab.odooIsDown(true);
		expect(await send(proofOf(shipment), ['success'])).toMatchObject({ status: 503 });
		lab.odooIsDown(false);
		let lost = 0;
		lab.proxy.cut = (_, body) => {
			if (!body.includes('order.billing')) return undefined;
			lost += 1;
			return lost === 1 ? 'after' : undefined;
		};
		expect(await send(proofOf(shipment))).toMatchObject({ status: 200 });
		lab.odooIsDown(false);
		await template.fire(CLOCK);
		expect(lost).toBeGreaterThan(0);
		expect(await invoices(order)).toEqual([['posted', 5]]);
	});
});
