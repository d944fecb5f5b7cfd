import { Milestone } from '../../core/event';
import { validateTransfer } from '../../lab/clients';
import { killOdoo } from '../../lab/odoo/kill';
import { until } from '../../lab/until';
import { event } from '../unit/event/event.helper';
import { killN8n, odooIsBack } from './harness/crash';
import { TEST_LAB, type TestLab } from './harness/lab';
import { jsonOf, publishOdooSync, readRun } from './harness/runOdooSync';
import { openLabWithSetup } from './harness/setup';

const EVENTS = 400;
const BATCH = 10;

/** Each scan leaves one note, so that notes count effects. */
const PARAMETERS = {
	resource: 'event',
	operation: 'apply',
	event: '={{ $json }}',
	options: {
		batchSize: BATCH,
		routes: { 'shipment.outgoing': { effects: { note: { on: ['take', 'touch'] } } } },
	},
};

let lab: TestLab;
let delivery: number;

beforeAll(async () => {
	lab = await openLabWithSetup();
	const [row] = await lab.admin.searchRead('stock.picking', {
		domain: [
			['picking_type_code', '=', 'outgoing'],
			['state', '!=', 'cancel'],
		],
		limit: 1,
		order: 'id',
	});
	delivery = row.id;
	await validateTransfer(lab.admin, delivery);
}, 1_200_000);
afterAll(async () => await lab.end());

/** One scan a minute of a shipment of which nothing is known yet. */
async function history(number: string): Promise<object[]> {
	await lab.admin.write('stock.picking', [delivery], {
		carrier_tracking_ref: number,
		x_shipment_status: false,
		x_shipment_status_time: false,
	});
	return Array.from({ length: EVENTS }, (_, minute) =>
		event({
			id: `${number}-${minute}`,
			number,
			milestone: Milestone.InTransit,
			at: new Date(Date.UTC(2026, 9, 1, 0, minute)).toISOString(),
		}),
	);
}

const rowsOf = async (number: string) =>
	await lab.admin.searchRead('x_logistics_event', {
		domain: [['x_subject', '=', number]],
		fields: ['x_outcome', 'x_key'],
	});

const notesOf = async () =>
	await lab.admin.call<number>('mail.message', 'search_count', {
		domain: [
			['model', '=', 'stock.picking'],
			['res_id', '=', delivery],
			['message_type', '=', 'comment'],
		],
	});

/** Runs the events until some, but not all, are in Odoo, and does the deed. */
async function killInTheMiddle(number: string, path: string, items: object[], kill: () => void) {
	const answer = lab.n8n.callWebhook(path, { body: { items }, timeoutSeconds: 120 }).catch(() => 0);
	const applied = await until('the first events', 60, async () => {
		const { length } = await rowsOf(number);
		return length > 0 && length;
	});
	kill();
	expect(applied).toBeLessThan(EVENTS);
	await answer;
}

/** Every event has one row and one note, and the delivery stands at the last of them. */
async function expectEachOnce(number: string, notesBefore: number): Promise<void> {
	const rows = await rowsOf(number);
	expect(rows.map(({ x_outcome: outcome }) => outcome)).toEqual(Array(EVENTS).fill('applied'));
	expect(new Set(rows.map(({ x_key: key }) => key)).size).toBe(EVENTS);
	expect((await notesOf()) - notesBefore).toBe(EVENTS);
	const [{ x_shipment_status_time: last }] = await lab.admin.searchRead('stock.picking', {
		domain: [['id', '=', delivery]],
		fields: ['x_shipment_status_time'],
	});
	expect(last).toBe('2026-10-01 06:39:00');
}

it('Odoo killed in the middle: what is said is what is so, and a second run completes it', async () => {
	const number = 'KILLODOO1';
	const items = await history(number);
	const notes = await notesOf();
	const { id, path } = await publishOdooSync(lab.n8n, lab.json2, PARAMETERS);
	await killInTheMiddle(number, path, items, () => killOdoo(TEST_LAB));
	const execution = await lab.n8n.waitForExecution(id);
	await odooIsBack(lab);

	const [applied, skipped, exceptions, errors] = readRun(execution).outputs.map(jsonOf);
	expect(exceptions).toEqual([]);
	expect(applied.length + skipped.length + errors.length).toBe(EVENTS);
	const there = new Set((await rowsOf(number)).map(({ x_key: key }) => key));
	for (const { key } of [...applied, ...skipped]) expect(there).toContain(key);
	const kinds = errors.map(({ details }) => (details as { kind: string }).kind);
	for (const kind of kinds) expect(['timeout_unknown_outcome', 'unavailable']).toContain(kind);
	// Of one request alone it is not known whether it was carried out.
	const unknown = there.size - applied.length - skipped.length;
	expect([0, BATCH]).toContain(unknown);
	if (unknown > 0) expect(kinds).toContain('timeout_unknown_outcome');

	await lab.n8n.callWebhook(path, { body: { items }, timeoutSeconds: 120 });
	await expectEachOnce(number, notes);
}, 240_000);

it('n8n killed in the middle: the workflow run again applies the rest, and nothing twice', async () => {
	const number = 'KILLNODE1';
	const items = await history(number);
	const notes = await notesOf();
	const { id, path } = await publishOdooSync(lab.n8n, lab.json2, PARAMETERS);
	let startAgain = async () => {};
	await killInTheMiddle(number, path, items, () => (startAgain = killN8n()));
	await startAgain();
	const before = (await rowsOf(number)).length;
	expect(before).toBeLessThan(EVENTS);

	const last = await lab.n8n.lastExecutionId(id);
	await lab.n8n.callWebhook(path, { body: { items }, timeoutSeconds: 120 });
	const execution = await lab.n8n.waitForExecution(id, last);
	const [applied, skipped] = readRun(execution).outputs.map(jsonOf);
	expect([applied.length, skipped.length]).toEqual([EVENTS - before, before]);
	expect(new Set(skipped.map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']));
	await expectEachOnce(number, notes);
}, 240_000);
