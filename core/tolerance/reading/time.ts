import { DateTime } from 'luxon';
import type { Calendar } from './calendar';
import { problem, Problem, read, type Read } from './problem';

/** A time as a span: an instant has no length, a date lasts its whole day, a delivery window what it says. */
export interface TimeSpan {
	/** Milliseconds since 1970 in UTC. */
	readonly from: number;
	readonly to: number;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ODOO = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;

const DAY_MS = 86_400_000;

/**
 * ISO 8601 dates and instants, and Odoo's `2026-01-31 08:00:00`, which is UTC. A time without an offset is one
 * of the calendar's time zone. Anything else ("31.01.2026") is not guessed at.
 */
export function readTime(raw: unknown, calendar: Calendar): Read<TimeSpan> {
	if (raw === undefined || raw === null || raw === false || raw === '') {
		return problem(Problem.Missing, 'there is no date');
	}
	if (DateTime.isDateTime(raw)) return instant(raw.toMillis(), raw.toString());
	if (raw instanceof Date) return instant(raw.getTime(), 'the date');
	if (typeof raw !== 'string') return problem(Problem.NotATime, 'the value is not a date');
	const text = raw.trim();
	const odoo = ODOO.exec(text);
	if (odoo) return instant(Date.parse(`${odoo[1]}T${odoo[2]}Z`), text);
	if (WITH_OFFSET.test(text)) return instant(Date.parse(text), text);
	if (DATE.test(text)) return wholeDay(text, calendar);
	if (LOCAL.test(text)) return instant(localMs(text, calendar), text);
	return problem(Problem.NotATime, `"${text}" is not a date; write 2026-01-31 or an ISO 8601 time`);
}

const instant = (ms: number, text: string): Read<TimeSpan> =>
	Number.isNaN(ms)
		? problem(Problem.NotATime, `"${text}" is not a date`)
		: read({ from: ms, to: ms });

function wholeDay(text: string, { timeZone }: Calendar): Read<TimeSpan> {
	if (timeZone === 'UTC') {
		const from = Date.parse(`${text}T00:00:00Z`);
		return Number.isNaN(from) || !new Date(from).toISOString().startsWith(text)
			? problem(Problem.NotATime, `"${text}" is not a date`)
			: read({ from, to: from + DAY_MS - 1 });
	}
	const day = DateTime.fromISO(text, { zone: timeZone });
	if (!day.isValid) return problem(Problem.NotATime, `"${text}" is not a date`);
	return read({ from: day.toMillis(), to: day.endOf('day').toMillis() });
}

const localMs = (text: string, { timeZone }: Calendar): number =>
	timeZone === 'UTC'
		? Date.parse(`${text}Z`)
		: DateTime.fromISO(text, { zone: timeZone }).toMillis();
