/**
 * Status messages (FSU, FSA) of Cargo-IMP as a plain tree, for a source definition. Missing parts are left out.
 * Dates have no year; times are local time of the airport.
 */
export interface CargoImpTree {
	readonly messages: CargoImpMessage[];
}

export interface CargoImpMessage {
	/** `FSU` or `FSA` */
	readonly type: string;
	version?: string;
	readonly consignments: CargoImpConsignment[];
}

export interface CargoImpConsignment {
	/** `020-12345675` */
	readonly airWaybill: string;
	/** The three digits of the airline. */
	readonly prefix: string;
	origin?: string;
	destination?: string;
	quantity?: CargoImpQuantity;
	readonly statuses: CargoImpStatus[];
}

/** `T10K250.5`: ten pieces in total, 250.5 kg. */
export interface CargoImpQuantity {
	/** T total, P part, S split, D divided, M multi. */
	readonly kind: string;
	readonly pieces: string;
	weightUnit?: string;
	weight?: string;
}

/** One status line with the lines that explain it. */
export interface CargoImpStatus {
	/** `RCS`, `DEP`, `DLV`, ... */
	readonly code: string;
	/** Airline of the event: of the flight, or named alone. */
	carrier?: string;
	flight?: string;
	/** `05JAN` */
	date?: string;
	/** `1430`: of the event, or actual departure or arrival. */
	time?: string;
	/** What the time is: A actual, E estimated, S scheduled; left out where the status is the moment itself. */
	timeKind?: string;
	/** Airport of the event: for a flight that departs its origin, for one that arrives its destination. */
	airport?: string;
	from?: string;
	to?: string;
	quantity?: CargoImpQuantity;
	/** Discrepancy code of DIS (`MSCA`, `FDCA`, ...). */
	discrepancy?: string;
	/** Name of the party: the shipper of RCS, who took delivery of DLV. */
	name?: string;
	/** OSI and OCI lines after it. */
	readonly remarks: string[];
	/** Number of the line in the message, from 1. */
	readonly line: number;
}
