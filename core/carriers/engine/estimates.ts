import { TERMINAL_MILESTONES } from '../../event/milestone';
import type { ShipmentEvent } from '../../event/shipmentEvent';
import type { CompiledSource } from './compiledSource';
import { readEstimate } from './delivery';
import type { NormalizeOptions } from './options';
import type { ReadContext } from './path';
import { surroundings } from './surroundings';

const isNewer = (event: ShipmentEvent, than: ShipmentEvent): boolean => {
	const [a, b] = [event.data.time, than.data.time];
	if (a.occurredAt !== null && b.occurredAt !== null) {
		// RFC 3339 in UTC sorts as text up to the seconds.
		const [second, other] = [a.occurredAt.slice(0, 19), b.occurredAt.slice(0, 19)];
		if (second !== other) return second > other;
		return Date.parse(a.occurredAt) > Date.parse(b.occurredAt);
	}
	return (a.occurredAtLocal ?? '') > (b.occurredAtLocal ?? '');
};

/**
 * Puts the expected delivery of a piece on its newest event: it is a forecast as of now, and says
 * nothing about the scans before. A journey that is over has no forecast.
 */
export function attachEstimate(
	source: CompiledSource,
	events: readonly ShipmentEvent[],
	contexts: readonly ReadContext[],
	options: NormalizeOptions,
): readonly ShipmentEvent[] {
	if (events.length === 0 || source.definition.estimate === undefined) return events;
	let newest = 0;
	for (let index = 1; index < events.length; index++) {
		if (isNewer(events[index], events[newest])) newest = index;
	}
	const event = events[newest];
	if (TERMINAL_MILESTONES.has(event.data.milestone)) return events;
	const around = surroundings(event.data.location, options);
	const estimate = readEstimate(source, contexts[newest], around);
	if (estimate === undefined) return events;
	return events.map((other, index) =>
		index === newest ? { ...other, data: { ...other.data, estimate } } : other,
	);
}
