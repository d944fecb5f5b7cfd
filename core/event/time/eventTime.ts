/** How we know the instant of an event, best first. */
export enum TimeCertainty {
	/** The source wrote an offset or a zone that determines one. */
	Explicit = 'explicit',
	/** The source wrote the same moment a second time in GMT. */
	CarrierGmt = 'carrier_gmt',
	/** Local time of a country that has only one time zone. */
	LocationInferred = 'location_inferred',
	/** Local time of the zone that the carrier documents, or that the user stated. */
	CarrierDefault = 'carrier_default',
	/** Labelled UTC by a source that says it does so whenever it does not know the zone. */
	AssumedUtc = 'assumed_utc',
	/** Only the local wall time is known, or nothing at all: there is no instant. */
	Unknown = 'unknown',
}

export enum TimePrecision {
	Second = 'second',
	Minute = 'minute',
	Day = 'day',
}

/** What is wrong with a time that was read nevertheless. */
export enum TimeAnomaly {
	/** The wall time does not exist in its zone (clocks went forward). */
	SummerTimeGap = 'summer_time_gap',
	/** The wall time exists twice in its zone (clocks went back). */
	SummerTimeOverlap = 'summer_time_overlap',
	/** The offset that was written contradicts the GMT time that was written; the GMT time is used. */
	OffsetMismatch = 'offset_mismatch',
	/** A text stood where the time belongs and no known shape reads it; it is kept in `text`. */
	Unreadable = 'unreadable',
	/** The source writes no year; it is the last one in which the time is not after the receipt. */
	YearInferred = 'year_inferred',
}

/** When an event happened, and how far that can be trusted. */
export interface EventTime {
	/** RFC 3339 in UTC (`2024-04-23T13:50:04Z`), or null when the zone is not known. Never a relabelled local time. */
	readonly occurredAt: string | null;
	/** Wall time as the source wrote it, without offset (`2024-04-23T09:50:04`, or `2024-04-23` for whole days). */
	readonly occurredAtLocal: string | null;
	/** Offset of the wall time from UTC, `+hh:mm`. */
	readonly offset: string | null;
	/** IANA zone, only where the source or the location names one. */
	readonly zone: string | null;
	readonly certainty: TimeCertainty;
	readonly precision: TimePrecision;
	readonly anomaly?: TimeAnomaly;
	/** The unreadable text, with `anomaly: unreadable` only. */
	readonly text?: string;
}

/** The time of an event for which the source gave none. */
export const NO_TIME: EventTime = {
	occurredAt: null,
	occurredAtLocal: null,
	offset: null,
	zone: null,
	certainty: TimeCertainty.Unknown,
	precision: TimePrecision.Day,
};
