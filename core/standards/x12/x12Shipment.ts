/**
 * Transaction sets 214 and 315 as a plain tree, for the definition in `x12_214.source.ts`. Names are those
 * of the standard's elements; '' and missing elements are left out.
 */
export interface X12Tree {
	readonly interchange: { sender?: string; receiver?: string; controlNumber?: string };
	readonly transactions: X12Transaction[];
}

export interface X12Transaction {
	readonly transactionSet: '214' | '315';
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

/** One AT7 with the MS1 and MS2 that follow it, or the B4 of a 315. */
export interface X12Event {
	/** `1650` for a status (AT7-01), `1652` for an appointment (AT7-03), `157` for the set 315: three code lists. */
	readonly element: '1650' | '1652' | '157';
	readonly code: string;
	/** AT7-02 or AT7-04 (element 1651). */
	reason?: string;
	date?: string;
	time?: string;
	zone?: string;
	/** B4-09 of a 315: `L` loaded, `E` empty. */
	load?: string;
	/** B4-07, 08 and 13 of a 315: the container. */
	container?: string;
	/** Segment number of the AT7 or B4 in the message. */
	readonly segment: number;
	location?: {
		city?: string;
		state?: string;
		country?: string;
		unlocode?: string;
		name?: string;
		postalCode?: string;
		lat?: number;
		lon?: number;
	};
	equipment?: { scac?: string; number?: string };
}
