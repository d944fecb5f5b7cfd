import type { X12Event } from './x12Shipment';

const filled = (text: string | undefined): text is string => text !== undefined && text !== '';

/** Qualifier 309 of a UN/LOCODE. */
const UNLOCODE = 'UN';

const readPlace = (id: string, qualifier: string | undefined): X12Event['location'] =>
	qualifier === UNLOCODE ? { unlocode: id } : { name: id };

/** B4 of the set 315: one status (element 157) of one container, in local time of its place; null without a code. */
export function readB4(elements: readonly string[], segment: number): X12Event | null {
	const [, , , code, date, time, , initial, number, load, , place, placeQualifier, digit] =
		elements;
	if (!filled(code)) return null;
	const container = `${initial ?? ''}${number ?? ''}${digit ?? ''}`;
	const location = filled(place) ? readPlace(place, placeQualifier) : undefined;
	return {
		element: '157',
		code,
		...(filled(date) ? { date } : {}),
		...(filled(time) ? { time } : {}),
		...(filled(load) ? { load } : {}),
		...(container === '' ? {} : { container }),
		...(location === undefined ? {} : { location }),
		segment,
	};
}
