import regions from './regionZones.json';
import table from './singleZoneCountries.json';

const zones = new Map<string, string>();
const alpha2 = new Map<string, string>();

const load = (): void => {
	if (zones.size > 0) return;
	for (const [two, three, zone] of table.rows) {
		if (zone !== '') {
			zones.set(two, zone);
			zones.set(three, zone);
		}
		alpha2.set(three, two);
	}
};

/**
 * The IANA zone of a country whose whole mainland keeps one time, by ISO 3166 code of two or three
 * letters; null for all others (United States, Spain, Portugal, ...), where the country does not
 * tell the time.
 */
export function zoneOfCountry(code: string): string | null {
	load();
	return zones.get(code.toUpperCase()) ?? null;
}

/** The two-letter ISO 3166 code of a three-letter one; any other text comes back as it is. */
export function countryAlpha2(code: string): string {
	load();
	return alpha2.get(code.toUpperCase()) ?? code;
}

const byRegion: Readonly<Record<string, Readonly<Record<string, string>>>> = regions.zones;

/**
 * The IANA zone of a place: that of its country, or in countries with several that of its state or
 * province (by its code) if the whole of it keeps one time; null where the place does not tell the time.
 */
export function zoneOfPlace(country: string, region: string | null): string | null {
	const zone = zoneOfCountry(country);
	if (zone !== null || region === null) return zone;
	const code = countryAlpha2(country).toUpperCase();
	if (!Object.hasOwn(byRegion, code)) return null;
	const name = region.toUpperCase();
	return Object.hasOwn(byRegion[code], name) ? byRegion[code][name] : null;
}
