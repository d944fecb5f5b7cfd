import {
	ApprovalState,
	Assurance,
	AuditKind,
	Decision,
	EffectState,
	fold,
	Ignored,
	OnTimeout,
	type Folded,
	type Question,
} from '../../../core/approval';
import { level, question, trail, type Cast } from './approval.helper';

const { Approve, Reject } = Decision;
const { Approved, Blocked, Cancelled, Expired, Pending, Rejected, Stale } = ApprovalState;

const people = (count: number): number[] => Array.from({ length: count }, (_one, at) => at + 1);

/** Every order in which some of these may vote, each once, either way; prefixes included. */
function* orders(who: readonly Cast[], before: Cast[] = []): Generator<Cast[]> {
	yield before;
	for (const cast of who) {
		const others = who.filter((one) => one !== cast);
		yield* orders(others, [...before, { ...cast, decision: Approve }]);
		yield* orders(others, [...before, { ...cast, decision: Reject }]);
	}
}

/** All words over an alphabet up to a length. */
function* words(alphabet: readonly Cast[], length: number, before: Cast[] = []): Generator<Cast[]> {
	yield before;
	if (length === 0) return;
	for (const letter of alphabet) yield* words(alphabet, length - 1, [...before, letter]);
}

interface Rule {
	size: number;
	quorum: number;
	rejections: number;
}

/** The rule in its plainest form, level by level; said apart from the code that is tested. */
function expected(rules: Rule[], casts: Cast[]): ApprovalState {
	let at = 0;
	let [yes, no] = [0, 0];
	for (const { level: given = 1, decision } of casts) {
		if (given !== at + 1) continue;
		if (decision === Approve) yes += 1;
		else no += 1;
		const { size, quorum, rejections } = rules[at];
		if (no >= rejections) return Rejected;
		if (yes >= quorum) {
			at += 1;
			[yes, no] = [0, 0];
			if (at === rules.length) return Approved;
		} else if (size - no < quorum) return Rejected;
	}
	return Pending;
}

test('one level: all orders of votes of up to five approvers, all quorums and rejections', () => {
	let seen = 0;
	for (const size of [1, 2, 3, 4, 5]) {
		for (const quorum of people(size)) {
			for (const rejections of people(size)) {
				const asked = question([level(1, people(size), quorum, rejections)]);
				for (const casts of orders(people(size).map((who) => ({ who })))) {
					const { state } = fold(asked, trail(casts));
					if (state !== expected([{ size, quorum, rejections }], casts)) {
						throw new Error(JSON.stringify({ size, quorum, rejections, casts, state }));
					}
					seen += 1;
				}
			}
		}
	}
	expect(seen).toBe(169_169);
});

test('levels in sequence: all orders of votes of five people in two or three levels', () => {
	const seen = new Set<ApprovalState>();
	for (const sizes of [
		[2, 3],
		[3, 2],
		[1, 4],
		[1, 2, 2],
	]) {
		let next = 1;
		const members = sizes.map((size) => people(size).map(() => next++));
		const voters = members.flatMap((ids, at) => ids.map((who) => ({ who, level: at + 1 })));
		for (const quorum of [1, 2]) {
			const rules = sizes.map((size) => ({
				size,
				quorum: Math.min(quorum, size),
				rejections: Math.min(2, size),
			}));
			const asked = question(
				rules.map((rule, at) => level(at + 1, members[at], rule.quorum, rule.rejections)),
			);
			for (const casts of orders(voters)) {
				const { state } = fold(asked, trail(casts));
				seen.add(state);
				if (state !== expected(rules, casts))
					throw new Error(JSON.stringify({ rules, casts, state }));
			}
		}
	}
	expect(seen).toEqual(new Set([Pending, Approved, Rejected]));
});

/** What must be true after any trail, whoever sent whatever. */
function holds(asked: Question, { state, votes }: Folded): boolean {
	const persons = votes.flatMap(({ seat, actor }) => (seat === actor ? [seat] : [seat, actor]));
	const once = new Set(persons).size === persons.length;
	const allowed = persons.every((id) => !asked.barred.includes(id));
	const seated = votes.every(({ seat, level: at }) =>
		asked.levels[at - 1].approvers.some(({ partner_id: id }) => id === seat),
	);
	const inSequence = votes.every(
		({ level: at }, index) => index === 0 || at >= votes[index - 1].level,
	);
	const enough = asked.levels.every(
		({ level: at, quorum, rejections }) =>
			votes.filter((vote) => vote.level === at && vote.decision === Approve).length >= quorum &&
			votes.filter((vote) => vote.level === at && vote.decision === Reject).length < rejections,
	);
	return once && allowed && seated && inSequence && (state === Approved) === enough;
}

test('delegates, people of two levels, the requester and strangers, in any order: nobody counts twice', () => {
	const alphabet: Cast[] = [
		{ who: 1 },
		{ who: 1, decision: Reject },
		{ who: 2 },
		{ who: 3, for: 1 },
		{ who: 3, for: 2 },
		{ who: 2, for: 1 },
		{ who: 3, level: 2 },
		{ who: 4, level: 2 },
		{ who: 1, level: 2 },
		{ who: 4, for: 3, level: 2, decision: Reject },
		{ who: 99 },
		{ who: 99, for: 2 },
		{ who: 3, for: 99, level: 2 },
		{ who: 50 },
	];
	const asked = question([level(1, [1, 2, 99], 2, 2), level(2, [1, 3, 4, 99], 1, 1)]);
	const states = new Set<ApprovalState>();
	for (const casts of words(alphabet, 4)) {
		const folded = fold(asked, trail(casts));
		states.add(folded.state);
		if (!holds(asked, folded)) throw new Error(JSON.stringify({ casts, folded }));
	}
	expect(states).toEqual(new Set([Pending, Approved, Rejected]));
});

