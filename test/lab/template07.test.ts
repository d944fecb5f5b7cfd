import type { OdooClient } from '../../lab/clients';
import { ApprovalFlow } from './harness/approvalFlow';
import { Approvals } from './harness/approvals';
import { exceptionsAbout, requestsAbout } from './harness/queues';
import { asUser } from './harness/setup';
import { newNumber, notesOf, shipped, type Shipment } from './harness/shipments';
import {
	CARRIER_HEADERS,
	openTemplateLab,
	type Template,
	type TemplateLab,
} from './harness/template';

const WEBHOOK = 'Freight invoice webhook';

let lab: TemplateLab;
let template: Template;
let approvals: Approvals;
let anna: OdooClient;
let currency: string;

beforeAll(async () => {
	lab = await openTemplateLab(['account.group_account_invoice']);
	const [setup] = await lab.admin.searchRead('x_logistics_setup', { fields: ['x_actions'] });
	approvals = new Approvals(setup.x_actions as Record<string, number>);
	anna = await asUser(lab, 'anna', ['purchase.group_purchase_manager']);
	const company = await lab.admin.one('res.company', [['id', '=', 1]], ['currency_id']);
	currency = (company.currency_id as [number, string])[1];
	await lab.admin.create('res.partner', { name: 'Lab Freight', supplier_rank: 1 });
	template = await (await lab.open('07-check-freight-invoices')).activate();
}, 1_200_000);
afterAll(async () => await lab.end());

/** A delivered shipment whose freight was quoted at 100. */
async function delivery(): Promise<Shipment> {
	const shipment = await shipped(lab.admin);
	await lab.admin.write('stock.picking', [shipment.id], {
		carrier_price: 100,
		x_shipment_status: 'delivered',
	});
	return shipment;
}

interface Line {
	trackingNumber: string;
	billed: number;
}

/** Posts an invoice; answers the execution once it has ended, or waits for a decision. */
async function post(
	number: string,
	lines: Line[],
	statuses = ['success'],
	to = template,
): Promise<string> {
	const before = await to.last();
	const answer = await to.call(WEBHOOK, {
		headers: CARRIER_HEADERS,
		body: {
			invoice: { number, date: '2026-11-20' },
			carrier: { id: 'lab_freight', name: 'Lab Freight' },
			currency,
			lines,
		},
	});
	expect(answer.status).toBe(200);
	const workflow = to.workflow.id;
	return (await lab.n8n.waitForExecution(workflow, before, 60, [...statuses, 'error'])).id;
}

const line = ({ number }: Shipment, billed: number): Line => ({ trackingNumber: number, billed });

const bills = async ({ number }: Shipment) =>
	await lab.admin.searchRead('account.move', {
		domain: [['ref', 'like', number]],
		fields: ['state', 'move_type', 'amount_untaxed', 'partner_id'],
	});

const exceptions = async ({ id }: Shipment) =>
	await exceptionsAbout(lab.admin, 'stock.picking', id);

const requests = async ({ id }: Shipment) => await requestsAbout(lab.admin, 'stock.picking', id);

describe('Check freight invoices', () => {
	it('drafts a bill for what is within tolerance, once', async () => {
		const shipment = await delivery();
		const invoice = newNumber();
		await post(invoice, [line(shipment, 104)]);
		expect(await bills(shipment)).toMatchObject([
			{ state: 'draft', move_type: 'in_invoice', amount_untaxed: 104 },
		]);
		const notes = await notesOf(lab.admin, shipment);
		await post(invoice, [line(shipment, 104)]);
		expect(await bills(shipment)).toHaveLength(1);
		expect(await notesOf(lab.admin, shipment)).toBe(notes);
		expect(await requests(shipment)).toEqual([]);
	});

	it('waits for a yes to what is dearer, and asks nobody a second time', async () => {
		const [shipment, other] = [await delivery(), await delivery()];
		const invoice = newNumber();
		const execution = await post(invoice, [line(shipment, 130), line(other, 99)], ['waiting']);
		// The other lines of the invoice do not wait for it.
		expect(await bills(other)).toMatchObject([{ amount_untaxed: 99 }]);
		const [request] = await requests(shipment);
		expect(request).toMatchObject({ x_state: 'pending' });
		expect(await bills(shipment)).toEqual([]);
		await approvals.approve(anna, request.id, 'Surcharge agreed');
		expect(await template.ended(execution)).toBe('success');
		expect(await bills(shipment)).toMatchObject([{ amount_untaxed: 130 }]);
		await post(invoice, [line(shipment, 130)], ['success', 'waiting']);
		expect(await requests(shipment)).toHaveLength(1);
		expect(await bills(shipment)).toHaveLength(1);
		expect(await bills(other)).toHaveLength(1);
	});

	it('takes no answer in time for no', async () => {
		const shipment = await delivery();
		const hurried = await (
			await lab.open('07-check-freight-invoices', { configuration: { decideWithinDays: 0.00001 } })
		).activate();
		const execution = await post(newNumber(), [line(shipment, 140)], ['waiting'], hurried);
		await ApprovalFlow.run(lab.n8n, lab.json2, { operation: 'expire', chooseBy: 'due' });
		expect(await template.ended(execution)).toBe('success');
		expect(await bills(shipment)).toEqual([]);
		expect(await exceptions(shipment)).toMatchObject([
			{ x_cause: expect.stringContaining('freight_undecided') },
		]);
	});

	it('opens an exception for what is refused', async () => {
		const shipment = await delivery();
		const execution = await post(newNumber(), [line(shipment, 150)], ['waiting']);
		const [request] = await requests(shipment);
		await approvals.reject(anna, request.id, 'Never agreed');
		expect(await template.ended(execution)).toBe('success');
		expect(await bills(shipment)).toEqual([]);
		expect(await exceptions(shipment)).toMatchObject([
			{
				x_cause: expect.stringContaining('freight_refused'),
				x_message: expect.stringContaining('Never agreed'),
			},
		]);
	});

	it('blocks twice the price and more, and names shipments that nobody knows', async () => {
		const shipment = await delivery();
		const nobody = newNumber();
		await post(newNumber(), [line(shipment, 250), { trackingNumber: nobody, billed: 10 }]);
		expect(await bills(shipment)).toEqual([]);
		expect(await exceptions(shipment)).toMatchObject([
			{ x_cause: expect.stringContaining('freight_blocked') },
		]);
		const unknown = await lab.admin.searchRead('x_logistics_exception', {
			domain: [['x_message', 'like', nobody]],
		});
		expect(unknown).toHaveLength(1);
	});
});
