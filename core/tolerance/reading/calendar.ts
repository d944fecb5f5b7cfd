import { DateTime } from 'luxon';

/** Which days are business days, and where. */
export interface Calendar {
	/** IANA name. */
	readonly timeZone: string;
	/** ISO weekdays, Monday is 1. */
	readonly workdays: ReadonlySet<number>;
	/** Day numbers (days since 1970) of the holidays that fall on workdays, ascending. */
	readonly holidays: readonly number[];
}

const DAY_MS = 86_400_000;
const WEEK = 7;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

export const dayNumber = (isoDate: string): number =>
	Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS);

const weekdayOf = (day: number): number => ((((day + FIRST_WEEKDAY - 1) % WEEK) + WEEK) % WEEK) + 1;

/** The calendar of a policy: Monday to Friday in UTC where it says nothing else. */
export function calendarOf(options: {
	readonly timeZone?: string;
	readonly workdays?: readonly number[];
	readonly holidays?: readonly string[];
}): Calendar {
	const workdays = new Set(options.workdays ?? [1, 2, 3, 4, 5]);
	const days = [...new Set((options.holidays ?? []).map(dayNumber))];
	return {
		timeZone: options.timeZone ?? 'UTC',
		workdays,
		holidays: days.filter((day) => workdays.has(weekdayOf(day))).sort((a, b) => a - b),
	};
}

/**
 * Business days from one instant to another: how many of them begin after the day of `from`, up to the day of
 * `to`. Friday to Monday is 1, a day to itself 0, back in time negative.
 */
export function businessDays(from: number, to: number, calendar: Calendar): number {
	const first = localDay(from, calendar);
	const last = localDay(to, calendar);
	return first <= last ? countAfter(first, last, calendar) : -countAfter(last, first, calendar);
}

function countAfter(first: number, last: number, { workdays, holidays }: Calendar): number {
	const weeks = Math.floor((last - first) / WEEK);
	let count = weeks * workdays.size;
	for (let day = first + weeks * WEEK + 1; day <= last; day += 1) {
		if (workdays.has(weekdayOf(day))) count += 1;
	}
	return count - holidays.filter((day) => day > first && day <= last).length;
}

/** The day number of an instant on the calendar's clocks. */
export function localDay(ms: number, { timeZone }: Calendar): number {
	if (timeZone === 'UTC') return Math.floor(ms / DAY_MS);
	const local = DateTime.fromMillis(ms, { zone: timeZone });
	return Math.floor((ms + local.offset * 60_000) / DAY_MS);
}
