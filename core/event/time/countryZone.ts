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
