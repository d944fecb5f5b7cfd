import { parseOffset } from '../offset';
import type { WallTime } from '../wallTime';

/** A wall time with the offset that stood next to it, if one did. */
export interface WrittenTime {
	readonly wall: WallTime;
	readonly offsetMinutes: number | null;
	/** True where the source wrote `Z`, which some sources write without knowing the zone. */
	readonly labelledUtc: boolean;
	/** The source wrote no year; it was taken from the time of receipt. */
	readonly yearInferred?: boolean;
}

/** Reads trimmed texts; `time` is '' where there is one field only. `near` is a moment (RFC 3339) to take a missing year from. */
export type ShapeReader = (date: string, time: string, near: string | null) => WrittenTime | null;

/** A wall time with its offset as text; null when either is not one. */
export const written = (wall: WallTime | null, offset: string | undefined): WrittenTime | null => {
	if (wall === null) return null;
	if (offset === undefined) return { wall, offsetMinutes: null, labelledUtc: false };
	const offsetMinutes = parseOffset(offset);
	if (offsetMinutes === null) return null;
	return { wall, offsetMinutes, labelledUtc: offset === 'Z' || offset === 'z' };
};

export const optional = (digits: string | undefined): number | null =>
	digits === undefined ? null : Number(digits);

/** Hours of a twelve-hour clock on the twenty-four-hour one; null for 0 and 13. */
export const hourOf = (hour: string, half: string | undefined): number | null => {
	const value = Number(hour);
	if (half === undefined) return value;
	if (value < 1 || value > 12) return null;
	return (value % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
};
