import type { TimeCertainty } from '../../event/time/eventTime';
import type { TimeShape } from '../../event/time/timeShape';
import type { ZoneFamily } from '../../event/time/zoneAbbreviation';
import type { FieldPaths } from './definition';

/** One way in which a source writes a moment. Several are tried in order; the first with a value counts. */
export interface TimeSpec {
	readonly shape: TimeShape;
	/** The date, or date and time in one. Local unless an offset or `Z` is written into it. */
	readonly date?: FieldPaths;
	readonly time?: FieldPaths;
	/** An offset or a zone in a field of its own: `-05:00`, `-7:00`, `-04.00`, `+0200`, `GMT+2`, `EDT`, `Europe/Paris`. */
	readonly offset?: FieldPaths;
	/** Where the abbreviations of zones come from: `CST` is Chicago or Shanghai. Without it only the unmistakable ones are read. */
	readonly abbreviations?: ZoneFamily;
	/** The same moment in GMT. */
	readonly gmt?: {
		readonly shape: TimeShape;
		readonly date: FieldPaths;
		readonly time?: FieldPaths;
	};
	/** An X12 time code (element 623). */
	readonly x12Zone?: FieldPaths;
	/** A time without offset is local time of the place of the event (as the document says, or as X12 `LT` does). */
	readonly localToPlace?: boolean;
	/** A time without offset is in this IANA zone, as the document says. */
	readonly zone?: string;
	/** How far a written `Z` is to be believed; `explicit` unless the document says otherwise. */
	readonly utcLabel?: TimeCertainty.Explicit | TimeCertainty.AssumedUtc;
}
