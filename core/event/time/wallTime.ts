import { TimePrecision } from './eventTime';

/** A reading of a clock on a wall somewhere: no zone, so not an instant. */
export interface WallTime {
	/** Milliseconds since 1970-01-01T00:00 on the same clock; comparable only with times of the same zone. */
	readonly millis: number;
	readonly precision: TimePrecision;
}

const DAY_MILLIS = 86_400_000;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean =>
	(year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * A wall time from its parts, or null when a part is out of range (there is no 30 February and no
 * 24:00). `hour` null means that only the day is known; `second` null, only the minute.
 * @param month 1 to 12
 */
export function wallTime(
	year: number,
	month: number,
	day: number,
	hour: number | null = null,
	minute = 0,
	second: number | null = null,
	millisecond = 0,
): WallTime | null {
	const days = DAYS_IN_MONTH[month - 1];
	if (days === undefined || day < 1 || day > days) return null;
	if (month === 2 && day === 29 && !isLeapYear(year)) return null;
	// Carriers write 0001-01-01 and 9999-12-31 for "no date".
	if (year < 1970 || year > 2200) return null;
	if (hour === null) {
		return { millis: Date.UTC(year, month - 1, day), precision: TimePrecision.Day };
	}
	if (hour > 23 || minute > 59 || (second ?? 0) > 59) return null;
	return {
		millis: Date.UTC(year, month - 1, day, hour, minute, second ?? 0, millisecond),
		precision: second === null ? TimePrecision.Minute : TimePrecision.Second,
	};
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Days are few, and writing one takes long. */
const MAX_DAYS = 4000;
const days = new Map<number, string>();

const dayText = (day: number): string => {
	let text = days.get(day);
	if (text === undefined) {
		text = new Date(day * DAY_MILLIS).toISOString().slice(0, 10);
		if (days.size >= MAX_DAYS) days.clear();
		days.set(day, text);
	}
	return text;
};

/** `2024-04-23T09:50:04`, with milliseconds where there are any. */
const formatMoment = (epochMillis: number): string => {
	const day = Math.floor(epochMillis / DAY_MILLIS);
	const rest = epochMillis - day * DAY_MILLIS;
	const seconds = Math.floor(rest / 1000);
	const millis = rest - seconds * 1000;
	const minutes = Math.floor(seconds / 60);
	const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
	const text = `${dayText(day)}T${clock}`;
	return millis === 0 ? text : `${text}.${String(millis).padStart(3, '0')}`;
};

/** `2024-04-23T09:50:04`, with milliseconds where there are any; `2024-04-23` for whole days. */
export function formatWallTime(wall: WallTime): string {
	return wall.precision === TimePrecision.Day && wall.millis % DAY_MILLIS === 0
		? dayText(wall.millis / DAY_MILLIS)
		: formatMoment(wall.millis);
}

/** RFC 3339 in UTC of an instant in epoch milliseconds, without a zero fraction. */
export const formatInstant = (epochMillis: number): string => `${formatMoment(epochMillis)}Z`;
