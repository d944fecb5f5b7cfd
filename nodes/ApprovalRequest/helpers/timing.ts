import { toStamp } from '../../../core/odoo';
import {
	addDuration,
	calendarProblem,
	DurationUnit,
	OnTimeout,
	type Ask,
	type BusinessCalendar,
} from '../../../core/approval';
import type { Parameters } from './parameters';
import { misconfigured, readList, typed } from './problem';

interface CalendarRow {
	zone?: string;
	weekdays?: number[];
	from?: string;
	to?: string;
	holidays?: string;
}

interface TimingOptions {
	calendar?: { hours?: CalendarRow };
	remindAfter?: number;
	remindEvery?: number;
	escalateAfter?: number;
	escalateToGroup?: string;
}

type Timing = Pick<
	Ask,
	'due_at' | 'remind_at' | 'remind_minutes' | 'escalate_at' | 'escalate_to' | 'on_timeout'
>;

/** When people are reminded, when others join, and when it is over. @throws FailureError */
export function readTiming(
	parameters: Parameters,
	itemIndex: number,
	nowMs: number,
	zone: string,
): Timing {
	const options = parameters.get('options', itemIndex, {}) as TimingOptions;
	const calendar = readCalendar(options.calendar?.hours, zone);
	const amount = Number(parameters.get('dueAmount', itemIndex, 3));
	const unit = parameters.get('dueUnit', itemIndex, DurationUnit.Days) as DurationUnit;
	const after = (hours: number | undefined) =>
		hours
			? addDuration(nowMs, { amount: Number(hours), unit: DurationUnit.Hours }, calendar)
			: null;
	if (!Number.isFinite(amount) || amount < 0) {
		throw misconfigured(
			`Decide Within is not a length of time: ${amount}`,
			'Give a number, 0 for no limit.',
		);
	}
	const group = typed(options.escalateToGroup);
	return {
		due_at: stampOf(amount === 0 ? null : addDuration(nowMs, { amount, unit }, calendar)),
		remind_at: stampOf(after(options.remindAfter)),
		remind_minutes: Math.round(Number(options.remindEvery ?? 0) * 60),
		escalate_at: stampOf(after(options.escalateAfter)),
		escalate_to: group === '' ? [] : [{ kind: 'group', group }],
		on_timeout: parameters.get('onTimeout', itemIndex, OnTimeout.Reject) as OnTimeout,
	};
}

function readCalendar(row: CalendarRow | undefined, zone: string): BusinessCalendar | null {
	if (row === undefined) return null;
	const calendar: BusinessCalendar = {
		zone: typed(row.zone) || zone,
		weekdays: row.weekdays ?? [1, 2, 3, 4, 5],
		from: typed(row.from) || '08:00',
		to: typed(row.to) || '17:00',
		holidays: readList(row.holidays),
	};
	const problem = calendarProblem(calendar);
	if (problem !== null)
		throw misconfigured(`Business Hours: ${problem}`, 'Correct Business Hours.');
	return calendar;
}

/** No time stays none. */
const stampOf = (ms: number | null): string | null => (ms === null ? null : toStamp(ms));
