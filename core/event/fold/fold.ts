import { EventClass } from '../eventClass';
import { Milestone } from '../milestone';
import type { ShipmentEvent } from '../shipmentEvent';
import { aggregate, leastAdvanced, type AggregateFacts } from './aggregate';
import { distinctEvents } from './distinct';
import { orderEvents } from './order';
import { concerns, expectedPieces, pieceKeys, pieceReader } from './pieces';
import { EffectReason, EventEffect, type PieceState, type ShipmentState } from './shipmentState';
import { staleLimit, type RecycledNumbers } from './stale';
import { INITIAL_PIECE, step } from './step';

export interface FoldOptions {
	/** Ignore events of an earlier shipment under the same number. */
	readonly recycled?: RecycledNumbers;
}

/** What became of one input event. */
export interface EventOutcome {
	readonly eventId: string;
	readonly effect: EventEffect;
	readonly reason: EffectReason | null;
}

/** A change of the milestone of the whole shipment, in the order of time. */
export interface Transition {
	readonly from: Milestone;
	readonly to: Milestone;
	readonly eventId: string;
	readonly occurredAt: string | null;
	readonly occurredAtLocal: string | null;
}

export interface FoldResult {
	readonly state: ShipmentState;
	/** One entry per input event, in input order. */
	readonly outcomes: readonly EventOutcome[];
	readonly transitions: readonly Transition[];
}

const facts = (events: readonly ShipmentEvent[]): AggregateFacts => ({
	expected: expectedPieces(events),
	eventCount: events.length,
	partialSaid: events.some(
		({ data }) => data.flags.partial && data.eventClass === EventClass.Actual,
	),
});

/** The stronger of two effects: one event may move one piece and be old news for another. */
const EFFECT_STRENGTH: Readonly<Record<EventEffect, number>> = {
	[EventEffect.None]: 0,
	[EventEffect.RegressionBlocked]: 1,
	[EventEffect.Advance]: 2,
	[EventEffect.Correction]: 3,
};

/**
 * Folds the events of one shipment into its state. Pure: any order and any repetition of the same
 * events gives the same state; only `outcomes` follows the order of the input.
 * @param events events of one shipment, all pieces, in any order
 */
export function foldShipment(
	events: readonly ShipmentEvent[],
	options: FoldOptions = {},
): FoldResult {
	const distinct = distinctEvents(events);
	const isStale = staleLimit(options.recycled);
	const current = distinct.filter((event) => !isStale(event));
	const pieceOf = pieceReader(current);
	const pieces = new Map<string, PieceState>(
		pieceKeys(current, pieceOf).map((key) => [key, INITIAL_PIECE]),
	);
	const outcomes = new Map<string, EventOutcome>();
	const transitions: Transition[] = [];
	let milestone = Milestone.Unknown;
	for (const { event } of orderEvents(current)) {
		const piece = pieceOf(event);
		let outcome: EventOutcome | null = null;
		for (const [key, before] of pieces) {
			if (!concerns(piece, key)) continue;
			const { state: after, effect, reason } = step(before, event);
			pieces.set(key, after);
			if (outcome === null || EFFECT_STRENGTH[effect] > EFFECT_STRENGTH[outcome.effect]) {
				outcome = { eventId: event.id, effect, reason };
			}
		}
		if (outcome !== null) outcomes.set(event.id, outcome);
		const next = leastAdvanced([...pieces.values()]).milestone;
		if (next !== milestone) {
			const { occurredAt, occurredAtLocal } = event.data.time;
			transitions.push({
				from: milestone,
				to: next,
				eventId: event.id,
				occurredAt,
				occurredAtLocal,
			});
		}
		milestone = next;
	}
	const state = aggregate(pieces, facts(current));
	return { state, outcomes: outcomesInOrder(events, outcomes), transitions };
}

const outcomesInOrder = (
	events: readonly ShipmentEvent[],
	outcomes: ReadonlyMap<string, EventOutcome>,
): EventOutcome[] => {
	const seen = new Set<string>();
	const voided = new Set(events.map(({ data }) => data.voids));
	return events.map(({ id }) => {
		const effect = EventEffect.None;
		if (seen.has(id)) return { eventId: id, effect, reason: EffectReason.Duplicate };
		seen.add(id);
		const reason = voided.has(id) ? EffectReason.Voided : EffectReason.Stale;
		return outcomes.get(id) ?? { eventId: id, effect, reason };
	});
};
