import type { ShipmentEvent } from '../shipmentEvent';

const DAY_MILLIS = 86_400_000;

/** Carriers use tracking numbers again after some time. */
export interface RecycledNumbers {
	/** When this shipment began, RFC 3339. */
	readonly shippedAt: string;
	/** Events older than this many days before `shippedAt` belong to an earlier shipment. */
	readonly days: number;
}

/**
 * Tells events of an earlier shipment with the same number apart. Events without any time are kept.
 * @throws RangeError when `shippedAt` is not a date or `days` is negative
 */
export function staleLimit(
	recycled: RecycledNumbers | undefined,
): (event: ShipmentEvent) => boolean {
	if (recycled === undefined) return () => false;
	const shippedAt = Date.parse(recycled.shippedAt);
	if (Number.isNaN(shippedAt)) throw new RangeError('recycled.shippedAt is not a date');
	if (!(recycled.days >= 0)) throw new RangeError('recycled.days must be 0 or more');
	const limit = shippedAt - recycled.days * DAY_MILLIS;
	return ({ data: { time } }) => {
		if (time.occurredAt !== null) return Date.parse(time.occurredAt) < limit;
		if (time.occurredAtLocal === null) return false;
		// Without a zone the wall time is off by half a day at most: give it the benefit of the doubt.
		return Date.parse(time.occurredAtLocal.slice(0, 10)) + DAY_MILLIS * 2 < limit;
	};
}
