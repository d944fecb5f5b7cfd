import { MILESTONE_RANK } from '../milestone';
import type { ShipmentEvent } from '../shipmentEvent';
import { parseOffset } from '../time';

/** An event with the number by which it is ordered. */
export interface Ordered {
	readonly event: ShipmentEvent;
	/** Milliseconds; approximate for events without an instant, and null without any time. */
	readonly at: number | null;
}

const wallMillis = (event: ShipmentEvent): number | null => {
	const local = event.data.time.occurredAtLocal;
	if (local === null) return null;
	const millis = Date.parse(local.length === 10 ? `${local}T00:00:00Z` : `${local}Z`);
	return Number.isNaN(millis) ? null : millis;
};

/** The offset of the event nearest on the wall clock; a shipment rarely jumps zones between two scans. */
const nearestOffset = (
	wall: number,
	known: readonly { readonly wall: number; readonly offset: number }[],
): number => {
	let best: { distance: number; offset: number } | null = null;
	for (const { wall: other, offset } of known) {
		const distance = Math.abs(other - wall);
		if (best === null || distance < best.distance) best = { distance, offset };
		else if (distance === best.distance && offset < best.offset) best = { distance, offset };
	}
	return best?.offset ?? 0;
};

/** Total order of a shipment's events: time, then rank, then id. Events without any time come first. */
export function compareOrdered(a: Ordered, b: Ordered): number {
	if (a.at !== b.at) {
		if (a.at === null) return -1;
		if (b.at === null) return 1;
		return a.at - b.at;
	}
	const rank = MILESTONE_RANK[a.event.data.milestone] - MILESTONE_RANK[b.event.data.milestone];
	if (rank !== 0) return rank;
	return a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : 0;
}

/**
 * Sorts distinct events by when they happened. An event of which only the local time is known is
 * placed with the offset of its nearest neighbour that has one: that serves the order only and never
 * becomes an instant.
 */
export function orderEvents(events: readonly ShipmentEvent[]): Ordered[] {
	const known: { wall: number; offset: number }[] = [];
	for (const event of events) {
		const { occurredAt, offset } = event.data.time;
		const wall = wallMillis(event);
		const minutes = offset === null ? null : parseOffset(offset);
		if (occurredAt !== null && wall !== null && minutes !== null) {
			known.push({ wall, offset: minutes });
		}
	}
	const ordered = events.map((event): Ordered => {
		const { occurredAt } = event.data.time;
		if (occurredAt !== null) return { event, at: Date.parse(occurredAt) };
		const wall = wallMillis(event);
		return { event, at: wall === null ? null : wall - nearestOffset(wall, known) * 60_000 };
	});
	return ordered.sort(compareOrdered);
}
