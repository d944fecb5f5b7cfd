import { wallTime } from '../wallTime';
import { optional, written, type ShapeReader } from './written';

const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|z|[+-]\d{1,2}(?:[:.]?\d{2})?)?$/;

/** ISO 8601; the offset of a day alone (XML Schema `date`) does not make it an instant. */
export const readIso: ShapeReader = (date, time) => {
	const match = ISO.exec(time === '' ? date : `${date}T${time}`);
	if (!match) return null;
	const [, year, month, day, hour, minute, second, fraction, offset] = match;
	const millis = fraction === undefined ? 0 : Number(`${fraction}00`.slice(0, 3));
	const wall = wallTime(
		Number(year),
		Number(month),
		Number(day),
		optional(hour),
		Number(minute ?? 0),
		optional(second),
		millis,
	);
	return written(wall, offset);
};
