import { Exact, ONE } from '../decimal';
import type { FieldText, ValueText } from '../input';
import { TimeUnit } from '../policy/types';
import { businessDays, localDay, type Calendar } from '../reading/calendar';
import { problem, Problem, read, type Read } from '../reading/problem';
import { readTime, type TimeSpan } from '../reading/time';
import { isGiven, valueOf } from '../reading/value';
import type { Comparison } from './comparison';
import type { MeasureContext } from './context';
import { NO_CONVERSIONS } from './number';

const SECONDS_PER_HOUR = new Exact(3600);

/** How late (positive) or early (negative) something is. Anywhere in the expected window, or on the expected day, is on time. */
export function compareTimes(field: FieldText, context: MeasureContext): Read<Comparison> {
	const { rule, policy } = context;
	const expectedText = valueOf(field.expected);
	const actualText = valueOf(field.actual);
	const actual = readTime(actualText.value, policy.calendar);
	if (!actual.ok) return actual;
	const expected = readWindow(expectedText, policy.calendar);
	if (!expected.ok) return expected;
	const unit = (rule.in ?? TimeUnit.Days) as TimeUnit;
	const scale = unit === TimeUnit.Hours ? SECONDS_PER_HOUR : ONE;
	return read({
		deviation: new Exact(lateness(expected.value, actual.value, unit, policy.calendar)),
		base: null,
		scale,
		limitScale: scale,
		driftScale: scale,
		driftUnit: unit,
		unit: TIME_UNIT_TEXT[unit],
		decimals: 2,
		conversions: NO_CONVERSIONS,
		expected: shownTime(expectedText),
		actual: shownTime(actualText),
		mistake: null,
	});
}

const TIME_UNIT_TEXT: Readonly<Record<TimeUnit, string>> = {
	[TimeUnit.Hours]: 'hours',
	[TimeUnit.Days]: 'days',
	[TimeUnit.BusinessDays]: 'business days',
};

const shownTime = ({ value, from, to }: ValueText): string =>
	from !== undefined || to !== undefined ? `${String(from)} to ${String(to)}` : String(value);

function readWindow(text: ValueText, calendar: Calendar): Read<TimeSpan> {
	if (!isGiven(text)) return problem(Problem.MissingBaseline, 'there is no expected date');
	if (text.from === undefined && text.to === undefined) return readTime(text.value, calendar);
	const from = readTime(text.from, calendar);
	if (!from.ok) return from;
	const to = readTime(text.to, calendar);
	if (!to.ok) return to;
	return from.value.from <= to.value.to
		? read({ from: from.value.from, to: to.value.to })
		: problem(Problem.NotATime, 'the expected window ends before it begins');
}

/** In seconds for hours, else in days. */
function lateness(
	expected: TimeSpan,
	actual: TimeSpan,
	unit: TimeUnit,
	calendar: Calendar,
): number {
	const isLate = actual.from > expected.to;
	if (!isLate && actual.to >= expected.from) return 0;
	const [due, came] = isLate ? [expected.to, actual.from] : [expected.from, actual.to];
	if (unit === TimeUnit.Hours) return Math.round((came - due) / 1000);
	if (unit === TimeUnit.BusinessDays) return businessDays(due, came, calendar);
	return localDay(came, calendar) - localDay(due, calendar);
}
