import { wallTime } from '../wallTime';
import { optional, written, type ShapeReader } from './written';

const DATE = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})$/;
const CLOCK = /^(\d{1,2}):?(\d{2}):?(\d{2})$/;
const IN_ONE = /^(\d{8})[T ]?(\d{6}|\d{4})(Z|z|[+-]\d{2}:?\d{2})?$/;
const X12_CLOCK = /^(\d{2}):?(\d{2})(?::?(\d{2})(\d{1,2})?)?$/;
const DAY_FIRST = /^(\d{2})(\d{2})(\d{4})$/;
const DAY_FIRST_IN_ONE = /^(\d{8})[T ]?(\d{6}|\d{4})$/;

const dayOf = (date: string, pattern = DATE): readonly [number, number, number] | null => {
	const match = pattern.exec(date);
	return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3])];
};

/** `20240423` and `095004`, or both in one; a number may have eaten the zeros of the time. */
export const readCompact: ShapeReader = (date, time, near) => {
	const together = time === '' ? IN_ONE.exec(date) : null;
	if (together !== null) {
		const [, day, clock, offset] = together;
		const read = (clock.length === 4 ? readX12 : readCompact)(day, clock, near);
		return read === null ? null : written(read.wall, offset);
	}
	const day = dayOf(date);
	if (day === null) return null;
	if (time === '') return written(wallTime(...day), undefined);
	// "74700" is 07:47:00 and "0" is midnight, once a number has eaten the zeros.
	const clock = CLOCK.exec(/^\d{1,5}$/.test(time) ? time.padStart(6, '0') : time);
	if (!clock) return null;
	const [hour, minute, second] = [Number(clock[1]), Number(clock[2]), Number(clock[3])];
	return written(wallTime(...day, hour, minute, second), undefined);
};

/** `20260828` and `1630`, `163005` or `16300512` (hundredths); a leading zero may be lost. */
export const readX12: ShapeReader = (date, time) => {
	const day = dayOf(date);
	if (day === null) return null;
	if (time === '') return written(wallTime(...day), undefined);
	const odd = time.length % 2 === 1 && time.length < 6 && !time.includes(':');
	const clock = X12_CLOCK.exec(odd ? `0${time}` : time);
	if (!clock) return null;
	const wall = wallTime(
		...day,
		Number(clock[1]),
		Number(clock[2]),
		optional(clock[3]),
		clock[4] === undefined ? 0 : Number(clock[4].padEnd(3, '0')),
	);
	return written(wall, undefined);
};

/** `23042024` and `0950` or `095004`, or both in one. */
export const readCompactDayFirst: ShapeReader = (date, time, near) => {
	const together = time === '' ? DAY_FIRST_IN_ONE.exec(date) : null;
	if (together !== null) return readCompactDayFirst(together[1], together[2], near);
	const day = dayOf(date, DAY_FIRST);
	if (day === null) return null;
	const [dayOfMonth, month, year] = day.map((part) => String(part).padStart(2, '0'));
	return readX12(`${year}${month}${dayOfMonth}`, time, near);
};
