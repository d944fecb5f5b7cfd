import { EventClass } from '../../event/eventClass';
import { eventId, type EventIdentity } from '../../event/eventId';
import { MappingBy } from '../../event/mappingBy';
import { Milestone, TERMINAL_MILESTONES } from '../../event/milestone';
import type {
	EventCarrier,
	EventFlags,
	EventMapping,
	EventRaw,
	ShipmentEvent,
	ShipmentEventData,
} from '../../event/shipmentEvent';
import { SHIPMENT_EVENT_TYPE } from '../../event/shipmentEvent';
import { SubStatus } from '../../event/subStatus';
import type { EventTime } from '../../event/time';
import { CodeFlag } from '../codeTable';
import type { CodeMeaning, CompiledCodeTable, RawKey } from './codeLookup';
import type { CompiledSource } from './compiledSource';
import { readDelivery } from './delivery';
import { holdsAny } from './fields';
import type { Beside, FoundMeaning } from './lookup';
import type { NormalizeOptions } from './options';
import { findOverride } from './override';
import type { ReadContext } from './path';
import { readLocation, readShipment } from './shipment';
import { surroundings } from './surroundings';
import { readText } from './text';

/** An event, with what could not be understood about it. */
export interface BuiltEvent {
	readonly event: ShipmentEvent;
	/** A reason code that no table has. */
	readonly unknownReason: string | null;
}

const UNMAPPED: EventMapping = {
	by: MappingBy.Fallback,
	rule: 'none',
	confidence: 0,
	tableVersion: '',
};

/** A parcel that needs attention although its milestone alone does not say so. */
const EXCEPTIONAL: ReadonlySet<SubStatus | null> = new Set([
	SubStatus.DeliveredDamaged,
	SubStatus.PickupFailed,
]);

/** Overrides first, then the lookups of the source in order. */
const findMeaning = (
	source: CompiledSource,
	overrides: CompiledCodeTable | null,
	key: RawKey,
	beside: Beside,
): FoundMeaning | null => {
	const own = findOverride(overrides, key);
	if (own !== null) return own;
	for (const lookup of source.lookups) {
		const found = lookup.find(key, beside);
		if (found !== null) return found;
	}
	return null;
};

const flagsOf = (
	milestone: Milestone,
	subStatus: SubStatus | null,
	eventClass: EventClass,
	meaning: CodeMeaning | null,
	turns: { readonly corrects: boolean; readonly voids: boolean },
): EventFlags => {
	const actual = eventClass === EventClass.Actual && !turns.voids;
	return {
		exception: milestone === Milestone.Exception || EXCEPTIONAL.has(subStatus),
		terminal: actual && TERMINAL_MILESTONES.has(milestone),
		actionRequired: meaning?.flags.has(CodeFlag.ActionRequired) ?? false,
		partial: (meaning?.flags.has(CodeFlag.Partial) ?? false) || subStatus === SubStatus.Partial,
		informational:
			!actual || milestone === Milestone.Informational || milestone === Milestone.Unknown,
		correction: turns.corrects || (meaning?.flags.has(CodeFlag.Correction) ?? false),
	};
};

const rawKey = (source: CompiledSource, context: ReadContext): RawKey => ({
	type: source.key.type(context),
	code: source.key.code(context),
	subCode: source.key.subCode(context),
});

// A return that arrives is not a delivery to the customer, whatever the code is called.
const turned = (
	meaning: CodeMeaning | null,
	isReturn: boolean,
): { readonly milestone: Milestone; readonly subStatus: SubStatus | null } => {
	if (meaning === null) return { milestone: Milestone.Unknown, subStatus: null };
	return isReturn && meaning.milestone === Milestone.Delivered
		? { milestone: Milestone.Returned, subStatus: SubStatus.ReturnedToSender }
		: meaning;
};

const VOID = 'void';
/** Where the payload does not name the carrier. */
export const UNKNOWN_CARRIER = 'unknown';

