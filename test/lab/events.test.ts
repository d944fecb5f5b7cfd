import { type Credential, validateTransfer } from '../../lab/clients';
import { EventClass, Milestone, type ShipmentEvent } from '../../core/event';
import { event } from '../unit/event/event.helper';
import type { TestLab } from './harness/lab';
import { jsonOf, runOdooSync } from './harness/runOdooSync';
import { asUser, openLabWithSetup } from './harness/setup';

let lab: TestLab;
let deliveries: number[];

beforeAll(async () => {
	lab = await openLabWithSetup();
	await asUser(lab, 'operator', ['n8n_logistics.group_operator']);
	const rows = await lab.admin.searchRead('stock.picking', {
		domain: [
			['picking_type_code', '=', 'outgoing'],
			['state', '!=', 'cancel'],
		],
		limit: 3,
		order: 'id',
	});
	deliveries = rows.map(({ id }) => id);
	expect(deliveries.length).toBe(3);
	// Nothing is delivered that was not shipped: the goods have left the warehouse.
	for (const id of deliveries) await validateTransfer(lab.admin, id);
}, 1_200_000);
afterAll(async () => await lab.end());

let serial = 0;

/** A delivery under a tracking number of its own, of which nothing is known yet. */
async function delivery(index = 0): Promise<{ id: number; number: string }> {
	const number = `EVT${(serial += 1)}X`;
	await lab.admin.write('stock.picking', [deliveries[index]], {
		carrier_tracking_ref: number,
		x_shipment_status: false,
		x_shipment_status_time: false,
	});
	return { id: deliveries[index], number };
}

const at = (hour: number) => `2026-11-01T${String(hour).padStart(2, '0')}:00:00Z`;

const scan = (
	number: string,
	milestone: Milestone,
	hour: number,
	more: Partial<Parameters<typeof event>[0]> = {},
): ShipmentEvent =>
	event({ id: `${number}-${milestone}-${hour}`, number, milestone, at: at(hour), ...more });

async function apply(credential: Credential, events: object[], options = {}) {
	const run = await runOdooSync(
		lab.n8n,
		credential,
		{ resource: 'event', operation: 'apply', event: '={{ $json }}', options },
		events,
	);
	const [applied, skipped, exceptions, errors] = run.outputs.map(jsonOf);
	expect(errors).toEqual([]);
	return { applied, skipped, exceptions };
}

const operate = async (resource: string, operation: string, parameters: object) => {
	const run = await runOdooSync(lab.n8n, lab.json2, { resource, operation, ...parameters });
	const errors = resource === 'event' && operation !== 'getMany' ? run.outputs[3] : run.errors;
	expect(jsonOf(errors)).toEqual([]);
	return run.outputs.map(jsonOf);
};

const statusOf = async (id: number) => {
	const [row] = await lab.admin.searchRead('stock.picking', {
		domain: [['id', '=', id]],
		fields: ['x_shipment_status'],
	});
	return row.x_shipment_status;
};

const reasons = (items: Array<Record<string, unknown>>) => items.map(({ reason }) => reason);

