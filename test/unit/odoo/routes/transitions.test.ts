import fc from 'fast-check';
import {
	EventClass,
	judgeShipment,
	Milestone,
	SubStatus,
	type KnownState,
} from '../../../../core/event';
import { ApplyReason, Relation, Verdict, type TransitionTable } from '../../../../core/odoo/apply';
import { milestoneTable, RECENCY_TABLE } from '../../../../core/odoo/routes';
import { milestoneTableName } from '../../../../core/odoo/routes/transitions';
import { event, type Sketch } from '../../event/event.helper';

const STATES = Object.values(Milestone).filter((one) => one !== Milestone.Informational);

const DEFAULT_REASON: Partial<Record<Relation, ApplyReason>> = {
	[Relation.Older]: ApplyReason.Older,
	[Relation.Unordered]: ApplyReason.Unordered,
	[Relation.Same]: ApplyReason.SameMilestone,
};

/** What Odoo does with a table: the same few lines as in odoo/actions/apply.py. */
function decide(table: TransitionTable, known: KnownState, time: string | null) {
	const transition = table[known.milestone === Milestone.Unknown ? '' : known.milestone];
	const relation = relationOf(known.occurredAt, time);
	const acts = transition.on.includes(relation);
	return {
		passes: transition.verdict === Verdict.Pass,
		verdict: acts ? transition.verdict : Verdict.Keep,
		value: acts ? transition.value : undefined,
		reason: acts
			? undefined
			: (transition.reasons?.[relation] ?? transition.reason ?? DEFAULT_REASON[relation]),
	};
}

function relationOf(known: string | null, time: string | null): Relation {
	if (known === null || time === null) return Relation.Unordered;
	const difference = Date.parse(time) - Date.parse(known);
	if (difference === 0) return Relation.Same;
	return difference > 0 ? Relation.Newer : Relation.Older;
}

const times = fc.constantFrom(
	null,
	'2026-01-01T08:00:00Z',
	'2026-01-02T08:00:00Z',
	'2026-01-03T08:00:00Z',
);

const sketches: fc.Arbitrary<Sketch> = fc.record({
	milestone: fc.constantFrom(...STATES, Milestone.Informational),
	at: times,
	subStatus: fc.constantFrom(undefined, SubStatus.Damaged, SubStatus.Signed, SubStatus.EnRoute),
	eventClass: fc.constantFrom(...Object.values(EventClass)),
	correction: fc.boolean(),
	isReturn: fc.boolean(),
}) as fc.Arbitrary<Sketch>;

const knowns: fc.Arbitrary<KnownState> = fc.record({
	milestone: fc.constantFrom(...STATES),
	occurredAt: times,
});

test('the table says for every state and time what the fold says', () => {
	fc.assert(
		fc.property(sketches, knowns, (sketch, known) => {
			const scan = event(sketch);
			const judgement = judgeShipment([scan], known);
			const decision = decide(milestoneTable(scan), known, sketch.at);
			// The one difference: an event without a time does not take the time of the same stage away.
			const clearsTime = judgement.changed && !judgement.milestoneChanged && sketch.at === null;
			if (clearsTime) expect(decision.verdict).toBe(Verdict.Keep);
			else if (judgement.changed) {
				const { milestone } = judgement.next;
				expect(decision).toMatchObject(
					judgement.milestoneChanged
						? { verdict: Verdict.Take, value: milestone }
						: { verdict: Verdict.Touch },
				);
			} else if (!decision.passes) {
				expect(decision.verdict).toBe(Verdict.Keep);
				expect(decision.reason).toBe(judgement.reason);
			}
		}),
		{ numRuns: 5000 },
	);
});

test('notices and forecasts pass while the journey lasts, and write no status', () => {
	for (const milestone of [Milestone.Informational, Milestone.Delivered]) {
		const eventClass = milestone === Milestone.Delivered ? EventClass.Estimated : EventClass.Actual;
		const table = milestoneTable(event({ milestone, at: '2026-01-02T08:00:00Z', eventClass }));
		expect(table.in_transit).toEqual({ verdict: Verdict.Pass, on: ['newer', 'same', 'unordered'] });
		expect(table.delivered.verdict).toBe(Verdict.Keep);
	}
});

test('events with the same table name have the same table', () => {
	const tables = new Map<string, TransitionTable>();
	fc.assert(
		fc.property(sketches, (sketch) => {
			const scan = event(sketch);
			const name = milestoneTableName(scan);
			const known = tables.get(name) ?? milestoneTable(scan);
			tables.set(name, known);
			expect(milestoneTable(scan)).toEqual(known);
		}),
		{ numRuns: 500 },
	);
});

test('after "delivered" no event but a correction or a return moves the status, whatever comes in whatever order', () => {
	const ordinary = sketches.filter(
		({ correction, milestone, isReturn }) =>
			!correction &&
			!isReturn &&
			milestone !== Milestone.Returning &&
			milestone !== Milestone.Returned,
	);
	fc.assert(
		fc.property(fc.array(ordinary, { maxLength: 12 }), (list) => {
			let known: KnownState = {
				milestone: Milestone.Delivered,
				occurredAt: '2026-01-02T08:00:00Z',
			};
			for (const sketch of list) {
				const { verdict, value } = decide(milestoneTable(event(sketch)), known, sketch.at);
				if (verdict === Verdict.Take)
					known = { milestone: value as Milestone, occurredAt: sketch.at };
			}
			expect(known.milestone).toBe(Milestone.Delivered);
		}),
		{ numRuns: 150 },
	);
});

test('what travels back is never delivered; a correction takes a delivery back', () => {
	const delivered = { milestone: Milestone.Delivered, at: '2026-01-03T08:00:00Z' };
	expect(milestoneTable(event(delivered)).returning.value).toBe(Milestone.Returned);
	expect(milestoneTable(event({ ...delivered, isReturn: true })).in_transit.value).toBe(
		Milestone.Returned,
	);
	const correction = event({ ...delivered, milestone: Milestone.InTransit, correction: true });
	expect(milestoneTable(correction).delivered).toMatchObject({
		verdict: Verdict.Take,
		value: Milestone.InTransit,
	});
});

test('the recency table writes nothing and ends with the journey', () => {
	expect(RECENCY_TABLE[''].verdict).toBe(Verdict.Pass);
	expect(RECENCY_TABLE.in_transit.on).not.toContain(Relation.Older);
	expect(RECENCY_TABLE.delivered.verdict).toBe(Verdict.Keep);
});
