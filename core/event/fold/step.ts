import { EventClass } from '../eventClass';
import { Milestone, MILESTONE_RANK, TERMINAL_MILESTONES } from '../milestone';
import type { ShipmentEvent } from '../shipmentEvent';
import { SubStatus } from '../subStatus';
import { EffectReason, EventEffect, type PieceState } from './shipmentState';

export interface StepResult {
	readonly state: PieceState;
	readonly effect: EventEffect;
	readonly reason: EffectReason | null;
}

/** A piece of which nothing is known yet. */
export const INITIAL_PIECE: PieceState = {
	milestone: Milestone.Unknown,
	progress: Milestone.Unknown,
	subStatus: null,
	exception: null,
	occurredAt: null,
	occurredAtLocal: null,
	deliveredAt: null,
	deliveredAtLocal: null,
	proof: null,
	estimate: null,
	isReturn: false,
	lastEventId: null,
};

/** Damage found after delivery is told to the ERP but does not undo the delivery. */
const REMARKS_ON_DELIVERY: ReadonlySet<SubStatus | null> = new Set([
	SubStatus.Damaged,
	SubStatus.PartialLoss,
]);

const isReturnStage = (milestone: Milestone): boolean =>
	milestone === Milestone.Returning || milestone === Milestone.Returned;

/** A delivery at the end of a return went to the sender: it never is a delivery to the customer. */
const effectiveMilestone = (state: PieceState, event: ShipmentEvent): Milestone => {
	const { milestone, shipment } = event.data;
	const goesBack = state.progress === Milestone.Returning || shipment.isReturn;
	return milestone === Milestone.Delivered && goesBack ? Milestone.Returned : milestone;
};

const withNews = (state: PieceState, event: ShipmentEvent): PieceState => {
	const { estimate } = event.data;
	return estimate === undefined ? state : { ...state, estimate };
};

const withException = (state: PieceState, event: ShipmentEvent): PieceState => {
	const { time, subStatus, reason } = event.data;
	return {
		...state,
		exception: {
			since: state.exception?.since ?? time.occurredAt ?? time.occurredAtLocal,
			subStatus,
			reason,
			eventId: event.id,
		},
	};
};

const moved = (state: PieceState, event: ShipmentEvent, milestone: Milestone): PieceState => {
	const { time, subStatus, delivery, shipment, flags } = event.data;
	const isException = milestone === Milestone.Exception;
	const base: PieceState = {
		...state,
		milestone,
		progress: isException ? state.progress : milestone,
		subStatus: milestone === event.data.milestone ? subStatus : SubStatus.ReturnedToSender,
		exception: null,
		occurredAt: time.occurredAt,
		occurredAtLocal: time.occurredAtLocal,
		isReturn: state.isReturn || shipment.isReturn || isReturnStage(milestone),
		lastEventId: event.id,
	};
	const delivered = milestone === Milestone.Delivered;
	// A correction that leaves "delivered" takes the delivery itself back.
	const undone = state.milestone === Milestone.Delivered && flags.correction && !delivered;
	const facts: PieceState = {
		...base,
		deliveredAt: delivered ? time.occurredAt : undone ? null : state.deliveredAt,
		deliveredAtLocal: delivered ? time.occurredAtLocal : undone ? null : state.deliveredAtLocal,
		proof: undone ? null : (delivery ?? state.proof),
	};
	if (isException) return withException({ ...facts, exception: state.exception }, event);
	return event.data.flags.exception ? withException(facts, event) : facts;
};

const blocked = (state: PieceState, reason: EffectReason): StepResult => ({
	state,
	effect: EventEffect.RegressionBlocked,
	reason,
});

const unmoved = (state: PieceState, reason: EffectReason): StepResult => ({
	state,
	effect: EventEffect.None,
	reason,
});

const advanced = (state: PieceState): StepResult => ({
	state,
	effect: EventEffect.Advance,
	reason: null,
});

const afterTerminal = (state: PieceState, event: ShipmentEvent, next: Milestone): StepResult => {
	if (state.milestone === Milestone.Delivered) {
		if (isReturnStage(next)) return advanced(moved(state, event, next));
		if (next === Milestone.Exception && REMARKS_ON_DELIVERY.has(event.data.subStatus)) {
			return advanced(withException(state, event));
		}
	}
	if (next !== state.milestone) return blocked(state, EffectReason.AfterTerminal);
	const { delivery } = event.data;
	return unmoved(
		state.proof === null && delivery !== undefined ? { ...state, proof: delivery } : state,
		EffectReason.SameMilestone,
	);
};

/**
 * Takes one event into the state of a piece. Events must come in the order of `orderEvents`.
 * Delivered, returned and cancelled are final: only a return, a remark of damage, or an explicit
 * correction may follow. Pure; the event is not changed.
 */
export function step(before: PieceState, event: ShipmentEvent): StepResult {
	const { milestone, eventClass, flags } = event.data;
	const state = withNews(before, event);
	if (event.data.voids !== undefined) return unmoved(before, EffectReason.Informational);
	if (eventClass !== EventClass.Actual) return unmoved(state, EffectReason.NotActual);
	if (milestone === Milestone.Unknown) return unmoved(state, EffectReason.Unknown);
	if (milestone === Milestone.Informational) return unmoved(state, EffectReason.Informational);
	const next = effectiveMilestone(state, event);
	if (flags.correction) {
		return { state: moved(state, event, next), effect: EventEffect.Correction, reason: null };
	}
	if (TERMINAL_MILESTONES.has(state.milestone)) return afterTerminal(state, event, next);
	if (next === Milestone.Exception) return advanced(moved(state, event, next));
	if (state.progress === Milestone.Returning && MILESTONE_RANK[next] < MILESTONE_RANK.returning) {
		return blocked(state, EffectReason.Returning);
	}
	// Vans return to the depot, so stages between pickup and delivery may alternate; a label or a
	// pickup after the parcel has moved is only late news.
	const early = MILESTONE_RANK[next] < MILESTONE_RANK.in_transit;
	if (early && MILESTONE_RANK[next] < MILESTONE_RANK[state.progress]) {
		return blocked(state, EffectReason.Backwards);
	}
	const same = next === state.milestone;
	const result = moved(state, event, next);
	return same && event.data.subStatus === state.subStatus
		? { state: result, effect: EventEffect.None, reason: EffectReason.SameMilestone }
		: advanced(result);
}