describe.each(['JSON-2', 'JSON-RPC'] as const)('Event: Apply, over %s', (protocol) => {
	const send = async (...events: object[]) =>
		await apply(protocol === 'JSON-2' ? lab.json2 : lab.jsonRpc, events);

	it('takes a history in any order to where the shipment stands, each scan once', async () => {
		const { id, number } = await delivery();
		const history = [
			scan(number, Milestone.Delivered, 12),
			scan(number, Milestone.OutForDelivery, 8),
			scan(number, Milestone.PickedUp, 2),
		];
		const first = await send(...history);
		expect(first.applied).toHaveLength(3);
		expect(await statusOf(id)).toBe('delivered');
		const [delivered] = first.applied;
		expect(delivered).toMatchObject({
			outcome: 'applied',
			document: { model: 'stock.picking', id },
			ledgerId: expect.any(Number),
			item: { id: history[0].id },
		});
		expect(delivered.changes).toContainEqual(
			expect.objectContaining({ field: 'x_shipment_status', after: 'delivered' }),
		);
		const again = await send(...history);
		expect(reasons(again.skipped)).toEqual(Array(3).fill('already_applied'));
	}, 120_000);

	it('never moves back: late, returned, corrected', async () => {
		const { id, number } = await delivery();
		await send(scan(number, Milestone.Delivered, 12));
		const late = await send(scan(number, Milestone.OutForDelivery, 8));
		expect(late.skipped).toMatchObject([{ outcome: 'stale' }]);
		expect(await statusOf(id)).toBe('delivered');
		const correction = await send(scan(number, Milestone.Exception, 14, { correction: true }));
		expect(correction.applied).toHaveLength(1);
		expect(await statusOf(id)).not.toBe('delivered');
		const back = await delivery();
		await send(scan(back.number, Milestone.Returning, 2), scan(back.number, Milestone.Returned, 9));
		expect(await statusOf(back.id)).toBe('returned');
	}, 120_000);

	it('delivers several parcels with the last of them', async () => {
		const { id, number } = await delivery();
		const numbers = ['A', 'B', 'C'].map((letter) => `${number}${letter}`);
		await lab.admin.write('stock.picking', [id], { carrier_tracking_ref: numbers.join(',') });
		const [a, b, c] = numbers;
		await send(scan(a, Milestone.InTransit, 2));
		// The first comes twice, as two different scans: it is one parcel all the same.
		await send(scan(a, Milestone.Delivered, 8), scan(a, Milestone.Delivered, 9));
		expect(await statusOf(id)).toBe('in_transit');
		await send(scan(b, Milestone.Delivered, 10));
		expect(await statusOf(id)).toBe('in_transit');
		const last = await send(scan(c, Milestone.Delivered, 11));
		expect(last.applied).toMatchObject([{ outcome: 'applied' }]);
		expect(await statusOf(id)).toBe('delivered');
	}, 120_000);

	it('counts the pieces that the carrier speaks of, in one request and in any order', async () => {
		const { id, number } = await delivery();
		const piece = (index: number, hour: number) =>
			scan(number, Milestone.Delivered, hour, {
				piece: { id: `${number}-${index}`, index, count: 3 },
			});
		await send(piece(2, 9));
		expect(await statusOf(id)).toBe(false);
		await send(piece(3, 11), piece(1, 10));
		expect(await statusOf(id)).toBe('delivered');
	}, 120_000);

	it('delivers nothing that was not shipped', async () => {
		const [open] = await lab.admin.searchRead('stock.picking', {
			domain: [
				['picking_type_code', '=', 'outgoing'],
				['state', 'in', ['assigned', 'confirmed', 'waiting']],
			],
			limit: 1,
		});
		const number = `OPEN${(serial += 1)}X`;
		await lab.admin.write('stock.picking', [open.id], { carrier_tracking_ref: number });
		const { exceptions } = await send(scan(number, Milestone.Delivered, 12));
		expect(exceptions).toMatchObject([{ outcome: 'rejected', reason: 'not_shipped' }]);
	}, 120_000);

	it('keeps what does not fit, and an estimate moves nothing', async () => {
		const { id, number } = await delivery();
		const wrong = { ...scan(number, Milestone.InTransit, 3), subject: 'ANOTHER' };
		const { exceptions, applied, skipped } = await send(
			scan(`NOBODY${serial}X`, Milestone.InTransit, 1),
			wrong,
			{ hello: 'world' },
			scan(number, Milestone.Delivered, 20, { eventClass: EventClass.Estimated }),
		);
		expect(reasons(exceptions)).toEqual(['document_not_found', 'invalid_event', 'invalid_event']);
		expect(exceptions[1].message).toContain('/subject');
		for (const { exceptionId } of exceptions) expect(exceptionId).toEqual(expect.any(Number));
		expect([...applied, ...skipped]).toHaveLength(1);
		expect(await statusOf(id)).toBe(false);
	}, 120_000);
});

