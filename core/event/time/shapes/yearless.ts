import { monthOf } from './english';
import { wallTime, type WallTime } from '../wallTime';
import { written, type ShapeReader, type WrittenTime } from './written';

const CARGO_IMP = /^(\d{2})([A-Z]{3})(\d{2})?(?: ?(\d{2}):?(\d{2}))?$/;
const MONTH_DAY = /^(\d{1,2})[/.-](\d{1,2})(?:,? (\d{1,2}):(\d{2}))?$/;
/** A clock may be ahead of ours, and zones differ: a moment so little after the receipt is of the same year. */
const AHEAD_MILLIS = 2 * 86_400_000;

/** The moment in the last year in which it is not after the receipt. */
const lastBefore = (near: number, at: (year: number) => WallTime | null): WallTime | null => {
	const year = new Date(near + AHEAD_MILLIS).getUTCFullYear();
	for (const candidate of [year, year - 1, year - 2, year - 3]) {
		const wall = at(candidate);
		// 29 February is in one of four years only.
		if (wall !== null && wall.millis <= near + AHEAD_MILLIS) return wall;
	}
	return null;
};

const inferred = (
	near: string | null,
	at: (year: number) => WallTime | null,
): WrittenTime | null => {
	const received = near === null ? NaN : Date.parse(near);
	if (Number.isNaN(received)) return null;
	const read = written(lastBefore(received, at), undefined);
	return read === null ? null : { ...read, yearInferred: true };
};

const clock = (
	hour: string | undefined,
	minute: string | undefined,
): readonly [number | null, number] =>
	hour === undefined ? [null, 0] : [Number(hour), Number(minute)];

/** Cargo-IMP: `05JAN1430`, or `05JAN` and `1430`; with a year (`05JAN26`) where the field has one. */
export const readCargoImp: ShapeReader = (date, time, near) => {
	const match = CARGO_IMP.exec(
		/^\d{2}[A-Z]{3}\d{4}$/.test(date)
			? `${date.slice(0, 5)} ${date.slice(5)}`
			: `${date} ${time}`.trim(),
	);
	if (match === null) return null;
	const [, day, name, year, hour, minute] = match as readonly (string | undefined)[];
	const month = monthOf(name ?? '');
	const at = (of: number): WallTime | null =>
		wallTime(of, month, Number(day), ...clock(hour, minute));
	return year === undefined ? inferred(near, at) : written(at(2000 + Number(year)), undefined);
};

/** `04/23 09:50`, month first and without a year (Japan). */
export const readMonthDay: ShapeReader = (date, time, near) => {
	const match = MONTH_DAY.exec(time === '' ? date : `${date} ${time}`);
	if (match === null) return null;
	const [, month, day, hour, minute] = match;
	return inferred(near, (year) =>
		wallTime(year, Number(month), Number(day), ...clock(hour, minute)),
	);
};
