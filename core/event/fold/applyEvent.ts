import { Milestone, MILESTONE_RANK } from '../milestone';
import type { ShipmentEvent } from '../shipmentEvent';
import { EffectReason, EventEffect, type PieceState } from './shipmentState';
import { INITIAL_PIECE, step } from './step';

/** The little that another system knows about a shipment. */
export interface KnownState {
	readonly milestone: Milestone;
	/** When that stage was reached, RFC 3339; null when it does not know. */
	readonly occurredAt: string | null;
	readonly isReturn?: boolean;
}

export interface ApplyResult {
	readonly effect: EventEffect;
	readonly reason: EffectReason | null;
	/** What to know from now on; equal to what was known unless the effect is advance or correction. */
	readonly next: KnownState;
}

const pieceOf = ({ milestone, occurredAt, isReturn }: KnownState): PieceState => ({
	...INITIAL_PIECE,
	milestone,
	progress: milestone === Milestone.Exception ? Milestone.InTransit : milestone,
	occurredAt,
	isReturn: isReturn ?? false,
});

const nextOf = (state: PieceState): KnownState => ({
	milestone: state.milestone,
	occurredAt: state.occurredAt,
	isReturn: state.isReturn,
});

const keep = (
	known: KnownState,
	effect: EventEffect,
	reason: EffectReason | null,
): ApplyResult => ({
	effect,
	reason,
	next: known,
});

/** Whether the known stage would stand, had the event come first, as it did in time. */
const standsAfter = (known: KnownState, event: ShipmentEvent): boolean => {
	const { milestone, flags } = event.data;
	const before = step(INITIAL_PIECE, event).state;
	// Replayed as an actual event of the known stage; only milestone, return and flags matter to a step.
	const replay: ShipmentEvent = {
		...event,
		data: {
			...event.data,
			milestone: known.milestone,
			subStatus: null,
			flags: { ...flags, correction: false, exception: false },
			shipment: { ...event.data.shipment, isReturn: known.isReturn ?? false },
			time: { ...event.data.time, occurredAt: known.occurredAt },
		},
	};
	const after = step(before, replay).state;
	return after.milestone === known.milestone || milestone === known.milestone;
};

/**
 * The guard against what another system (Odoo) already knows: whether one event may move that state.
 * Where time cannot order the two, only a higher rank advances; in doubt the known state stands.
 */
export function applyEvent(known: KnownState, event: ShipmentEvent): ApplyResult {
	const piece = pieceOf(known);
	const result = step(piece, event);
	const movesForward =
		result.effect === EventEffect.Advance || result.effect === EventEffect.Correction;
	if (!movesForward) return keep(known, result.effect, result.reason);
	if (known.milestone === Milestone.Unknown) {
		return { effect: result.effect, reason: null, next: nextOf(result.state) };
	}
	const { occurredAt } = event.data.time;
	if (known.occurredAt === null || occurredAt === null) {
		const higher = MILESTONE_RANK[result.state.milestone] > MILESTONE_RANK[known.milestone];
		return higher || result.effect === EventEffect.Correction
			? { effect: result.effect, reason: null, next: nextOf(result.state) }
			: keep(known, EventEffect.RegressionBlocked, EffectReason.Unordered);
	}
	const older = Date.parse(occurredAt) < Date.parse(known.occurredAt);
	if (older && (result.effect === EventEffect.Correction || standsAfter(known, event))) {
		return keep(known, EventEffect.RegressionBlocked, EffectReason.Older);
	}
	return { effect: result.effect, reason: null, next: nextOf(result.state) };
}
