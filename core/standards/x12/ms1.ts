import type { X12Event } from './x12Shipment';

/** DDDMMSS or DDMMSS of elements 1654, as decimal degrees; null when it is neither. */
const degrees = (text: string, negative: boolean): number | null => {
	const match = /^(\d{2,3})(\d{2})(\d{2})$/.exec(text);
	if (!match) return null;
	const value = Number(match[1]) + Number(match[2]) / 60 + Number(match[3]) / 3600;
	return Math.round((negative ? -value : value) * 1e6) / 1e6;
};

/**
 * The location of an MS1 segment: a city (01 to 03, postal code 08) or a position (04 longitude,
 * 05 latitude, 06 and 07 their directions). Null when it has neither.
 */
export function readMs1(elements: readonly string[]): NonNullable<X12Event['location']> | null {
	const [, city, state, country, longitude, latitude, eastWest, northSouth, postalCode] = elements;
	const location: NonNullable<X12Event['location']> = {};
	if (city) location.city = city;
	if (state) location.state = state;
	if (country) location.country = country;
	if (postalCode) location.postalCode = postalCode;
	if (longitude && latitude) {
		const lon = degrees(longitude, eastWest === 'W');
		const lat = degrees(latitude, northSouth === 'S');
		if (lon !== null && lat !== null) Object.assign(location, { lon, lat });
	}
	return Object.keys(location).length === 0 ? null : location;
}
