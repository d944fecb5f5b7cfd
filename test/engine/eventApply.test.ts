import { readFileSync } from 'node:fs';
import path from 'node:path';
import { normalize } from '../../core/carriers';
import { Milestone, type ShipmentEvent } from '../../core/event';
import { ApplyOutcome, ApplyReason, EffectKind, type Command } from '../../core/odoo/apply';
import { FaultServer, type Answer, type Reply } from '../../lab/fakes/faultServer';
import { event } from '../unit/event/event.helper';
import { runNode, type NodeUnderTest } from './harness/engine';
import { connectedTo, fakeOdoo, isApply, requestOf, result, SETUP } from './harness/fakeApply';

type Json = NodeUnderTest['items'][number];

let server: FaultServer;

beforeAll(async () => {
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());

const asItem = (one: object): Json => one as Json;

const scan = (id: string, at: string, milestone = Milestone.InTransit): ShipmentEvent =>
	event({ id, at, milestone });

async function apply(answer: Answer, items: object[], options: object = {}) {
	server.reply(answer);
	const run = await runNode({
		type: 'odooSync',
		onError: 'continueErrorOutput',
		parameters: {
			resource: 'event',
			operation: 'apply',
			event: '={{ $json }}',
			options: options as Json,
		} as NodeUnderTest['parameters'],
		items: items.map(asItem),
		credentials: { Odoo: connectedTo(server) },
	});
	const requests = server.requests.filter(isApply).map(requestOf);
	const [applied, skipped, exceptions, errors] = run.outputs;
	return { applied, skipped, exceptions, errors: errors ?? [], requests, run };
}

const ids = (commands: Command[]): string[] =>
	commands.map(({ event: { payload } }) => (JSON.parse(payload) as { id: string }).id);

test('each event leaves on the output of its outcome, with the item it came from', async () => {
	const outcomes: Record<string, ApplyOutcome> = {
		a: ApplyOutcome.Applied,
		b: ApplyOutcome.Duplicate,
		c: ApplyOutcome.Stale,
		d: ApplyOutcome.Held,
		e: ApplyOutcome.Unmatched,
		f: ApplyOutcome.Rejected,
		g: ApplyOutcome.Conflict,
	};
	const items = Object.keys(outcomes).map((id, at) => ({
		...scan(id, `2026-01-01T0${at}:00:00Z`),
		customer: `of ${id}`,
	}));
	const { applied, skipped, exceptions, errors } = await apply(
		fakeOdoo((command) => result(command, { outcome: outcomes[ids([command])[0]] })),
		items,
	);
	const told = (list: typeof applied) =>
		list.map(({ json, pairedItem }) => [(json.item as Json).customer, json.outcome, pairedItem]);
	expect(told(applied)).toEqual([['of a', 'applied', { item: 0 }]]);
	expect(told(skipped)).toEqual([
		['of b', 'duplicate', { item: 1 }],
		['of c', 'stale', { item: 2 }],
	]);
	expect(exceptions.map(({ json }) => json.outcome)).toEqual([
		'held',
		'unmatched',
		'rejected',
		'conflict',
	]);
	expect(errors).toEqual([]);
	expect(applied[0].json).toMatchObject({ document: { id: 7 }, ledgerId: 1, exceptionId: null });
});

test('what is no event is kept as it came, and of an event only what belongs to it', async () => {
	const { requests } = await apply(
		fakeOdoo((command) => result(command)),
		[{ hello: 'world' }, { ...scan('a', '2026-01-01T00:00:00Z'), customer: 'of a' }],
	);
	const payloads = requests
		.flatMap(({ commands }) => commands)
		.map(({ event: { payload } }) => JSON.parse(payload) as Json);
	expect(payloads[0]).toEqual({ hello: 'world' });
	expect(payloads[1]).toEqual(scan('a', '2026-01-01T00:00:00Z'));
});

test('the decision of the gate goes along, so that the ledger keeps it', async () => {
	const tolerance = { outcome: 'within_tolerance', record: { schema: 'tolerance-decision/1' } };
	const { requests } = await apply(
		fakeOdoo((command) => result(command)),
		[scan('a', '2026-01-01T00:00:00Z'), { ...scan('a', '2026-01-01T00:00:00Z'), tolerance }],
	);
	const [bare, judged] = requests.flatMap(({ commands }) => commands);
	expect(JSON.parse(judged.event.payload)).toMatchObject({ id: 'a', tolerance });
	// It is not part of what happened: judged again, the event is the same.
	expect([judged.key, judged.digest]).toEqual([bare.key, bare.digest]);
});

test('events are sent in batches and in order of time, and come out in the order of the items', async () => {
	const items = ['3', '1', '5', '2', '4'].map((day) => scan(day, `2026-01-0${day}T00:00:00Z`));
	const { applied, requests } = await apply(
		fakeOdoo((command) => result(command)),
		items,
		{
			batchSize: 2,
		},
	);
	expect(requests.map(({ commands }) => ids(commands))).toEqual([['1', '2'], ['3', '4'], ['5']]);
	expect(applied.map(({ json }) => (json.item as Json).id)).toEqual(['3', '1', '5', '2', '4']);
	expect(Object.keys(requests[0].tables)).toEqual(['in_transit..actual....']);
	expect(requests[0]).toMatchObject({ protocol: 1, ledger: true, dry_run: false, execution: '1' });
});

test('an event that is not valid is sent to be kept as an exception, with the place of each fault', async () => {
	const wrong = { ...scan('x', '2026-01-01T00:00:00Z'), subject: 'OTHER' };
	const { requests } = await apply(
		fakeOdoo((command) => result(command, { outcome: ApplyOutcome.Rejected })),
		[wrong, { hello: 'world' }, scan('u', '2026-01-01T00:00:00Z', Milestone.Unknown)],
	);
	const invalid = requests[0].commands.map((command) => command.invalid?.map(({ path: at }) => at));
	expect(invalid).toHaveLength(3);
	expect(invalid).toEqual(expect.arrayContaining([['/subject'], ['/type'], ['/data/milestone']]));
	expect(requests[0].commands.every(({ plans }) => plans.length === 0)).toBe(true);
});

test('one event that breaks the request does not take the others with it', async () => {
	const poison: Reply = {
		status: 422,
		json: { name: 'builtins.ValueError', message: 'Expected singleton' },
	};
	const items = Array.from({ length: 9 }, (_one, at) => scan(`${at}`, `2026-01-01T00:0${at}:00Z`));
	const { applied, errors } = await apply(
		fakeOdoo((command) => (ids([command])[0] === '4' ? poison : result(command))),
		items,
	);
	expect(applied).toHaveLength(8);
	expect(errors).toHaveLength(1);
	expect(errors[0].json).toMatchObject({ error: 'Expected singleton' });
});

test('no answer: the batch is sent again, and what was carried out comes back as a duplicate', async () => {
	let calls = 0;
	const { skipped, requests } = await apply(
		(request) => {
			if (!isApply(request)) return SETUP;
			calls += 1;
			if (calls === 1) return { fault: 'reset' };
			return fakeOdoo((command) =>
				result(command, {
					outcome: ApplyOutcome.Duplicate,
					reason: ApplyReason.AlreadyApplied,
					stored: true,
				}),
			)(request);
		},
		[scan('a', '2026-01-01T00:00:00Z')],
	);
	expect(requests).toHaveLength(2);
	expect(requests[0].commands[0].key).toBe(requests[1].commands[0].key);
	expect(skipped).toHaveLength(1);
});

test('what comes after an event that did not get through waits with it, if it is about the same', async () => {
	const other = {
		...event({ id: 'c', number: 'T2', milestone: Milestone.InTransit, at: '2026-01-03T00:00:00Z' }),
	};
	const { applied, errors, requests } = await apply(
		(request) => {
			if (!isApply(request)) return SETUP;
			const [first] = ids(requestOf(request).commands);
			if (first === 'a') return { fault: 'reset' };
			return fakeOdoo((command) => result(command))(request);
		},
		[scan('a', '2026-01-01T00:00:00Z'), scan('b', '2026-01-02T00:00:00Z'), other],
		{ batchSize: 1 },
	);
	const sent = new Set(requests.flatMap(({ commands }) => ids(commands)));
	expect(sent).toEqual(new Set(['a', 'c']));
	expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(applied.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 2 }]);
});

