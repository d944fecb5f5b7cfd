import {
	ApprovalState,
	Assurance,
	AuditKind,
	Decision,
	EffectState,
	rowHash,
	type Ask,
} from '../../core/approval';
import { FaultServer } from '../../lab/fakes/faultServer';
import { runNode, type NodeUnderTest } from './harness/engine';
import { FakeApprovals } from './harness/fakeApprovals';
import { connectedTo } from './harness/fakeApply';
import { WaitingRun } from './harness/waiting';

/** A call that finds nothing decided looks again for some seconds. */
jest.setTimeout(60_000);

type Json = NodeUnderTest['items'][number];

let server: FaultServer;
let odoo: FakeApprovals;

beforeAll(async () => {
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => {
	odoo = new FakeApprovals();
	server.reply(odoo.answer);
});

const LEVELS = { level: [{ approversFrom: 'group', group: 'base.group_user', quorum: 2 }] };

const test_ = (
	parameters: object,
	items: Json[] = [{ ref: 'A' }],
	more: Partial<NodeUnderTest> = {},
): NodeUnderTest => ({
	type: 'approvalRequest',
	parameters: {
		operation: 'sendAndWait',
		subject: '=Terms of {{ $json.ref }}',
		model: { __rl: true, mode: 'id', value: 'sale.order' },
		documentId: '7',
		whenApproved: 'write',
		values: { value: [{ field: 'note', value: 'new' }] },
		levels: LEVELS,
		...parameters,
	} as NodeUnderTest['parameters'],
	items,
	credentials: { Odoo: connectedTo(server) },
	...more,
});

const asked = (at = 0): Ask => odoo.approvals[at].ask as Ask;

const decisionOf = (json: Json | undefined): Json => json?.approval as Json;

test('asks with exactly what would change, waits until after the due time, and carries it out once', async () => {
	const waiting = await WaitingRun.start(test_({ dueAmount: 2, dueUnit: 'hours' }));
	expect(waiting.first.error).toBeUndefined();
	expect(waiting.isWaiting).toBe(true);
	expect(asked()).toMatchObject({
		title: 'Terms of A',
		batch: '1_2_0',
		document: { model: 'sale.order', id: 7, name: 'S00007' },
		changes: [{ field: 'note', label: 'Terms', before: 'old', after: 'new' }],
		levels: [{ quorum: 2, assurance: Assurance.Odoo }],
	});
	const due = Date.parse(`${asked().due_at?.replace(' ', 'T')}Z`);
	expect(Math.abs(due - Date.now() - 2 * 3_600_000)).toBeLessThan(60_000);
	expect(waiting.first.run.waitTill?.getTime()).toBe(due + 3_600_000);

	odoo.vote(1, 10);
	const early = await waiting.call();
	expect(early.response.workflowData).toBeUndefined();
	expect(odoo.written).toEqual([]);

	odoo.vote(1, 11);
	const { response } = await waiting.call();
	const [noAnswer, approved, rejected] = await waiting.resume(response.workflowData);
	expect([noAnswer, rejected]).toEqual([[], []]);
	expect(approved[0]).toMatchObject({ json: { ref: 'A' }, pairedItem: { item: 0 } });
	expect(decisionOf(approved[0].json)).toMatchObject({
		outcome: 'approved',
		votes: [{ by: 'Person 10' }, { by: 'Person 11' }],
		ledgerId: 1,
		problem: null,
	});
	expect(odoo.written).toEqual([{ note: 'new' }]);
	expect(odoo.row(1)).toMatchObject({
		x_effect_state: 'applied',
		x_resumed_at: expect.any(String),
	});
	await waiting.call();
	expect(odoo.written).toHaveLength(1);
});

test('a rejection leaves on Rejected with its reason, and changes nothing', async () => {
	const waiting = await WaitingRun.start(test_({}));
	odoo.vote(1, 10, Decision.Reject, 'Too early');
	const { response } = await waiting.call();
	const [noAnswer, approved, rejected] = await waiting.resume(response.workflowData);
	expect([noAnswer, approved]).toEqual([[], []]);
	expect(decisionOf(rejected[0].json)).toMatchObject({
		outcome: 'rejected',
		comments: ['Too early'],
	});
	expect(odoo.written).toEqual([]);
});

test('with an error output the items wait just as well', async () => {
	const waiting = await WaitingRun.start(test_({}, undefined, { onError: 'continueErrorOutput' }));
	odoo.vote(1, 10);
	odoo.vote(1, 11);
	const { response } = await waiting.call();
	const [, approved] = await waiting.resume(response.workflowData);
	expect(approved[0]).toMatchObject({ json: { ref: 'A', approval: { outcome: 'approved' } } });
});

test('a time-out of n8n leaves on No Answer with the item as it came', async () => {
	const waiting = await WaitingRun.start(test_({}));
	const [noAnswer, ...others] = await waiting.resume(undefined);
	expect(noAnswer[0].json).toEqual({ ref: 'A' });
	expect(others.flat()).toEqual([]);
});

test.each<[string, () => void]>([
	[
		'the state alone',
		() =>
			Object.assign(odoo.row(1), {
				x_state: ApprovalState.Approved,
				x_effect_state: EffectState.Waiting,
			}),
	],
	[
		'a vote that was altered',
		() => {
			odoo.vote(1, 10, Decision.Reject);
			const row = odoo.votes[1];
			row.x_record = String(row.x_record).replace('"reject"', '"approve"');
		},
	],
	[
		'a vote that was altered and hashed anew, with the state',
		() => {
			odoo.vote(1, 10, Decision.Reject);
			const row = odoo.votes[1];
			row.x_record = String(row.x_record).replace('"reject"', '"approve"');
			row.x_hash = rowHash(String(row.x_previous), String(row.x_record));
			Object.assign(odoo.row(1), {
				x_state: ApprovalState.Approved,
				x_effect_state: EffectState.Waiting,
			});
		},
	],
	[
		'votes of people who are not asked',
		() => {
			odoo.vote(1, 50);
			odoo.vote(1, 51);
		},
	],
	[
		'votes of the requester',
		() => {
			odoo.vote(1, 1);
			odoo.vote(1, 10);
		},
	],
	[
		'one person twice',
		() => {
			odoo.vote(1, 10);
			odoo.vote(1, 10);
		},
	],
	[
		'votes that were cut off',
		() => {
			odoo.vote(1, 10);
			odoo.vote(1, 11);
			odoo.votes.splice(2);
		},
	],
])(
	'%s approves nothing: the execution keeps waiting',
	async (_name, forge) => {
		const waiting = await WaitingRun.start(test_({}));
		forge();
		const { response } = await waiting.call();
		expect(response.workflowData).toBeUndefined();
		expect(odoo.written).toEqual([]);
	},
	30_000,
);

test('what is carried out is what was decided on, though the request was changed since', async () => {
	const waiting = await WaitingRun.start(test_({}));
	odoo.vote(1, 10);
	odoo.vote(1, 11);
	const row = odoo.row(1);
	row.x_canonical = String(row.x_canonical).replace('"new"', '"forged"');
	const { response } = await waiting.call();
	const [noAnswer, approved] = await waiting.resume(response.workflowData);
	expect(approved).toEqual([]);
	expect(decisionOf(noAnswer[0].json)).toMatchObject({
		outcome: 'failed',
		problem: expect.stringContaining('nothing was changed'),
	});
	expect(odoo.written).toEqual([]);
});

test('a document that changed is asked about anew, with what it is now; five times at most', async () => {
	const waiting = await WaitingRun.start(test_({}));
	for (let round = 1; round <= 5; round += 1) {
		odoo.order.note = `changed ${round}`;
		odoo.vote(round, 10);
		odoo.vote(round, 11);
		const { response } = await waiting.call();
		expect(odoo.row(round).x_state).toBe(ApprovalState.Stale);
		if (round < 5) {
			expect(response.workflowData).toBeUndefined();
			expect(asked(round)).toMatchObject({
				batch: '1_2_0',
				changes: [{ before: `changed ${round}` }],
			});
			continue;
		}
		const [noAnswer] = await waiting.resume(response.workflowData);
		expect(decisionOf(noAnswer[0].json)).toMatchObject({ outcome: 'stale', round: 5 });
	}
	expect(odoo.approvals).toHaveLength(5);
	expect(odoo.written).toEqual([]);
});

test('a document that changed and cannot be read any more leaves without an answer', async () => {
	const waiting = await WaitingRun.start(test_({}));
	odoo.order.note = 'changed';
	odoo.isReadable = false;
	odoo.vote(1, 10);
	odoo.vote(1, 11);
	const { response } = await waiting.call();
	const [noAnswer, approved] = await waiting.resume(response.workflowData);
	expect(approved).toEqual([]);
	expect(decisionOf(noAnswer[0].json)).toMatchObject({ outcome: 'stale', round: 1 });
	expect(odoo.approvals).toHaveLength(1);
});

test('a second round that is approved is carried out', async () => {
	const waiting = await WaitingRun.start(test_({}));
	odoo.order.note = 'changed';
	for (const id of [1, 2]) {
		odoo.vote(id, 10);
		odoo.vote(id, 11);
		const { response } = await waiting.call();
		if (id === 2) {
			const [, approved] = await waiting.resume(response.workflowData);
			expect(decisionOf(approved[0].json)).toMatchObject({ outcome: 'approved', round: 2 });
		}
	}
	expect(odoo.written).toEqual([{ note: 'new' }]);
	expect([...odoo.ledger.keys()].map((key) => key.endsWith('_r2'))).toEqual([false, true]);
});

test('several items wait together, and each leaves on its own output', async () => {
	const items = ['A', 'B', 'C'].map((ref) => ({ ref }));
	const parameters = { whenApproved: 'nothing', levels: { level: [{ group: 'base.group_user' }] } };
	const waiting = await WaitingRun.start(test_(parameters, items));
	expect(odoo.approvals.map(({ x_name: name }) => name)).toEqual([
		'Terms of A',
		'Terms of B',
		'Terms of C',
	]);
	odoo.vote(1, 10, Decision.Reject);
	odoo.vote(2, 10);
	expect((await waiting.call()).response.workflowData).toBeUndefined();
	odoo.end(odoo.row(3), ApprovalState.Cancelled, AuditKind.Cancelled);
	const { response } = await waiting.call();
	const outputs = await waiting.resume(response.workflowData);
	expect(outputs.map((output) => output.map(({ json }) => json.ref))).toEqual([
		['C'],
		['B'],
		['A'],
	]);
});

test('with a key, what was decided is not asked again', async () => {
	const parameters = { options: { requestKey: 'terms of S7' } };
	const waiting = await WaitingRun.start(test_(parameters));
	odoo.vote(1, 10);
	odoo.vote(1, 11);
	// The execution is gone: another one asks the same.
	const again = await runNode(test_(parameters));
	expect(again.run.waitTill).toBeUndefined();
	expect(decisionOf(again.outputs[1][0].json)).toMatchObject({ outcome: 'approved' });
	expect(odoo.written).toEqual([{ note: 'new' }]);
	await waiting.call();
	expect(odoo.approvals).toHaveLength(1);
	expect(odoo.written).toHaveLength(1);
});

test('a worker that dies between decision and effect: whoever comes next applies it once', async () => {
	await WaitingRun.start(test_({}));
	odoo.vote(1, 10);
	odoo.vote(1, 11);
	const row = odoo.row(1);
	// Applied, and died before it could say so.
	odoo.ledger.set(`apr_${String(row.x_key)}`, { id: 9, outcome: 'applied' as never });
	const { outputs } = await runNode(test_({ operation: 'carryOut', chooseBy: 'due' }));
	expect(outputs[0][0].json).toMatchObject({
		id: 1,
		done: true,
		outcome: 'approved',
		approval: { ledgerId: 9 },
	});
	expect(odoo.written).toEqual([]);
	expect(row.x_effect_state).toBe('applied');
	const second = await runNode(test_({ operation: 'carryOut', chooseBy: 'due' }));
	expect(second.outputs[0] ?? []).toEqual([]);
});

test('an item that cannot be asked about stops the node before anything is asked', async () => {
	const parameters = { documentId: '={{ $json.id }}' };
	const run = await runNode(test_(parameters, [{ id: 7 }, { id: 8 }]));
	expect(run.error?.message).toContain('sale.order 8 is not there');
	expect(odoo.approvals).toEqual([]);
	const goesOn = await WaitingRun.start(
		test_(parameters, [{ id: 7 }, { id: 8 }], { onError: 'continueRegularOutput' }),
	);
	odoo.vote(1, 10);
	odoo.vote(1, 11);
	const { response } = await goesOn.call();
	const [noAnswer, approved] = await goesOn.resume(response.workflowData);
	expect(approved.map(({ json }) => json.id)).toEqual([7]);
	expect(decisionOf(noAnswer[0].json)).toMatchObject({ outcome: 'not_asked' });
});

test.each<[string, object, string]>([
	['no subject', { subject: '' }, 'no subject'],
	['nobody to decide', { levels: {} }, 'Nobody is named'],
	[
		'a field that does not exist',
		{ values: { value: [{ field: 'nope', value: '1' }] } },
		'no field "nope"',
	],
	['lines', { valuesFrom: 'json', valuesJson: '{"order_line": [{"id": 1}]}' }, 'order_line'],
	['half a document', { documentId: '' }, 'no document'],
	[
		'an effect that does not exist',
		{ whenApproved: 'effects', effects: '[{"kind":"unlink"}]' },
		'no effect',
	],
	['hours that never open', { options: { calendar: { hours: { weekdays: [] } } } }, 'workday'],
])('%s is refused with what to do', async (_name, parameters, words) => {
	const run = await runNode(test_(parameters));
	expect(run.error?.message).toContain(words);
	expect(odoo.approvals).toEqual([]);
});

test('relations are shown by name, held by id; effects besides values are shown whole', async () => {
	await WaitingRun.start(
		test_({
			whenApproved: 'effects',
			effects: JSON.stringify([
				{ kind: 'write', values: { partner_id: 4 } },
				{ kind: 'validate_picking', backorder: true },
			]),
			options: { watch: 'state', details: '{"why":"x"}' },
		}),
	);
	expect(asked()).toMatchObject({
		changes: [{ field: 'partner_id', before: [3, 'Azure'], after: [4, 'Deco'] }],
		details: { effects: [{ kind: 'validate_picking' }], details: { why: 'x' } },
		command: { plans: [{ expect: { partner_id: 3, state: 'draft' } }] },
	});
});

test('policy and record of the Tolerance Gate are taken from the item', async () => {
	const record = {
		schema: 'tolerance-decision/1',
		policy: { id: 'freight', version: '2' },
		sentence: 'Over',
	};
	await WaitingRun.start(
		test_({}, [{ ref: 'A', tolerance: { outcome: 'needs_approval', record } }]),
	);
	expect(asked()).toMatchObject({ policy: { id: 'freight', version: '2' }, record });
});

test('links have secrets of their own, of which Odoo gets hash and address', async () => {
	const level = { group: 'base.group_user', links: true, assurance: Assurance.Link };
	await WaitingRun.start(test_({ levels: { level: [level] } }));
	expect(odoo.links).toHaveLength(3);
	const tokens = odoo.links.map(({ url }) => new URL(url).searchParams.get('t') ?? '');
	expect(new Set(tokens).size).toBe(3);
	expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
	expect(odoo.links.some(({ token_hash: hash }) => tokens.includes(hash))).toBe(false);
});

test('Odoo down: a page says so, the wait stays', async () => {
	const waiting = await WaitingRun.start(test_({}));
	odoo.broken = { fault: 'reset' };
	const query = { t: 'x'.repeat(43) };
	const shown = await waiting.call({ method: 'GET', query });
	expect(shown.status).toBe(503);
	expect(shown.response.workflowData).toBeUndefined();
	const hinted = await waiting.call();
	expect(hinted.response.workflowData).toBeUndefined();
});

test.each([
	[{ method: 'GET' as const, query: {} }],
	[{ method: 'HEAD' as const, query: { t: 'short' } }],
	[{ method: 'POST' as const, query: { t: '../../etc' } }],
	[{ method: 'GET' as const, query: { t: 'x'.repeat(43) } }],
])('a call that makes no sense gets a page and changes nothing: %j', async (call) => {
	const waiting = await WaitingRun.start(test_({}));
	const { response, headers } = await waiting.call(call);
	expect(response).toEqual({ noWebhookResponse: true });
	expect(headers['content-type']).toContain('text/html');
	expect(odoo.row(1).x_state).toBe(ApprovalState.Pending);
});

test('nobody may decide: the execution waits, and asks anew when it is woken', async () => {
	odoo.people = [];
	const waiting = await WaitingRun.start(test_({}));
	expect(waiting.isWaiting).toBe(true);
	expect(odoo.row(1).x_state).toBe(ApprovalState.Blocked);
	expect((await waiting.call()).response.workflowData).toBeUndefined();
});

test('the audit trail is verified, and exported', async () => {
	await WaitingRun.start(test_({}));
	odoo.vote(1, 10);
	odoo.vote(1, 11);
	const verify = async () =>
		(await runNode(test_({ operation: 'verify', returnExport: true }))).outputs[0][0].json;
	const whole = await verify();
	expect(whole).toMatchObject({ intact: true, rows: 4, requests: 1 });
	odoo.votes.splice(1, 1);
	expect(await verify()).toMatchObject({ intact: false, findings: [{ problem: 'missing' }] });
});

test('the queue tells age and due state', async () => {
	await WaitingRun.start(test_({}));
	odoo.row(1).x_due_at = '2026-01-01 00:00:00';
	odoo.row(1).create_date = '2025-12-31 00:00:00';
	const { outputs } = await runNode(test_({ operation: 'getMany', returnAll: true }));
	expect(outputs[0][0].json).toMatchObject({
		id: 1,
		due: 'overdue',
		state: 'pending',
		waitingFor: ['P10', 'P11', 'P12'],
		document: { id: 7 },
	});
	const cancelled = await runNode(test_({ operation: 'cancel', ids: '1' }));
	expect(cancelled.outputs[0][0].json).toMatchObject({
		id: 1,
		state: 'cancelled',
		done: true,
		due: 'closed',
	});
});