test('what is decided stays decided, whatever comes after it', () => {
	const asked = question([level(1, [1, 2, 3], 2, 2)]);
	for (const casts of orders([{ who: 1 }, { who: 2 }, { who: 3 }])) {
		const { state } = fold(asked, trail(casts));
		if (state === Pending) continue;
		const more = [
			{ who: 3 },
			{ who: 1, decision: Reject },
			{ who: 99, kind: AuditKind.Cancelled },
			{ who: 99, kind: AuditKind.Expired },
		];
		expect(fold(asked, trail([...casts, ...more])).state).toBe(state);
	}
});

test.each<[string, Cast, Ignored]>([
	['of another round', { who: 1, round: 2 }, Ignored.OtherRound],
	['for another change', { who: 1, digest: 'other' }, Ignored.OtherDigest],
	['at a level that is not open', { who: 1, level: 2 }, Ignored.OtherLevel],
	['of the requester', { who: 99 }, Ignored.Barred],
	['of a delegate of the requester', { who: 1, for: 99 }, Ignored.Barred],
	['of the requester as delegate', { who: 99, for: 1 }, Ignored.Barred],
	['of a stranger', { who: 50 }, Ignored.NotAnApprover],
	['without the assurance asked for', { who: 1, assurance: Assurance.Link }, Ignored.TooWeak],
	[
		'with an assurance that does not exist',
		{ who: 1, assurance: 'sure' as Assurance },
		Ignored.TooWeak,
	],
	['against it without a reason', { who: 1, decision: Reject, comment: ' ' }, Ignored.NoComment],
	['that is neither', { who: 1, decision: 'maybe' as Decision }, Ignored.NotAVote],
])('a vote %s does not count', (_name, cast, reason) => {
	const asked = question([
		level(1, [1, 2, 99], 1, 1, { assurance: Assurance.LinkCode }),
		level(2, [3], 1),
	]);
	const folded = fold(asked, trail([cast]));
	expect(folded).toMatchObject({ state: Pending, votes: [], ignored: [{ sequence: 2, reason }] });
});

test('a request with too few people who may decide is blocked, and nothing approves it', () => {
	const asked = question([level(1, [1, 99], 2)], { onTimeout: OnTimeout.Approve });
	expect(fold(asked, trail([])).state).toBe(Blocked);
	expect(fold(asked, trail([{ who: 1 }, { who: 99 }])).state).toBe(Blocked);
	expect(fold(asked, trail([{ who: 9, kind: AuditKind.Expired }])).state).toBe(Expired);
	expect(fold(question([]), trail([])).state).toBe(Blocked);
	expect(fold(asked, []).state).toBe(Blocked);
});

test('a time-out approves only what a link alone could', () => {
	const expire = [{ who: 9, kind: AuditKind.Expired }];
	const link = question([level(1, [1], 1)], { onTimeout: OnTimeout.Approve });
	expect(fold(link, trail(expire)).state).toBe(Approved);
	const odoo = question([level(1, [1], 1, 1, { assurance: Assurance.Odoo })], {
		onTimeout: OnTimeout.Approve,
	});
	expect(fold(odoo, trail(expire)).state).toBe(Expired);
	const two = question([level(1, [1], 1), level(2, [2], 1)], { onTimeout: OnTimeout.Approve });
	expect(fold(two, trail(expire)).state).toBe(Expired);
	expect(
		fold(question([level(1, [1], 1)], { onTimeout: OnTimeout.Reject }), trail(expire)).state,
	).toBe(Rejected);
});

test('the effect follows the approval once', () => {
	const asked = question([level(1, [1], 1)]);
	const after = (...kinds: AuditKind[]) =>
		fold(asked, trail([{ who: 1 }, ...kinds.map((kind) => ({ who: 9, kind }))]));
	expect(after()).toMatchObject({ state: Approved, effect: EffectState.Waiting });
	expect(after(AuditKind.Applied)).toMatchObject({ state: Approved, effect: EffectState.Applied });
	expect(after(AuditKind.Failed)).toMatchObject({ effect: EffectState.Failed });
	expect(after(AuditKind.Failed, AuditKind.Applied)).toMatchObject({ effect: EffectState.Applied });
	expect(after(AuditKind.Applied, AuditKind.Failed)).toMatchObject({ effect: EffectState.Applied });
	expect(after(AuditKind.Stale, AuditKind.Applied)).toMatchObject({
		state: Stale,
		effect: EffectState.None,
	});
	expect(fold(asked, trail([{ who: 9, kind: AuditKind.Applied }])).state).toBe(Pending);
	expect(fold(asked, trail([{ who: 9, kind: AuditKind.Cancelled }, { who: 1 }])).state).toBe(
		Cancelled,
	);
});
