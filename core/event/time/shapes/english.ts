import { wallTime } from '../wallTime';
import { hourOf, optional, written, type ShapeReader } from './written';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? /i;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))? ?(?:([ap])\.?m\.?)?$/i;
/** `May 1, 2015` */
const MONTH_FIRST =
	/^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (?:at )?(.{4,12}))?$/i;
/** `1 May 2015`, `01-MAY-2015` */
const DAY_FIRST = /^(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?:,? (?:at )?(.{4,12}))?$/i;

/** The number of an English month by its name or its first letters; 0 when it is none. */
export const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** `May 1, 2015` and `8:07 am`, or both in one; `1 May 2015 08:07`, `01-MAY-2015 08:07:00`. */
export const readEnglish: ShapeReader = (date, time) => {
	const text = (time === '' ? date : `${date} ${time}`).replace(WEEKDAY, '');
	const monthFirst = MONTH_FIRST.exec(text);
	const dayFirst = monthFirst === null ? DAY_FIRST.exec(text) : null;
	const match = monthFirst ?? dayFirst;
	if (match === null) return null;
	const [month, day] = monthFirst === null ? [match[2], match[1]] : [match[1], match[2]];
	const [year, clockText] = [match[3], match[4] as string | undefined];
	const parts = [Number(year), monthOf(month), Number(day)] as const;
	if (clockText === undefined) return written(wallTime(...parts), undefined);
	const clock = CLOCK.exec(clockText);
	if (clock === null) return null;
	const hour = hourOf(clock[1], clock[4]);
	if (hour === null) return null;
	return written(wallTime(...parts, hour, Number(clock[2]), optional(clock[3])), undefined);
};
