import { parseOffset } from './offset';
import { wallTime, type WallTime } from './wallTime';

/** The ways in which sources write a time. */
export enum TimeShape {
	/** `2024-04-23T09:50:04`, with `Z`, an offset with or without colon, a fraction, or none; or the day alone. */
	Iso = 'iso',
	/** `20240423` and `095004` in two fields; leading zeros of the time may be lost, colons may be there. */
	CompactSeconds = 'compact_seconds',
	/** X12: `20260828` and `1630`, `163005` or `16300512` (hundredths); a leading zero may be lost. */
	X12 = 'x12',
	/** `04/23/2024 9:50 AM`. */
	UsTwelveHour = 'us_twelve_hour',
	EpochSeconds = 'epoch_seconds',
	EpochMillis = 'epoch_millis',
}

/** A wall time with the offset that stood next to it, if one did. `written` is that offset as written. */
export interface WrittenTime {
	readonly wall: WallTime;
	readonly offsetMinutes: number | null;
	/** True where the source wrote `Z`, which some sources write without knowing the zone. */
	readonly labelledUtc: boolean;
}

type ShapeReader = (date: string, time: string) => WrittenTime | null;

const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d{1,2}(?:[:.]?\d{2})?)?)?$/;
const COMPACT_DATE = /^(\d{4})-?(\d{2})-?(\d{2})$/;
const COMPACT_TIME = /^(\d{1,2}):?(\d{2}):?(\d{2})$/;
const X12_TIME = /^(\d{2})(\d{2})(?:(\d{2})(\d{1,2})?)?$/;
const US_TWELVE_HOUR =
	/^(\d{1,2})\/(\d{1,2})\/(\d{4}),? {1,2}(\d{1,2}):(\d{2})(?::(\d{2}))? ?([AaPp])\.?[Mm]\.?$/;
const EPOCH = /^-?\d{1,16}(?:\.\d{1,9})?$/;

const written = (wall: WallTime | null, offset: string | undefined): WrittenTime | null => {
	if (wall === null) return null;
	if (offset === undefined) return { wall, offsetMinutes: null, labelledUtc: false };
	const offsetMinutes = parseOffset(offset);
	if (offsetMinutes === null) return null;
	return { wall, offsetMinutes, labelledUtc: offset === 'Z' || offset === 'z' };
};

const optional = (digits: string | undefined): number | null =>
	digits === undefined ? null : Number(digits);

const readIso: ShapeReader = (date, time) => {
	const match = ISO.exec(time === '' ? date : `${date}T${time}`);
	if (!match) return null;
	const [, year, month, day, hour, minute, second, fraction, offset] = match;
	const millis = fraction === undefined ? 0 : Number(`${fraction}00`.slice(0, 3));
	const wall = wallTime(
		Number(year),
		Number(month),
		Number(day),
		optional(hour),
		Number(minute ?? 0),
		optional(second),
		millis,
	);
	return written(wall, offset);
};

const readCompact: ShapeReader = (date, time) => {
	const day = COMPACT_DATE.exec(date);
	if (!day) return null;
	const [year, month, dayOfMonth] = [Number(day[1]), Number(day[2]), Number(day[3])];
	if (time === '') return written(wallTime(year, month, dayOfMonth), undefined);
	// "74700" is 07:47:00 and "0" is midnight, once a number has eaten the zeros.
	const clock = COMPACT_TIME.exec(/^\d{1,5}$/.test(time) ? time.padStart(6, '0') : time);
	if (!clock) return null;
	const wall = wallTime(
		year,
		month,
		dayOfMonth,
		Number(clock[1]),
		Number(clock[2]),
		Number(clock[3]),
	);
	return written(wall, undefined);
};

const readX12: ShapeReader = (date, time) => {
	const day = COMPACT_DATE.exec(date);
	if (!day) return null;
	const [year, month, dayOfMonth] = [Number(day[1]), Number(day[2]), Number(day[3])];
	if (time === '') return written(wallTime(year, month, dayOfMonth), undefined);
	const clock = X12_TIME.exec(time.length % 2 === 1 && time.length < 6 ? `0${time}` : time);
	if (!clock) return null;
	const wall = wallTime(
		year,
		month,
		dayOfMonth,
		Number(clock[1]),
		Number(clock[2]),
		optional(clock[3]),
		clock[4] === undefined ? 0 : Number(clock[4].padEnd(3, '0')),
	);
	return written(wall, undefined);
};

const readUsTwelveHour: ShapeReader = (date, time) => {
	const match = US_TWELVE_HOUR.exec(time === '' ? date : `${date} ${time}`);
	if (!match) return null;
	const [, month, day, year, hour, minute, second, half] = match;
	if (Number(hour) < 1 || Number(hour) > 12) return null;
	const hour24 = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	const wall = wallTime(
		Number(year),
		Number(month),
		Number(day),
		hour24,
		Number(minute),
		optional(second),
	);
	return written(wall, undefined);
};

const readEpoch =
	(unitMillis: number): ShapeReader =>
	(text) => {
		if (!EPOCH.test(text)) return null;
		const at = new Date(Math.round(Number(text) * unitMillis));
		if (Number.isNaN(at.getTime())) return null;
		return readIso(at.toISOString(), '');
	};

const READERS: Readonly<Record<TimeShape, ShapeReader>> = {
	[TimeShape.Iso]: readIso,
	[TimeShape.CompactSeconds]: readCompact,
	[TimeShape.X12]: readX12,
	[TimeShape.UsTwelveHour]: readUsTwelveHour,
	[TimeShape.EpochSeconds]: readEpoch(1000),
	[TimeShape.EpochMillis]: readEpoch(1),
};

/**
 * Reads one or two trimmed text fields in the given shape.
 * @param time '' where the shape has one field, or where only the day is given
 * @returns null when the text does not have the shape or a part is out of range
 */
export function readTime(shape: TimeShape, date: string, time: string): WrittenTime | null {
	return READERS[shape](date, time);
}
