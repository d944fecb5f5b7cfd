import type { EventLocation, EventShipment } from '../../event/shipmentEvent';
import { normalizeTrackingNumber } from '../../event/eventId';
import { countryAlpha2 } from '../../event/time/countryZone';
import type { CompiledSource } from './compiledSource';
import type { NormalizeOptions } from './options';
import { ownValue, readPath, type ReadContext } from './path';
import { readNumber, readText, textOf } from './text';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

type Reference = { readonly type: string; readonly value: string };

const readReferences = (source: CompiledSource, context: ReadContext): Reference[] => {
	const found: Reference[] = [];
	for (const { path, type, value } of source.references) {
		const at = readPath(context, path);
		const list: readonly unknown[] = Array.isArray(at) ? at : [at];
		for (const element of list) {
			const text = textOf(value === '' ? element : ownValue(element, value));
			const kind = type.startsWith('=') ? type.slice(1) : textOf(ownValue(element, type));
			if (text !== null) found.push({ type: kind ?? '', value: text });
		}
	}
	return found;
};

const readPiece = (source: CompiledSource, context: ReadContext): EventShipment['piece'] => {
	if (source.definition.piece === undefined) return undefined;
	const id = readText(context, source.piece.id);
	const index = readNumber(context, source.piece.index);
	const count = readNumber(context, source.piece.count);
	if (id === null && index === null && count === null) return undefined;
	const piece: { id?: string; index?: number; count?: number } = {};
	if (id !== null) piece.id = id;
	if (index !== null) piece.index = index;
	if (count !== null) piece.count = count;
	return piece;
};

/** Some answers do not name the shipment that was asked about; the caller may. */
const readNumberOf = (
	source: CompiledSource,
	context: ReadContext,
	{ trackingNumber }: NormalizeOptions,
): string | null => {
	const given = textOf(trackingNumber);
	if (given !== null && source.definition.foreignNumbers === true) return given;
	return readText(context, source.trackingNumber) ?? given;
};

/** Which shipment and piece an event is about; null without a tracking number. */
export function readShipment(
	source: CompiledSource,
	context: ReadContext,
	isReturn: boolean,
	options: NormalizeOptions,
): EventShipment | null {
	const number = readNumberOf(source, context, options);
	if (number === null) return null;
	const trackingNumber = normalizeTrackingNumber(number);
	const masterText = readText(context, source.masterTrackingNumber);
	const master = masterText === null ? null : normalizeTrackingNumber(masterText);
	const shipment: Writable<EventShipment> = { trackingNumber, isReturn };
	if (master !== null && master !== trackingNumber) shipment.masterTrackingNumber = master;
	const piece = readPiece(source, context);
	if (piece !== undefined) shipment.piece = piece;
	const references = readReferences(source, context);
	if (references.length > 0) shipment.references = references;
	return shipment;
}

/** Where an event happened; null where the source does not say. */
export function readLocation(source: CompiledSource, context: ReadContext): EventLocation | null {
	if (source.definition.location === undefined) return null;
	const paths = source.location;
	const name = readText(context, paths.name);
	const city = readText(context, paths.city);
	const region = readText(context, paths.region);
	const postalCode = readText(context, paths.postalCode);
	const country = readText(context, paths.country);
	const unlocode = readText(context, paths.unlocode);
	const iata = readText(context, paths.iata);
	const lat = readNumber(context, paths.lat);
	const lon = readNumber(context, paths.lon);
	const location: Writable<EventLocation> = {};
	if (name !== null) location.name = name;
	if (city !== null) location.city = city;
	if (region !== null) location.region = region;
	if (postalCode !== null) location.postalCode = postalCode;
	const { domestic } = source.definition.location;
	if (country !== null) location.country = countryAlpha2(country);
	else if (domestic !== undefined && Object.keys(location).length > 0) location.country = domestic;
	if (unlocode !== null) location.unlocode = unlocode;
	if (iata !== null) location.iata = iata;
	if (lat !== null && lon !== null) Object.assign(location, { lat, lon });
	return Object.keys(location).length === 0 ? null : location;
}
