import { NO_TIME, TimeAnomaly, TimeCertainty, TimePrecision, type EventTime } from './eventTime';
import { formatOffset, offsetBetween } from './offset';
import type { WrittenTime } from './shapes/written';
import { formatInstant, formatWallTime, type WallTime } from './wallTime';
import { offsetInZone } from './zone';

/** Everything that a source says about one moment. All parts are optional; more parts, more certainty. */
export interface TimeEvidence {
	/** The local wall time, with the offset written into it if there is one. */
	readonly local: WrittenTime | null;
	/** The same moment in GMT. */
	readonly gmt: WrittenTime | null;
	/** An offset in a field of its own, minutes east of UTC. */
	readonly offsetMinutes: number | null;
	/** A zone that holds for a wall time without offset, and how we know it. */
	readonly zone: { readonly name: string; readonly certainty: TimeCertainty } | null;
	/** How far to believe a written `Z`. Most sources mean it; some write it when they do not know. */
	readonly utcLabel: TimeCertainty;
}

const at = (
	wall: WallTime,
	instant: number | null,
	offsetMinutes: number | null,
	certainty: TimeCertainty,
	zone: string | null = null,
	anomaly: TimeAnomaly | null = null,
): EventTime => {
	const time = {
		occurredAt: instant === null ? null : formatInstant(instant),
		occurredAtLocal: formatWallTime(wall),
		offset: offsetMinutes === null ? null : formatOffset(offsetMinutes),
		zone,
		certainty,
		precision: wall.precision,
	};
	return anomaly === null ? time : { ...time, anomaly };
};

const instantOf = (wall: WallTime, offsetMinutes: number): number =>
	wall.millis - offsetMinutes * 60_000;

const fromGmt = (evidence: TimeEvidence, gmt: WrittenTime): EventTime => {
	const instant = instantOf(gmt.wall, gmt.offsetMinutes ?? 0);
	const written = evidence.offsetMinutes ?? evidence.local?.offsetMinutes ?? null;
	if (evidence.local === null) {
		const offset = written ?? 0;
		const wall = { millis: instant + offset * 60_000, precision: gmt.wall.precision };
		return at(wall, instant, offset, TimeCertainty.CarrierGmt);
	}
	const found = offsetBetween(evidence.local.wall.millis, instant);
	const contradicts = found === null || (written !== null && written !== found);
	return at(
		evidence.local.wall,
		instant,
		found,
		TimeCertainty.CarrierGmt,
		null,
		contradicts ? TimeAnomaly.OffsetMismatch : null,
	);
};

const inZone = (wall: WallTime, zone: NonNullable<TimeEvidence['zone']>): EventTime => {
	const offset = offsetInZone(zone.name, wall.millis);
	if (typeof offset === 'number') {
		return at(wall, instantOf(wall, offset), offset, zone.certainty, zone.name);
	}
	// Gap or overlap: saying an instant here would be choosing one of two, silently.
	return at(wall, null, null, TimeCertainty.Unknown, offset === null ? null : zone.name, offset);
};

/**
 * The time of an event from all that is known about it: the carrier's GMT twin first, then a written
 * offset, then a zone. A day without a clock time never becomes an instant. Pure.
 */
export function resolveTime(evidence: TimeEvidence): EventTime {
	const time = resolve(evidence);
	return evidence.local?.yearInferred === true && time.anomaly === undefined
		? { ...time, anomaly: TimeAnomaly.YearInferred }
		: time;
}

function resolve(evidence: TimeEvidence): EventTime {
	const { local, gmt } = evidence;
	if (gmt !== null && gmt.wall.precision !== TimePrecision.Day) return fromGmt(evidence, gmt);
	if (local === null) return NO_TIME;
	const { wall } = local;
	if (wall.precision === TimePrecision.Day) {
		return at(wall, null, null, TimeCertainty.Unknown);
	}
	const offset = local.offsetMinutes ?? evidence.offsetMinutes;
	if (offset !== null) {
		const certainty = local.labelledUtc ? evidence.utcLabel : TimeCertainty.Explicit;
		return at(wall, instantOf(wall, offset), offset, certainty);
	}
	if (evidence.zone !== null) return inZone(wall, evidence.zone);
	return at(wall, null, null, TimeCertainty.Unknown);
}
