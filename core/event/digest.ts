import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { BusinessEvent } from './businessEvent';
import { EventType } from './eventType';
import type { ShipmentEventData } from './shipmentEvent';

/** Length limit of a ledger key, and its alphabet: it becomes part of an external id. */
const KEY = /^[a-z0-9_]{1,60}$/;
const SEPARATOR = '\u001f';

/**
 * The key of an event in the ledger. CloudEvents are unique by source and id; the ids of this package's own
 * shipment events are unique by themselves, whoever sent them.
 */
export function ledgerKey({ type, id, source }: Pick<BusinessEvent, 'type' | 'id' | 'source'>) {
	if (type === EventType.ShipmentStatus && id.startsWith('cse_') && KEY.test(id)) return id;
	return `evt_${hash('sha256', `${source}${SEPARATOR}${id}`, 'hex').slice(0, 40)}`;
}

/**
 * SHA-256 (hex) over what the event says, in canonical JSON (RFC 8785). Two sendings of one event have the same digest
 * though pointer, time of receipt, estimate, proof, texts and offset may differ between push, poll and locale.
 */
export function eventDigest({ type, subject, data }: BusinessEvent): string {
	const meaning = type === EventType.ShipmentStatus ? shipmentMeaning(data) : otherMeaning(data);
	return hash('sha256', canonicalize({ type, subject, meaning }) ?? '', 'hex');
}

const shipmentMeaning = (data: ShipmentEventData) => ({
	carrier: data.carrier.id,
	number: data.shipment.trackingNumber,
	piece: data.shipment.piece?.id ?? null,
	isReturn: data.shipment.isReturn,
	milestone: data.milestone,
	subStatus: data.subStatus,
	eventClass: data.eventClass,
	correction: data.flags.correction,
	local: data.time.occurredAtLocal,
	raw: [data.raw.type, data.raw.code, data.raw.subCode],
});

const otherMeaning = (data: { receivedAt?: string }) => ({ ...data, receivedAt: null });
