import { parseOffset } from '../offset';
import { wallTime } from '../wallTime';
import { zoneOffset } from '../zoneAbbreviation';
import { optional, written, type ShapeReader } from './written';

const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
/** Digits of the moment by format code (element 2379). */
const LENGTH: Readonly<Record<string, number>> = {
	'101': 6,
	'102': 8,
	'201': 10,
	'203': 12,
	'204': 14,
	'301': 10,
	'303': 12,
	'304': 14,
};
const CENTURY = '20';
/** With two digits of the year the lengths are not those of four. */
const SHORT: ReadonlySet<number> = new Set([6, 10]);

/** What follows the digits of 301, 303 and 304: an offset, or the letters of a zone. */
const zoneOf = (text: string): number | null => parseOffset(text) ?? zoneOffset(text, null);

/**
 * A date and time of UN/EDIFACT: 102 CCYYMMDD, 203 CCYYMMDDHHMM, 204 with seconds, 303 and 304 with the
 * zone after them; 101, 201 and 301 with two digits of the year.
 * @param format code of element 2379; '' reads by length
 */
export const readEdifact: ShapeReader = (value, format) => {
	const length = format === '' ? /^\d*/.exec(value)?.[0].length : LENGTH[format];
	if (length === undefined || (format === '' && length < 8)) return null;
	const digits = value.slice(0, length);
	const match = MOMENT.exec(SHORT.has(length) ? CENTURY + digits : digits);
	if (match === null) return null;
	const [, year, month, day, hour, minute, second] = match;
	const wall = wallTime(
		Number(year),
		Number(month),
		Number(day),
		optional(hour),
		Number(minute ?? 0),
		optional(second),
	);
	const read = written(wall, undefined);
	const zone = value.slice(length);
	if (read === null || zone === '') return read;
	const offsetMinutes = zoneOf(zone);
	return offsetMinutes === null ? null : { ...read, offsetMinutes };
};
