import type { ShipmentEvent } from '../../event/shipmentEvent';
import type { SourceProblem } from './sourceError';

/** A code that no table knows, with everything needed to report it. */
export interface UnmappedCode {
	readonly source: string;
	readonly carrier: string;
	readonly type: string | null;
	readonly code: string | null;
	readonly subCode: string | null;
	readonly description: string | null;
	/** Tables that were asked. */
	readonly tables: readonly string[];
	readonly eventId: string;
	readonly trackingNumber: string;
	readonly pointer: string;
}

export enum NoticeKind {
	/** A status of the whole shipment stands there that the source does not call an event. */
	StatusWithoutEvent = 'status_without_event',
	/** A shipment without any event. */
	NoEvents = 'no_events',
	/** A reason code that no table has; the event's reason is `other`, or the one its status implies. */
	UnknownReason = 'unknown_reason',
	/** The code itself is on no list; the milestone is that of its group. */
	CoarseCode = 'coarse_code',
	/** The tracking number has a form of its carrier's, and a wrong check digit. */
	ImplausibleNumber = 'implausible_number',
	/** The payload names no carrier; the check digit of the number fits one. */
	CarrierHint = 'carrier_hint',
	/** A time that cannot be read, or that summer time makes doubtful. */
	DoubtfulTime = 'doubtful_time',
}

/** Something that was not lost and not understood either. */
export interface Notice {
	readonly kind: NoticeKind;
	readonly message: string;
	readonly pointer: string;
	readonly trackingNumber: string | null;
	readonly eventId?: string;
	/** What the source wrote there. */
	readonly value?: unknown;
}

/** All that came out of one payload. */
export interface NormalizeResult {
	readonly source: string;
	/** How sure the source is, 0 to 1; 1 when the caller chose it. */
	readonly certainty: number;
	/** All readable events in document order, those with `milestone: unknown` among them. */
	readonly events: readonly ShipmentEvent[];
	/** The events of which the code is unknown, once more, for reporting. */
	readonly unmapped: readonly UnmappedCode[];
	/** Events that cannot be read; the others come out nevertheless. */
	readonly problems: readonly SourceProblem[];
	readonly notices: readonly Notice[];
	/** The payload as it was parsed: what the pointers in events lead into. */
	readonly tree: unknown;
}
