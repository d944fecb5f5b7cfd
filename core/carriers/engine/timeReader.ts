import {
	NO_TIME,
	parseOffset,
	readTime,
	readX12Zone,
	resolveTime,
	TimeAnomaly,
	TimeCertainty,
	zoneOfPlace,
	zoneOffset,
	isZone,
	type EventTime,
	type TimeEvidence,
	TimeShape,
	type WrittenTime,
} from '../../event/time';
import type { TimeSpec } from '../source';
import { compilePaths, type CompiledPath, type ReadContext } from './path';
import { readText } from './text';

/** Facts beside the payload that help to place a local time. */
export interface TimeSurroundings {
	/** ISO country of the event's location. */
	readonly country: string | null;
	/** State or province of it, as the source writes it. */
	readonly region: string | null;
	/** When the payload reached us, RFC 3339: the year of times without one. */
	readonly receivedAt: string | null;
	/** IANA zone the user gave for local times of which nothing else is known. */
	readonly fallbackZone: string | null;
}

export type TimeReader = (context: ReadContext, around: TimeSurroundings) => EventTime;

interface CompiledTime {
	readonly spec: TimeSpec;
	readonly date: readonly CompiledPath[];
	readonly time: readonly CompiledPath[];
	readonly offset: readonly CompiledPath[];
	readonly gmtDate: readonly CompiledPath[];
	readonly gmtTime: readonly CompiledPath[];
	readonly x12Zone: readonly CompiledPath[];
}

const SHAPES: ReadonlySet<string> = new Set(Object.values(TimeShape));

const checkShape = (shape: string | undefined): void => {
	if (shape === undefined || SHAPES.has(shape)) return;
	throw new SyntaxError(`"${shape}" is not a shape of times`);
};

const compile = (spec: TimeSpec): CompiledTime => {
	checkShape(spec.shape);
	checkShape(spec.gmt?.shape);
	return compiledPaths(spec);
};

const compiledPaths = (spec: TimeSpec): CompiledTime => ({
	spec,
	date: compilePaths(spec.date),
	time: compilePaths(spec.time),
	offset: compilePaths(spec.offset),
	gmtDate: compilePaths(spec.gmt?.date),
	gmtTime: compilePaths(spec.gmt?.time),
	x12Zone: compilePaths(spec.x12Zone),
});

const zoneOf = (
	{ spec }: CompiledTime,
	named: string | null,
	around: TimeSurroundings,
): TimeEvidence['zone'] => {
	if (named !== null) return { name: named, certainty: TimeCertainty.Explicit };
	if (spec.localToPlace && around.country !== null) {
		const name = zoneOfPlace(around.country, around.region);
		if (name !== null) return { name, certainty: TimeCertainty.LocationInferred };
	}
	const name = spec.zone ?? around.fallbackZone;
	return name === null ? null : { name, certainty: TimeCertainty.CarrierDefault };
};

const readPair = (
	shape: TimeShape | undefined,
	date: string | null,
	time: string | null,
	near: string | null,
): WrittenTime | null =>
	shape === undefined || date === null ? null : readTime(shape, date, time ?? '', near);

const LOCAL = /^(?:LT|local)$/i;

/** An offset, or the zone that stands in its place. */
const readOffset = (
	text: string | null,
	spec: TimeSpec,
): { readonly minutes: number | null; readonly zone: string | null; readonly unread: boolean } => {
	if (text === null || LOCAL.test(text)) return { minutes: null, zone: null, unread: false };
	const minutes = parseOffset(text) ?? zoneOffset(text, spec.abbreviations ?? null);
	const zone = minutes === null && text.includes('/') && isZone(text) ? text : null;
	return { minutes, zone, unread: minutes === null && zone === null };
};

const read = (
	compiled: CompiledTime,
	context: ReadContext,
	around: TimeSurroundings,
): EventTime | null => {
	const { spec } = compiled;
	const date = readText(context, compiled.date);
	const gmtDate = readText(context, compiled.gmtDate);
	if (date === null && gmtDate === null) return null;
	const time = readText(context, compiled.time);
	const gmtTime = readText(context, compiled.gmtTime);
	const local = readPair(spec.shape, date, time, around.receivedAt);
	const gmt = readPair(spec.gmt?.shape, gmtDate, gmtTime, around.receivedAt);
	if (local === null && gmt === null) {
		const text = [date ?? gmtDate, time ?? gmtTime].filter((part) => part !== null).join(' ');
		return { ...NO_TIME, anomaly: TimeAnomaly.Unreadable, text };
	}
	const offset = readOffset(readText(context, compiled.offset), spec);
	const x12 = readText(context, compiled.x12Zone);
	const x12Zone = x12 === null ? null : readX12Zone(x12);
	const x12Offset = x12Zone !== null && 'offsetMinutes' in x12Zone ? x12Zone.offsetMinutes : null;
	const x12Name = x12Zone !== null && 'zone' in x12Zone ? x12Zone.zone : null;
	return resolveTime({
		local,
		gmt,
		offsetMinutes: x12Offset ?? offset.minutes,
		// A zone that cannot be read is no reason to take another one.
		zone: offset.unread ? null : zoneOf(compiled, x12Name ?? offset.zone, around),
		utcLabel: spec.utcLabel ?? TimeCertainty.Explicit,
	});
};

/**
 * Compiles the ways in which a source writes a moment. A text that none of them can read gives a
 * time with `anomaly: unreadable` and the text, never a wrong instant.
 */
export function compileTime(specs: readonly TimeSpec[]): TimeReader {
	const compiled = specs.map(compile);
	return (context, around) => {
		let unreadable: EventTime | null = null;
		for (const candidate of compiled) {
			const time = read(candidate, context, around);
			if (time === null) continue;
			if (time.anomaly !== TimeAnomaly.Unreadable) return time;
			unreadable ??= time;
		}
		return unreadable ?? NO_TIME;
	};
}
