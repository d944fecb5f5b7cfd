import { DateTime, IANAZone } from 'luxon';

/** When people are at work. */
export interface BusinessCalendar {
	/** IANA name. */
	zone: string;
	/** ISO weekdays, Monday is 1. */
	weekdays: readonly number[];
	/** `08:00` to `17:00`; `24:00` is the end of the day. */
	from: string;
	to: string;
	/** Days off, `2026-12-25`. */
	holidays: readonly string[];
}

export enum DurationUnit {
	Minutes = 'minutes',
	Hours = 'hours',
	Days = 'days',
}

export interface Duration {
	amount: number;
	unit: DurationUnit;
}

/** A year of days without one hour of work is a calendar that never opens. */
const MOST_DAYS = 3660;

/** What is wrong with a calendar, for people; null when it can be worked with. */
export function calendarProblem(calendar: BusinessCalendar): string | null {
	if (!IANAZone.isValidZone(calendar.zone)) {
		return `"${calendar.zone}" is not a time zone`;
	}
	if (!calendar.weekdays.some((day) => day >= 1 && day <= 7))
		return 'No day of the week is a workday';
	const wrong = [calendar.from, calendar.to].find(
		(time) => !/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time),
	);
	if (wrong !== undefined) return `"${wrong}" is not a time of day like 08:00`;
	if (calendar.from >= calendar.to) return 'The working day ends before it begins';
	const day = calendar.holidays.find(
		(one) => !/^\d{4}-\d{2}-\d{2}$/.test(one) || !DateTime.fromISO(one).isValid,
	);
	return day === undefined ? null : `"${day}" is not a day like 2026-12-25`;
}

/**
 * The instant when a duration is over, counted in working time. Days are working days: the same time of day on the
 * so-and-so-many-th of them. Without a calendar all time counts.
 * @param startMs since 1970
 * @returns since 1970
 */
export function addDuration(
	startMs: number,
	{ amount, unit }: Duration,
	calendar: BusinessCalendar | null,
): number {
	if (calendar === null)
		return DateTime.fromMillis(startMs, { zone: 'utc' })
			.plus({ [unit]: amount })
			.toMillis();
	const start = firstOpenInstant(startMs, calendar);
	if (unit === DurationUnit.Days) return addWorkdays(start, amount, calendar);
	const minutes = unit === DurationUnit.Hours ? amount * 60 : amount;
	return addWorkingTime(start, minutes * 60_000, calendar);
}

const isWorkday = (day: DateTime, { weekdays, holidays }: BusinessCalendar): boolean =>
	weekdays.includes(day.weekday) && !holidays.includes(day.toFormat('yyyy-MM-dd'));

/** Begin and end of work on a day, in real time: clocks that change make it longer or shorter. */
function hoursOf(
	day: DateTime,
	{ zone, from, to }: BusinessCalendar,
): { from: number; to: number } {
	const at = (time: string) =>
		DateTime.fromISO(`${day.toFormat('yyyy-MM-dd')}T${time}`, { zone }).toMillis();
	return { from: at(from), to: at(to) };
}

function* workdays(startMs: number, calendar: BusinessCalendar): Generator<DateTime> {
	const first = DateTime.fromMillis(startMs, { zone: calendar.zone }).startOf('day');
	for (let step = 0; step < MOST_DAYS; step += 1) {
		const day = first.plus({ days: step });
		if (isWorkday(day, calendar)) yield day;
	}
	throw new RangeError('The business calendar has no working day in the next ten years');
}

/** The instant itself where people are at work, else when they begin again. */
function firstOpenInstant(startMs: number, calendar: BusinessCalendar): number {
	for (const day of workdays(startMs, calendar)) {
		const { from, to } = hoursOf(day, calendar);
		if (startMs < to) return Math.max(startMs, from);
	}
	return startMs;
}

function addWorkingTime(startMs: number, ms: number, calendar: BusinessCalendar): number {
	let left = ms;
	for (const day of workdays(startMs, calendar)) {
		const { from, to } = hoursOf(day, calendar);
		const begin = Math.max(startMs, from);
		if (begin + left <= to) return begin + left;
		left -= Math.max(0, to - begin);
	}
	return startMs;
}

function addWorkdays(startMs: number, count: number, calendar: BusinessCalendar): number {
	const start = DateTime.fromMillis(startMs, { zone: calendar.zone });
	let passed = -1;
	for (const day of workdays(startMs, calendar)) {
		passed += 1;
		if (passed >= count)
			return day.set({ hour: start.hour, minute: start.minute, second: start.second }).toMillis();
	}
	return startMs;
}
