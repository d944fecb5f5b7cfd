import type { Milestone } from '../milestone';
import type { EventDelivery, EventEstimate, EventReason } from '../shipmentEvent';
import type { SubStatus } from '../subStatus';

/** What an event did to the state of its shipment. */
export enum EventEffect {
	/** It moved the state. */
	Advance = 'advance',
	/** It is recorded and changes nothing. */
	None = 'none',
	/** It took an earlier event back. */
	Correction = 'correction',
	/** It says less than what is known already; recorded, and the state stands. */
	RegressionBlocked = 'regression_blocked',
}

/** Why an event did not move the state. */
export enum EffectReason {
	/** The same event came before. */
	Duplicate = 'duplicate',
	/** The journey is over. */
	AfterTerminal = 'after_terminal',
	Informational = 'informational',
	/** Estimated, planned, or a message. */
	NotActual = 'not_actual',
	/** No table knows the code. */
	Unknown = 'unknown',
	/** The stage is the one already known. */
	SameMilestone = 'same_milestone',
	/** A stage before the one already reached (a label event after the pickup). */
	Backwards = 'backwards',
	/** A forward scan while the parcel is on its way back. */
	Returning = 'returning',
	/** Older than the shipment: a recycled tracking number. */
	Stale = 'stale',
	/** Taken back by a later event: it never happened. */
	Voided = 'voided',
	/** Older than what is known, and changes nothing about it. */
	Older = 'older',
	/** Neither rank nor time tells which of the two came last. */
	Unordered = 'unordered',
}

/** A problem that stands beside the progress of a shipment until a later scan shows that it moves again. */
export interface ExceptionState {
	/** RFC 3339 UTC, or the local wall time where no instant is known. */
	readonly since: string | null;
	readonly subStatus: SubStatus | null;
	readonly reason: EventReason | null;
	readonly eventId: string;
}

/** Where one piece stands. */
export interface PieceState {
	readonly milestone: Milestone;
	/** The last stage reached, not counting exceptions. */
	readonly progress: Milestone;
	readonly subStatus: SubStatus | null;
	readonly exception: ExceptionState | null;
	/** When the stage was reached: RFC 3339 UTC, or null when no instant is known. */
	readonly occurredAt: string | null;
	readonly occurredAtLocal: string | null;
	readonly deliveredAt: string | null;
	readonly deliveredAtLocal: string | null;
	readonly proof: EventDelivery | null;
	readonly estimate: EventEstimate | null;
	readonly isReturn: boolean;
	/** The event that set the stage. */
	readonly lastEventId: string | null;
}

/** Where a shipment stands: its least advanced piece, and the pieces themselves. */
export interface ShipmentState extends PieceState {
	/** Some pieces are further than others, are missing, or were delivered in part. */
	readonly partial: boolean;
	readonly pieces: {
		/** Number of pieces the carrier speaks of, if it does. */
		readonly expected: number | null;
		readonly seen: number;
		readonly delivered: number;
		readonly byId: Readonly<Record<string, PieceState>>;
	};
	/** Distinct events, duplicates not counted. */
	readonly eventCount: number;
}