/** The payload says whether it happened, unless the code itself is one that never does (a forecast, a notice). */
const classOf = (meaning: CodeMeaning | null, said: EventClass | null): EventClass => {
	const implied = meaning?.eventClass ?? EventClass.Actual;
	return implied === EventClass.Actual ? (said ?? implied) : implied;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const carrierOf = (carrier: EventCarrier | null, service: string | null): EventCarrier => {
	const known = carrier ?? { id: UNKNOWN_CARRIER, name: UNKNOWN_CARRIER };
	if (service === null) return known;
	const { id, name, scac, aggregator } = known;
	const whole: Writable<EventCarrier> = { id, name };
	if (scac !== undefined) whole.scac = scac;
	if (aggregator !== undefined) whole.aggregator = aggregator;
	whole.service = service;
	return whole;
};

const withReceipt = (
	time: EventTime,
	receivedAt: string | undefined,
	recordedAt: string | null,
): ShipmentEventData['time'] => {
	if (receivedAt === undefined && recordedAt === null) return time;
	const { occurredAt, occurredAtLocal, offset, zone, certainty, precision, anomaly, text } = time;
	const whole: Writable<ShipmentEventData['time']> = {
		occurredAt,
		occurredAtLocal,
		offset,
		zone,
		certainty,
		precision,
	};
	if (anomaly !== undefined) whole.anomaly = anomaly;
	if (text !== undefined) whole.text = text;
	if (receivedAt !== undefined) whole.receivedAt = receivedAt;
	if (recordedAt !== null) whole.recordedAt = recordedAt;
	return whole;
};

const rawOf = (
	source: CompiledSource,
	key: RawKey,
	description: string | null,
	context: ReadContext,
	options: NormalizeOptions,
): EventRaw => {
	const raw: Writable<EventRaw> = {
		type: key.type,
		code: key.code,
		subCode: key.subCode,
		description,
		pointer: context.pointer,
		source: source.definition.id,
	};
	if (options.includeRaw) raw.payload = context.event;
	return raw;
};

const identityTime = (time: EventTime): string | null => time.occurredAtLocal ?? time.text ?? null;

/**
 * Reads one event.
 * @returns null when the payload has no tracking number for it
 * @throws PrecisionLostError when a number in it has lost digits
 */
export function buildEvent(
	source: CompiledSource,
	overrides: CompiledCodeTable | null,
	context: ReadContext,
	options: NormalizeOptions,
): BuiltEvent | null {
	const key = rawKey(source, context);
	const carrier = source.carrier(context);
	const description = readText(context, source.description);
	const found = findMeaning(source, overrides, key, {
		carrier: carrier?.id ?? null,
		description,
		context,
	});
	const meaning = found?.meaning ?? null;
	const isReturn =
		(meaning?.flags.has(CodeFlag.Return) ?? false) || holdsAny(source.returns, context);
	const shipment = readShipment(source, context, isReturn, options);
	if (shipment === null) return null;
	const location = readLocation(source, context);
	const around = surroundings(location, options);
	const time = source.time(context, around);
	const recordedAt = source.recordedAt(context, around).occurredAt;
	const { milestone, subStatus } = turned(meaning, isReturn);
	const eventClass = classOf(meaning, source.eventClass(context));
	const turns = {
		corrects: holdsAny(source.corrections, context),
		voids: holdsAny(source.voids, context),
	};
	const { reason, unknown } = source.reason(context, meaning);
	const service = readText(context, source.service);
	const delivery = readDelivery(source, context, milestone);
	const carrierId = carrier?.id ?? UNKNOWN_CARRIER;
	const { identity } = source;
	const identified: EventIdentity = {
		carrierId,
		trackingNumber: shipment.trackingNumber,
		pieceId: shipment.piece?.id ?? null,
		localTime: identityTime(time),
		type: identity.has('type') ? key.type : null,
		code: identity.has('code') ? key.code : null,
		subCode: identity.has('subCode') ? key.subCode : null,
		city: location?.city ?? null,
		description: description ?? key.subCode,
		// What the table says about the code is in the code.
		variant: eventClass === (meaning?.eventClass ?? EventClass.Actual) ? null : eventClass,
	};
	const original = eventId(identified);
	const id = turns.voids ? eventId({ ...identified, variant: VOID }) : original;
	const data: Writable<ShipmentEventData> = {
		carrier: carrierOf(carrier, service),
		shipment,
		milestone,
		subStatus,
		reason,
		eventClass,
		flags: flagsOf(milestone, subStatus, eventClass, meaning, turns),
		time: withReceipt(time, options.receivedAt, recordedAt),
		location,
		raw: rawOf(source, key, description, context, options),
		mapping: found?.mapping ?? UNMAPPED,
	};
	if (delivery !== undefined) data.delivery = delivery;
	if (turns.voids) data.voids = original;
	const event: Writable<ShipmentEvent> = {
		specversion: '1.0',
		id,
		source: `/carriers/${carrierId}`,
		type: SHIPMENT_EVENT_TYPE,
		subject: shipment.trackingNumber,
		datacontenttype: 'application/json',
		data,
	};
	if (time.occurredAt !== null) event.time = time.occurredAt;
	return { event, unknownReason: unknown };
}
