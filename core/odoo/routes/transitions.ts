import type { ShipmentEvent } from '../../event';
import { EffectReason, judgeShipment, Milestone, TERMINAL_MILESTONES } from '../../event';
import { ApplyReason, Relation, Verdict, type Transition, type TransitionTable } from '../apply';

/** What Odoo may know: nothing, or a milestone that a shipment can have. */
const STATES: readonly Milestone[] = Object.values(Milestone).filter(
	(milestone) => milestone !== Milestone.Informational,
);

/** How the table calls a state: Odoo has no value for "nothing known". */
const nameOf = (state: Milestone): string => (state === Milestone.Unknown ? '' : state);

const SECOND = 1000;
/** Instant of the known state, in ms from the event. */
const KNOWN_AT: Readonly<Record<Exclude<Relation, Relation.Unordered>, number>> = {
	[Relation.Newer]: -SECOND,
	[Relation.Same]: 0,
	[Relation.Older]: SECOND,
};

const ALL = Object.values(Relation);

const isoOf = (ms: number): string => new Date(ms).toISOString();

/** What is known, such that the event stands in this relation to it. */
const knownAt = (event: ShipmentEvent, relation: Relation): string | null => {
	const { occurredAt } = event.data.time;
	if (relation === Relation.Unordered || occurredAt === null) return null;
	return isoOf(Date.parse(occurredAt) + KNOWN_AT[relation]);
};

interface Ruling {
	verdict: Verdict;
	value: string;
	reason: EffectReason | null;
}

function rule(event: ShipmentEvent, state: Milestone, relation: Relation): Ruling {
	const known = { milestone: state, occurredAt: knownAt(event, relation) };
	const { changed, milestoneChanged, reason, next } = judgeShipment([event], known);
	if (changed && milestoneChanged) return { verdict: Verdict.Take, value: next.milestone, reason };
	if (changed) return { verdict: Verdict.Touch, value: '', reason };
	return { verdict: Verdict.Keep, value: '', reason };
}

/** Notices and forecasts move nothing, but their effects are welcome while the journey lasts. */
const PASSING: ReadonlySet<EffectReason | null> = new Set([
	EffectReason.Informational,
	EffectReason.NotActual,
]);

function transition(event: ShipmentEvent, state: Milestone): Transition {
	const isOrdered = event.data.time.occurredAt !== null;
	const relations = isOrdered ? ALL : [Relation.Unordered];
	const rulings = relations.map((relation) => ({ relation, ...rule(event, state, relation) }));
	const acting = rulings.filter(({ verdict }) => verdict !== Verdict.Keep);
	const why = whyKept(rulings.filter(({ verdict }) => verdict === Verdict.Keep));
	const [first] = acting;
	if (first !== undefined) {
		const on = acting.map(({ relation }) => relation);
		const takes = first.verdict === Verdict.Take;
		return { verdict: first.verdict, on, ...(takes && { value: first.value }), ...why };
	}
	if (PASSING.has(rulings[0].reason) && !TERMINAL_MILESTONES.has(state)) return PASS;
	return { verdict: Verdict.Keep, on: [], ...why };
}

/** One reason where there is one, else one for each relation; nothing where the relation says it all. */
function whyKept(
	kept: ReadonlyArray<Ruling & { relation: Relation }>,
): Pick<Transition, 'reason' | 'reasons'> {
	const all = new Set(kept.map(({ reason }) => reason));
	if (all.size > 1) {
		const byRelation = kept.map(({ relation, reason }) => [relation, asReason(reason)]);
		return { reasons: Object.fromEntries(byRelation) as Transition['reasons'] };
	}
	const [only] = all;
	return only === undefined || isTime(only) ? {} : { reason: asReason(only) };
}

const PASS: Transition = {
	verdict: Verdict.Pass,
	on: [Relation.Newer, Relation.Same, Relation.Unordered],
};

const isTime = (reason: EffectReason | null): boolean =>
	reason === EffectReason.Older || reason === EffectReason.Unordered;

/** The fold's reasons are among those of the apply action, by the same words. */
const REASONS: ReadonlyMap<string, ApplyReason> = new Map(
	Object.values(ApplyReason).map((reason) => [reason, reason]),
);

const asReason = (reason: EffectReason | null): ApplyReason =>
	REASONS.get(reason ?? '') ?? ApplyReason.Unknown;

/** The fold's judgement of an event for everything that Odoo may know, as data. */
export const milestoneTable = (event: ShipmentEvent): TransitionTable =>
	Object.fromEntries(STATES.map((state) => [nameOf(state), transition(event, state)]));

/** For what an event brings along: it may act unless the state is newer, or the journey is over. */
export const RECENCY_TABLE: TransitionTable = Object.fromEntries(
	STATES.map((state) => [
		nameOf(state),
		TERMINAL_MILESTONES.has(state)
			? { verdict: Verdict.Keep, on: [], reason: ApplyReason.AfterTerminal }
			: PASS,
	]),
);

/** Events with the same name have the same table: everything that the fold looks at is in it. */
export function milestoneTableName({ data }: ShipmentEvent): string {
	const { milestone, subStatus, eventClass, flags, shipment, time } = data;
	return [
		milestone,
		subStatus ?? '',
		eventClass,
		flags.correction ? 'correction' : '',
		flags.exception ? 'exception' : '',
		shipment.isReturn ? 'return' : '',
		time.occurredAt === null ? 'untimed' : '',
	].join('.');
}
