/**
 * A transaction set 214 as a plain tree, for the definition in `x12_214.source.ts`. Names are those
 * of the standard's elements; '' and missing elements are left out.
 */
export interface X12Tree {
	readonly interchange: { sender?: string; receiver?: string; controlNumber?: string };
	readonly transactions: X12Transaction[];
}

export interface X12Transaction {
	readonly transactionSet: '214';
	controlNumber?: string;
	/** B10-01: the carrier's reference, usually the PRO number. */
	referenceId?: string;
	/** B10-02: the shipper's number. */
	shipmentId?: string;
	/** B10-03 */
	scac?: string;
	readonly references: X12Reference[];
	/** Loops 0200 (LX); a message without LX has one. */
	readonly assignments: X12Assignment[];
}

export interface X12Assignment {
	number?: string;
	readonly references: X12Reference[];
	readonly events: X12Event[];
}

export interface X12Reference {
	readonly type: string;
	readonly value: string;
}

/** One AT7 with the MS1 and MS2 that follow it. */
export interface X12Event {
	/** `1650` for a status (AT7-01), `1652` for an appointment (AT7-03): two code lists. */
	readonly element: '1650' | '1652';
	readonly code: string;
	/** AT7-02 or AT7-04 (element 1651). */
	reason?: string;
	date?: string;
	time?: string;
	zone?: string;
	/** Segment number of the AT7 in the message. */
	readonly segment: number;
	location?: {
		city?: string;
		state?: string;
		country?: string;
		postalCode?: string;
		lat?: number;
		lon?: number;
	};
	equipment?: { scac?: string; number?: string };
}
