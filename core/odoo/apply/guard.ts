import type { OdooValue } from '../call';
import type { ApplyReason } from './reason';

/** The time of an event against the time of what Odoo knows. */
export enum Relation {
	Newer = 'newer',
	Same = 'same',
	Older = 'older',
	/** One of the two has no time. */
	Unordered = 'unordered',
}

/** What the guard says about one document; effects name the verdicts they belong to. */
export enum Verdict {
	/** Field and time are written, from the transition and the event. */
	Take = 'take',
	/** A later scan of what is known: only the time is written. */
	Touch = 'touch',
	/** The event may act; neither field nor time is written. */
	Pass = 'pass',
	/** The document keeps what it has: the event is stale. */
	Keep = 'keep',
}

/** What an event means for a document that is in one certain state. */
export interface Transition {
	/** `Take`, `Touch` or `Pass` under the relations in `on`; `Keep` under all others. */
	verdict: Verdict;
	on: Relation[];
	/** With `Take`: what is written in the guard's field. */
	value?: string;
	/** Why it is kept. Left out: `older`, `unordered`, or `same_milestone` where the times are the same. */
	reason?: ApplyReason;
	/** Where the reason depends on the relation; goes before `reason`. */
	reasons?: Partial<Record<Relation, ApplyReason>>;
}

/** By the current value of the guard's field, '' for none. A value that is not named is kept (`unknown_state`). */
export type TransitionTable = Record<string, Transition>;

/**
 * A document with several pieces reaches the end of the journey with its last one. With fewer pieces in the ledger
 * (this one included) than expected, a `Take` of one of `values` becomes `Pass`.
 */
export interface GuardPieces {
	/** What tells this piece from the others; kept in `x_logistics_event.x_piece`. */
	piece: string;
	/** How many the carrier speaks of; null when it does not. */
	count: number | null;
	/** Field of the document with the numbers of its pieces, separated by commas: at least so many are expected. */
	field: string;
	values: string[];
}

/**
 * Holds an event against what its document knows. Computed by the fold (core/event/fold) and sent as data, so that
 * Odoo decides by the same rules inside the transaction.
 */
export interface Guard {
	/** Field of the document with the state, e.g. `x_shipment_status`. */
	field: string;
	/** Datetime field with the time of that state. */
	time_field?: string;
	/** Time of the event, naive UTC as Odoo stores it (`2026-01-31 08:00:00`); null when not known. */
	time: string | null;
	/** Name of the table in `ApplyRequest.tables`. */
	table: string;
	pieces?: GuardPieces;
	/** Values that fields of the document must have; otherwise stale with `expectation_failed`. */
	expect?: Record<string, OdooValue>;
}
