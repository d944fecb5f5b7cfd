import {
	ApprovalState,
	DueState,
	dueState,
	EffectState,
	LOST_AFTER_MS,
	OnTimeout,
} from '../../../core/approval';
import {
	approvalName,
	buildAsk,
	effectOf,
	readDecided,
	type Wish,
} from '../../../core/approval/ask';
import { EffectKind } from '../../../core/odoo/apply';

const wish: Wish = {
	key: 'po_7',
	batch: '1_a_0',
	item: 0,
	execution: '1',
	node: 'a',
	workflow: 'Prices',
	title: 'Price of PO7',
	message: 'The price rose by 12 %.',
	document: { model: 'purchase.order', id: 7, name: 'PO7' },
	changes: [
		{
			model: 'purchase.order',
			id: 7,
			document: 'PO7',
			field: 'partner_ref',
			label: 'Vendor Reference',
			before: false,
			after: 'R1',
		},
	],
	details: null,
	effects: [{ kind: EffectKind.Write, values: { partner_ref: 'R1' } }],
	expect: { partner_ref: false },
	policy: { id: 'prices', version: '3' },
	record: null,
	levels: [],
	requester: null,
	excluded: [],
	due_at: null,
	remind_at: null,
	remind_minutes: 0,
	escalate_at: null,
	escalate_to: [],
	on_timeout: OnTimeout.Reject,
	resume_url: null,
	code_hash: null,
	code_label: '',
};

test('the digest covers what is decided on, and not who is woken or when', () => {
	const { digest } = buildAsk(wish);
	const other = (more: Partial<Wish>) => buildAsk({ ...wish, ...more }).digest;
	expect(other({ batch: '2_a_0', execution: '2', due_at: '2026-01-01 00:00:00', item: 4 })).toBe(
		digest,
	);
	const digests = [
		other({ title: 'Price of PO8' }),
		other({ message: 'The price rose by 120 %.' }),
		other({ document: { model: 'purchase.order', id: 8, name: 'PO7' } }),
		other({ changes: [{ ...wish.changes[0], before: 'R0' }] }),
		other({ details: { send: true } }),
		other({ effects: [{ kind: EffectKind.Write, values: { partner_ref: 'R2' } }] }),
		other({ expect: { partner_ref: 'R0' } }),
		other({ policy: { id: 'prices', version: '4' } }),
	];
	expect(new Set([digest, ...digests]).size).toBe(digests.length + 1);
});

test('what was decided on is read from the text of the digest alone', () => {
	const ask = buildAsk(wish);
	expect(readDecided(ask.canonical, ask.digest)).toMatchObject({
		title: wish.title,
		command: ask.command,
	});
	expect(readDecided(ask.canonical.replace('R1', 'R9'), ask.digest)).toBeNull();
	expect(ask.command?.plans[0]).toMatchObject({
		find: [{ model: 'purchase.order', domain: [['id', '=', 7]] }],
		expect: { partner_ref: false },
	});
	expect(buildAsk({ ...wish, effects: [] }).command).toBeNull();
});

test('the effect goes into the ledger under the name of the request', () => {
	const ask = buildAsk(wish);
	const command = ask.command as NonNullable<typeof ask.command>;
	expect(approvalName('po_7', 1)).toBe('apr_po_7');
	expect(effectOf(command, approvalName('po_7', 2), ask.digest)).toMatchObject({
		key: 'apr_po_7_r2',
		digest: ask.digest,
		plans: command.plans,
	});
});

test.each([
	[{ state: ApprovalState.Approved, dueAt: 1 }, DueState.Closed],
	[{ dueAt: 100 }, DueState.Overdue],
	[{ dueAt: 200, escalateAt: 100, remindAt: 50 }, DueState.Escalate],
	[{ dueAt: 200, escalateAt: 100, escalatedAt: 100, remindAt: 50 }, DueState.Remind],
	[{ dueAt: 200, remindAt: 101 }, DueState.OnTime],
	[{ state: ApprovalState.Blocked, dueAt: 99 }, DueState.Overdue],
	[{}, DueState.OnTime],
	[{ state: ApprovalState.Approved, effect: EffectState.Waiting }, DueState.CarryOut],
	[{ state: ApprovalState.Approved, effect: EffectState.Failed }, DueState.CarryOut],
	[{ state: ApprovalState.Approved, effect: EffectState.Applied }, DueState.Closed],
	[{ state: ApprovalState.Rejected, decidedAt: 100 - LOST_AFTER_MS, wakeAt: 900 }, DueState.Resume],
	[{ state: ApprovalState.Rejected, decidedAt: 101 - LOST_AFTER_MS, wakeAt: 900 }, DueState.Closed],
	[{ state: ApprovalState.Rejected, decidedAt: 100 - LOST_AFTER_MS }, DueState.Closed],
])('what is due: %j', (more, due) => {
	const timed = {
		state: ApprovalState.Pending,
		effect: EffectState.None,
		decidedAt: null,
		wakeAt: null,
		dueAt: null,
		remindAt: null,
		escalateAt: null,
		escalatedAt: null,
		...more,
	};
	expect(dueState(timed, 100)).toBe(due);
});
