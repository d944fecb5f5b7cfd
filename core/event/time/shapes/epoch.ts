import { TimePrecision } from '../eventTime';
import { parseOffset } from '../offset';
import type { ShapeReader, WrittenTime } from './written';

const NUMBER = /^-?\d{1,16}(?:\.\d{1,9})?$/;
/** Seconds reach it in the year 5138, milliseconds have passed it in 1973. */
const SECONDS_BELOW = 1e11;
/** `/Date(1722924060000+0300)/`, also with escaped slashes: milliseconds in UTC, and the zone they were shown in. */
const DOT_NET_DATE = /^\\?\/Date\((-?\d{1,16})([+-]\d{4})?\)\\?\/$/;
const TICKS = /^\d{17,19}$/;
/** Ticks of 100 ns from the year 1 to 1970. */
const TICKS_TO_1970 = 621_355_968_000_000_000n;
const MAX_MILLIS = Date.UTC(2201, 0, 1);

const instant = (millis: number, offsetMinutes = 0, labelledUtc = true): WrittenTime | null => {
	if (!Number.isFinite(millis) || millis < 0 || millis >= MAX_MILLIS) return null;
	const wall = { millis: millis + offsetMinutes * 60_000, precision: TimePrecision.Second };
	return { wall, offsetMinutes, labelledUtc };
};

export const readEpoch =
	(unitMillis: number): ShapeReader =>
	(text) =>
		NUMBER.test(text) ? instant(Math.round(Number(text) * unitMillis)) : null;

/** Seconds or milliseconds, told apart by their size. */
export const readEpochOfAnyUnit: ShapeReader = (text) => {
	if (!NUMBER.test(text)) return null;
	const value = Number(text);
	return instant(Math.round(Math.abs(value) < SECONDS_BELOW ? value * 1000 : value));
};

export const readDotNetDate: ShapeReader = (text) => {
	const match = DOT_NET_DATE.exec(text);
	if (match === null) return null;
	const [, millis] = match;
	const zone = match.at(2);
	return instant(Number(millis), zone === undefined ? 0 : (parseOffset(zone) ?? 0), false);
};

/** .NET ticks do not say in which zone they count. */
export const readDotNetTicks: ShapeReader = (text) => {
	if (!TICKS.test(text)) return null;
	const read = instant(Number((BigInt(text) - TICKS_TO_1970) / 10_000n));
	return read === null ? null : { ...read, offsetMinutes: null, labelledUtc: false };
};