test('without the ledger nothing is sent twice', async () => {
	const { errors, requests } = await apply(
		(request) => (isApply(request) ? { fault: 'reset' } : SETUP),
		[scan('a', '2026-01-01T00:00:00Z')],
		{ useLedger: false },
	);
	expect(requests).toHaveLength(1);
	expect(requests[0].ledger).toBe(false);
	expect(errors[0].json).toMatchObject({ details: { kind: 'timeout_unknown_outcome' } });
});

test('where Setup was not run, each item says what to do', async () => {
	const { errors, requests } = await apply(
		{
			status: 404,
			json: {
				name: 'werkzeug.exceptions.NotFound',
				message: "the model 'x_logistics_setup' does not exist",
			},
		},
		[scan('a', '2026-01-01T00:00:00Z'), scan('b', '2026-01-02T00:00:00Z')],
	);
	expect(requests).toEqual([]);
	expect(errors).toHaveLength(2);
	expect(errors[0].json).toMatchObject({
		error: 'Logistics Sync is not set up in this Odoo',
		message: expect.stringContaining('Setup: Install'),
	});
});

test('a second sending that brings the proof is applied, though the scan is known', async () => {
	const file = path.join(__dirname, '../fixtures/carriers/upsTrackAlert.delivered.json');
	const { payload } = JSON.parse(readFileSync(file, 'utf8')) as { payload: unknown };
	const [delivered] = normalize(payload).events;
	const proven = {
		...delivered,
		data: { ...delivered.data, delivery: { photo: { kind: 'url', url: 'https://ups.example/p' } } },
	};
	const change = {
		model: 'stock.picking',
		id: 7,
		field: 'x_proof_received',
		before: false,
		after: true,
	};
	const { applied, requests } = await apply(
		fakeOdoo((command) =>
			command.on_problem === null
				? result(command, { changes: [change] })
				: result(command, { outcome: ApplyOutcome.Duplicate }),
		),
		[proven],
	);
	const [, proof] = requests[0].commands;
	expect(proof.key).toMatch(/^cse_[0-9a-f]{32}_p[0-9a-f]{10}$/);
	expect(applied[0].json).toMatchObject({
		outcome: 'applied',
		changes: [change],
		parts: [{ part: 'proof', outcome: 'applied' }],
	});
});

test('routes are changed in the node, and a fault in them is named', async () => {
	const leaveOut = { 'shipment.outgoing': { effects: { note: null, lateNote: null } } };
	const { requests } = await apply(
		fakeOdoo((command) => result(command)),
		[scan('a', '2026-01-01T00:00:00Z')],
		{ routes: JSON.stringify(leaveOut) },
	);
	const [outgoing] = requests[0].commands[0].plans;
	expect(outgoing.effects.some(({ kind }) => kind === EffectKind.Note)).toBe(false);
	const { errors } = await apply(
		fakeOdoo((command) => result(command)),
		[scan('a', '2026-01-01T00:00:00Z')],
		{ routes: '{"shipment.outgoing": {"guard": {"by": "magic"}}}' },
	);
	expect(errors[0].json.error).toMatch(/^Routes\/shipment\.outgoing\/guard\/by: /);
});

test('a dry run says so in the request and in the items', async () => {
	const { applied, requests } = await apply(
		fakeOdoo((command) => result(command)),
		[scan('a', '2026-01-01T00:00:00Z')],
		{ dryRun: true },
	);
	expect(requests[0].dry_run).toBe(true);
	expect(applied[0].json.dryRun).toBe(true);
});
