import { wallTime } from '../wallTime';
import { hourOf, optional, written, type ShapeReader } from './written';

/** Three numbers with dots, slashes or dashes, and a clock of twelve or twenty-four hours after a blank or comma. */
const SEPARATED =
	/^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:,? {1,3}(?:- )?|T)?(?:(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AaPp])\.?[Mm]\.?)?)?(?: ?(Z|[+-]\d{1,2}(?::?\d{2})?))?$/;

type Order = 'dayFirst' | 'monthFirst' | 'yearFirst';

const partsOf = (
	order: Order,
	parts: readonly [string, string, string],
): readonly [year: string, month: string, day: string] => {
	const [first, second, third] = parts;
	if (order === 'yearFirst') return [first, second, third];
	return order === 'dayFirst' ? [third, second, first] : [third, first, second];
};

const reader =
	(order: Order): ShapeReader =>
	(date, time) => {
		const match = SEPARATED.exec(time === '' ? date : `${date} ${time}`);
		if (!match) return null;
		const [, first, , second, third, hour, minute, seconds, fraction, half, offset] = match;
		const [year, month, day] = partsOf(order, [first, second, third]);
		// With two digits the century, and often the order, would be a guess.
		if (year.length !== 4 || month.length > 2 || day.length > 2) return null;
		const hours = hour === undefined ? null : hourOf(hour, half);
		if (hour !== undefined && hours === null) return null;
		const wall = wallTime(
			Number(year),
			Number(month),
			Number(day),
			hours,
			Number(minute ?? 0),
			optional(seconds),
			fraction === undefined ? 0 : Number(`${fraction}00`.slice(0, 3)),
		);
		return written(wall, offset);
	};

/** `25.11.2026 10:44`, `25/11/2026, 10:44`, `25-11-2026 10:44:07.123`. */
export const readDayFirst = reader('dayFirst');

/** `11/25/2026 10:44 PM`, `11/25/2026 22:44:07`. */
export const readMonthFirst = reader('monthFirst');

/** `2026/11/25 10:44`, `2026.11.25 10:44`. */
export const readYearFirst = reader('yearFirst');