describe('holds, replay and the queue', () => {
	it('holds a document, says so on each event, and replays what waited after the release', async () => {
		const { id, number } = await delivery(1);
		await operate('exception', 'open', {
			model: { __rl: true, mode: 'id', value: 'stock.picking' },
			record: { __rl: true, mode: 'id', value: String(id) },
			cause: `Address ${serial}`,
			message: 'The address is doubtful',
			severity: 'high',
			hold: true,
			options: {},
		});
		const held = await apply(lab.json2, [
			scan(number, Milestone.PickedUp, 2),
			scan(number, Milestone.InTransit, 4),
		]);
		expect(reasons(held.exceptions)).toEqual(['on_hold', 'on_hold']);
		expect(held.exceptions[0].message).toContain('The address is doubtful');
		expect(await statusOf(id)).toBe(false);

		const [holding] = await operate('exception', 'getMany', {
			returnAll: true,
			filters: { onHold: true, states: ['open'] },
			options: {},
		});
		const [hold] = holding.filter((row) => (row.document as { id: number } | null)?.id === id);
		await operate('exception', 'release', { exceptionIds: String(hold.exceptionId), options: {} });
		await operate('exception', 'resolve', {
			exceptionIds: String(hold.exceptionId),
			resolution: 'Customer confirmed',
			options: {},
		});
		const [due] = await operate('exception', 'getMany', {
			returnAll: true,
			filters: { due: true, categories: ['held'] },
			options: {},
		});
		expect(due.length).toBeGreaterThan(0);
		const replay = async () =>
			await operate('event', 'replay', {
				replayBy: 'filter',
				filters: { outcomes: ['held', 'applied'], subject: number },
				limit: 50,
				options: {},
			});
		const [applied] = await replay();
		expect(applied).toHaveLength(2);
		expect(await statusOf(id)).toBe('in_transit');
		// Replaying everything changes nothing.
		const [none, skipped] = await replay();
		expect(none).toEqual([]);
		expect(reasons(skipped)).toEqual(['already_applied', 'already_applied']);
	}, 180_000);

	it('replays by exception, counts attempts, and gives up', async () => {
		const number = `LATE${(serial += 1)}X`;
		const { exceptions } = await apply(lab.json2, [scan(number, Milestone.InTransit, 3)]);
		const exceptionIds = String(exceptions[0].exceptionId);
		const byException = async () =>
			await operate('event', 'replay', { replayBy: 'exception', exceptionIds, options: {} });
		const [, , still] = await byException();
		expect(reasons(still)).toEqual(['document_not_found']);
		const [counted] = await operate('exception', 'countAttempt', {
			exceptionIds,
			message: '',
			options: {},
		});
		expect(counted).toMatchObject([{ state: 'retry', attempts: 1 }]);
		const { errors } = await runOdooSync(lab.n8n, lab.json2, {
			resource: 'exception',
			operation: 'retry',
			exceptionIds,
			at: 'soon',
		});
		expect(jsonOf(errors)).toMatchObject([{ error: 'Due At is not a time: "soon"' }]);
		const [assigned] = await operate('exception', 'assign', { exceptionIds, options: {} });
		expect(assigned).toMatchObject([{ state: 'in_review', assignedTo: { name: 'Logistics Bot' } }]);
		await lab.admin.write('stock.picking', [deliveries[2]], {
			carrier_tracking_ref: number,
			x_shipment_status: false,
			x_shipment_status_time: false,
		});
		const [applied] = await byException();
		expect(applied).toHaveLength(1);
		const [rows] = await operate('event', 'getMany', {
			returnAll: true,
			filters: { subject: number },
			simplify: true,
			options: { includePayload: true },
		});
		expect(rows).toMatchObject([
			{
				outcome: 'applied',
				subject: number,
				event: { subject: number },
				workflow: expect.any(String),
			},
		]);
		const [dead] = await operate('exception', 'deadLetter', {
			exceptionIds,
			resolution: 'Test',
			options: {},
		});
		expect(dead).toMatchObject([{ state: 'dead' }]);
	}, 180_000);

	it('two runs with the same events at the same time: every effect once', async () => {
		const { id, number } = await delivery();
		const events = Array.from({ length: 20 }, (_, hour) =>
			scan(number, Milestone.InTransit, hour + 1),
		);
		const runs = await Promise.all(
			[lab.json2, lab.jsonRpc, lab.json2].map(async (one) => await apply(one, events)),
		);
		const applied = runs.flatMap((run) => run.applied).map(({ key }) => key);
		const skipped = runs.flatMap((run) => run.skipped);
		expect(new Set(applied).size).toBe(applied.length);
		expect(applied.length + skipped.length).toBe(60);
		expect(await statusOf(id)).toBe('in_transit');
	}, 180_000);
});

