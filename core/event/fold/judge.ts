import { Milestone, TERMINAL_MILESTONES } from '../milestone';
import type { ShipmentEvent } from '../shipmentEvent';
import { applyEvent, type KnownState } from './applyEvent';
import { foldShipment, type FoldResult } from './fold';
import { EffectReason, EventEffect } from './shipmentState';

/** What some events mean for a system that knows a state of the shipment already. */
export interface Judgement extends FoldResult {
	/** Whether the system should take the new state over. */
	readonly changed: boolean;
	/** Whether the stage itself is another one, and not only the time of the latest scan. */
	readonly milestoneChanged: boolean;
	/** Why nothing changes; null when something does. */
	readonly reason: EffectReason | null;
	/** What the system should know from now on. */
	readonly next: KnownState;
}

const NOTHING_KNOWN: KnownState = { milestone: Milestone.Unknown, occurredAt: null };

/**
 * Folds the events of one shipment and holds the result against what is known elsewhere: an older scan never
 * moves the state back, a newer one of the same stage only moves its time.
 */
export function judgeShipment(
	events: readonly ShipmentEvent[],
	known: KnownState = NOTHING_KNOWN,
): Judgement {
	const fold = foldShipment(events);
	const deciding = events.find(({ id }) => id === fold.state.lastEventId);
	if (deciding === undefined) {
		const reason = fold.outcomes.find((outcome) => outcome.reason !== null)?.reason ?? null;
		return { ...fold, ...unchanged(known, reason ?? EffectReason.Informational) };
	}
	// The deciding event speaks for the whole shipment: with the stage of its least advanced piece.
	const speaker = withMilestone(deciding, fold.state.milestone);
	const { effect, reason, next } = applyEvent(known, speaker);
	const moves = effect === EventEffect.Advance || effect === EventEffect.Correction;
	if (moves && !isSame(next, known)) {
		const milestoneChanged = next.milestone !== known.milestone;
		return { ...fold, changed: true, milestoneChanged, reason: null, next };
	}
	if (isLaterScan(known, speaker)) {
		const { occurredAt } = speaker.data.time;
		const later = { ...known, occurredAt };
		return { ...fold, changed: true, milestoneChanged: false, reason: null, next: later };
	}
	return { ...fold, ...unchanged(known, reason ?? EffectReason.SameMilestone) };
}

const unchanged = (known: KnownState, reason: EffectReason) => ({
	changed: false,
	milestoneChanged: false,
	reason,
	next: known,
});

const withMilestone = (event: ShipmentEvent, milestone: Milestone): ShipmentEvent => ({
	...event,
	data: { ...event.data, milestone },
});

const isSame = (a: KnownState, b: KnownState): boolean =>
	a.milestone === b.milestone && instant(a.occurredAt) === instant(b.occurredAt);

const instant = (time: string | null): number | null => (time === null ? null : Date.parse(time));

/** A newer scan of the stage that is known: it makes later arrivals of older scans recognisable. */
function isLaterScan(known: KnownState, { data }: ShipmentEvent): boolean {
	if (data.milestone !== known.milestone || TERMINAL_MILESTONES.has(known.milestone)) return false;
	const [before, now] = [instant(known.occurredAt), instant(data.time.occurredAt)];
	return now !== null && (before === null || now > before);
}
