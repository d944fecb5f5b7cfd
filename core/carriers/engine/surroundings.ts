import type { EventLocation } from '../../event/shipmentEvent';
import type { NormalizeOptions } from './options';
import type { TimeSurroundings } from './timeReader';

/** What helps to place a local time: where it was, when the payload came, and what the user said. */
export function surroundings(
	location: EventLocation | null,
	options: NormalizeOptions,
): TimeSurroundings {
	return {
		// A UN/LOCODE begins with the country.
		country: location?.country ?? location?.unlocode?.slice(0, 2) ?? null,
		region: location?.region ?? null,
		receivedAt: options.receivedAt ?? null,
		fallbackZone: options.fallbackZone ?? null,
	};
}
