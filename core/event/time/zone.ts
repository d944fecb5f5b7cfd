import { IANAZone } from 'luxon';
import { TimeAnomaly } from './eventTime';

const QUARTER_HOUR_MILLIS = 900_000;
const DAY_MILLIS = 86_400_000;
/** Bounds the memory of the cache; carriers' events cluster in time, so it rarely fills. */
const MAX_CACHED = 20_000;

const cache = new Map<string, number | TimeAnomaly>();
const zones = new Map<string, IANAZone | null>();

const zoneNamed = (name: string): IANAZone | null => {
	let zone = zones.get(name);
	if (zone === undefined) {
		zone = IANAZone.isValidZone(name) ? IANAZone.create(name) : null;
		if (zones.size >= MAX_CACHED) zones.clear();
		zones.set(name, zone);
	}
	return zone;
};

/** Whether this is a zone of the IANA data base, e.g. `America/New_York`. */
export const isZone = (name: string): boolean => zoneNamed(name) !== null;

/**
 * The offset of a wall time in a zone, in minutes east of UTC; or the anomaly that forbids saying
 * it: a wall time in a summer-time gap does not exist, one in an overlap exists twice.
 * @param wallMillis milliseconds of the wall clock since 1970-01-01T00:00
 * @returns null when the zone is not known
 */
export function offsetInZone(name: string, wallMillis: number): number | TimeAnomaly | null {
	const zone = zoneNamed(name);
	if (zone === null) return null;
	// Offsets change on quarter hours only, so one look into the zone data serves a quarter of an hour.
	const key = `${name} ${Math.floor(wallMillis / QUARTER_HOUR_MILLIS)}`;
	let result = cache.get(key);
	if (result === undefined) {
		const before = zone.offset(wallMillis - DAY_MILLIS);
		const after = zone.offset(wallMillis + DAY_MILLIS);
		const fits = (offset: number): boolean => zone.offset(wallMillis - offset * 60_000) === offset;
		if (before === after) result = fits(before) ? before : TimeAnomaly.SummerTimeGap;
		else if (fits(before) && fits(after)) result = TimeAnomaly.SummerTimeOverlap;
		else if (fits(before)) result = before;
		else result = fits(after) ? after : TimeAnomaly.SummerTimeGap;
		if (cache.size >= MAX_CACHED) cache.clear();
		cache.set(key, result);
	}
	return result;
}