describe('Reconciliation: Compare', () => {
	const location = async () => await lab.admin.ref('stock.stock_location_stock');

	async function stocked(sku: string, quantity: number): Promise<number> {
		const product = await lab.admin.create('product.product', {
			name: sku,
			default_code: sku,
			is_storable: true,
		});
		await setQuantity(product, quantity);
		return product;
	}

	async function setQuantity(product: number, quantity: number): Promise<void> {
		const quant = await lab.admin.create(
			'stock.quant',
			{ product_id: product, location_id: await location(), inventory_quantity: quantity },
			{ inventory_mode: true },
		);
		await lab.admin.call('stock.quant', 'action_apply_inventory', { ids: [quant] });
	}

	const compare = async (items: object[], more = {}) => {
		const run = await runOdooSync(
			lab.n8n,
			lab.json2,
			{
				resource: 'reconciliation',
				operation: 'compare',
				compare: 'stock',
				tolerance: { absolute: 1 },
				keepExceptions: true,
				reconciliation: `Stock ${serial}`,
				options: {
					domain: JSON.stringify([['product_id.default_code', '=like', `REC${serial}%`]]),
					includeMatched: true,
				},
				...more,
			},
			items,
		);
		const [differences, matched, summary, errors] = run.outputs.map(jsonOf);
		expect(errors).toEqual([]);
		return { differences, matched, summary: summary[0] };
	};

	it('tells what differs and what is missing on either side, and keeps an exception until it has healed', async () => {
		serial += 1;
		const sku = (name: string) => `REC${serial}-${name}`;
		await stocked(sku('same'), 10);
		const wrong = await stocked(sku('wrong'), 5);
		await stocked(sku('extra'), 3);
		const row = (name: string, quantity: number | string) => ({
			sku: sku(name),
			location: 'WH/Stock',
			quantity,
		});
		// 10 in Odoo against 11: within the tolerance. Two rows of one product are added up.
		const items = [row('same', 6), row('same', '5'), row('wrong', 9), row('unknown', 1)];
		const first = await compare(items);
		expect(first.matched).toMatchObject([{ outcome: 'matched', key: { sku: sku('same') } }]);
		const byOutcome = Object.fromEntries(
			first.differences.map(({ outcome, key }) => [outcome, (key as { sku: string }).sku]),
		);
		expect(byOutcome).toEqual({
			different: sku('wrong'),
			missing_in_odoo: sku('unknown'),
			missing_in_source: sku('extra'),
		});
		expect(first.differences.find(({ outcome }) => outcome === 'different')).toMatchObject({
			differences: [{ name: 'quantity', source: 9, odoo: 5, difference: '4' }],
		});
		expect(first.summary).toEqual({
			totals: { matched: 1, different: 1, missing_in_odoo: 1, missing_in_source: 1, ambiguous: 0 },
			exceptions: { opened: 3, healed: 0 },
		});
		// Nothing has changed: counted, not opened again.
		await compare(items);
		await setQuantity(wrong, 9);
		const later = await compare(items);
		expect(later.summary).toMatchObject({ exceptions: { opened: 2, healed: 1 } });
		const kept = await lab.admin.searchRead('x_logistics_exception', {
			domain: [['x_category', '=', 'reconciliation']],
			fields: ['x_state', 'x_occurrences', 'x_message'],
		});
		const ofWrong = kept.filter(({ x_message: message }) => String(message).includes(sku('wrong')));
		expect(ofWrong).toMatchObject([{ x_state: 'resolved', x_occurrences: 2 }]);
		const ofExtra = kept.filter(({ x_message: message }) => String(message).includes(sku('extra')));
		expect(ofExtra).toMatchObject([{ x_state: 'open', x_occurrences: 3 }]);
	}, 240_000);
});
