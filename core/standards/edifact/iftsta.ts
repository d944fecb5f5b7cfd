/**
 * IFTSTA messages of an EDIFACT interchange as a plain tree, for a source definition. '' and missing parts are
 * left out. Segments keep their qualifiers, so that a path can choose: `dates[qualifier=334].value`.
 */
export interface EdifactTree {
	readonly interchange: { sender?: string; receiver?: string; reference?: string };
	readonly messages: EdifactMessage[];
}

/** What may stand at every level of the message. */
export interface EdifactFacts {
	/** DTM: moment and its format code (element 2379), for `TimeShape.Edifact`. */
	readonly dates: { qualifier: string; value: string; format?: string }[];
	/** RFF: qualifier 1153 and number. */
	readonly references: { qualifier: string; value: string }[];
	/** NAD: function 3035, code and name of a party. */
	readonly parties: { qualifier: string; code?: string; name?: string }[];
	/** LOC: function 3227, code (often a UN/LOCODE), code list (3055 or 1131) and name. */
	readonly locations: { qualifier: string; code?: string; list?: string; name?: string }[];
	/** FTX: subject 4451, code and text. */
	readonly texts: { qualifier: string; code?: string; text?: string }[];
}

export interface EdifactMessage extends EdifactFacts {
	readonly reference: string;
	/** `IFTSTA` */
	readonly type: string;
	/** `D.01B` */
	readonly version: string;
	/** BGM: document name code 1001 and number. */
	document?: { code?: string; number?: string };
	readonly consignments: EdifactConsignment[];
}

/** CNI with what follows it; a message without CNI has one. */
export interface EdifactConsignment extends EdifactFacts {
	/** CNI-1490, its place in the message. */
	sequence?: string;
	/** CNI-1004, the number of the consignment. */
	number?: string;
	readonly statuses: EdifactStatus[];
}

/** STS with what follows it. */
export interface EdifactStatus extends EdifactFacts {
	/** STS-C601/9015: 1 transport, 3 equipment, ... */
	category?: string;
	/** STS-C555/4405: UN/ECE Recommendation 24, unless `list` names another list. */
	code?: string;
	/** STS-C555/3055 or 1131 */
	list?: string;
	/** STS-C555/4404 */
	text?: string;
	/** STS-C556/9013: up to five reasons. */
	readonly reasons: { code: string; list?: string; text?: string }[];
	/** EQD: kind 8053 and number, of a container or a trailer. */
	equipment?: { kind?: string; number?: string };
	/** TDT: stage 8051, voyage or trip 8028, mode 8067, carrier, means of transport. */
	transport?: { stage?: string; number?: string; mode?: string; carrier?: string; means?: string };
	/** GID, QTY and CNT: packages this status is about. */
	packages?: string;
	/** PCI/GIN: marks and numbers of packages (SSCC). */
	readonly marks: string[];
	/** Number of the STS segment in the interchange. */
	readonly segment: number;
}
