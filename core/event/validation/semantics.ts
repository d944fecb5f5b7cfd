import type { BusinessEvent } from '../businessEvent';
import { EventClass } from '../eventClass';
import { normalizeTrackingNumber } from '../eventId';
import { EventType } from '../eventType';
import { Milestone } from '../milestone';
import type { ReceiptEtaData } from '../receiptEtaEvent';
import type { ShipmentCostData } from '../shipmentCostEvent';
import { CostKind } from '../shipmentCostEvent';
import type { ShipmentEvent } from '../shipmentEvent';
import type { Fault } from './faults';

/** A scan cannot be from the future; clocks and zones of carriers are wrong by up to a day. */
const CLOCK_ERROR_MS = 86_400_000;

const isAfter = (time: string | null | undefined, limit: string): boolean =>
	typeof time === 'string' && Date.parse(time) > Date.parse(limit) + CLOCK_ERROR_MS;

/**
 * What a schema cannot say: parts of an event that contradict each other, or the present.
 * @param event valid against its schema
 * @param receivedAt RFC 3339, the present when the event reached us
 */
export function checkMeaning(event: BusinessEvent, receivedAt: string): Fault[] {
	switch (event.type) {
		case EventType.ShipmentStatus:
			return shipmentFaults(event, receivedAt);
		case EventType.ShipmentCost:
			return costFaults(event.data);
		case EventType.StockLevel:
			return isAfter(event.data.countedAt, receivedAt)
				? [{ path: '/data/countedAt', message: `${event.data.countedAt} is in the future` }]
				: [];
		case EventType.ReceiptEta:
			return etaFaults(event.data);
		case EventType.OrderRelease:
			return [];
	}
}

function shipmentFaults(event: ShipmentEvent, receivedAt: string): Fault[] {
	const { time, shipment, eventClass, milestone, raw } = event.data;
	const faults: Fault[] = [];
	if (milestone === Milestone.Unknown) {
		const code = [raw.type, raw.code, raw.subCode].filter(Boolean).join(' / ');
		faults.push({
			path: '/data/milestone',
			message: `is unknown: the code ${code || '(none)'} of ${raw.source} is on no list; give it a meaning in the overrides of the Normalizer`,
		});
	}
	if (normalizeTrackingNumber(event.subject) !== shipment.trackingNumber) {
		faults.push({
			path: '/subject',
			message: `${event.subject} is not the tracking number ${shipment.trackingNumber}`,
		});
	}
	if ((event.time ?? null) !== null && !isSameInstant(event.time, time.occurredAt)) {
		faults.push({
			path: '/time',
			message: `${event.time} is not the time in the data (${time.occurredAt ?? 'none'})`,
		});
	}
	if (eventClass === EventClass.Actual && isAfter(time.occurredAt, receivedAt)) {
		faults.push({
			path: '/data/time/occurredAt',
			message: `${time.occurredAt} is in the future, and the event says that it has happened`,
		});
	}
	const { index, count } = shipment.piece ?? {};
	if (index !== undefined && count !== undefined && index > count) {
		faults.push({ path: '/data/shipment/piece/index', message: `${index} of ${count} pieces` });
	}
	return faults;
}

const isSameInstant = (a: string | undefined, b: string | null): boolean =>
	a !== undefined && b !== null && Date.parse(a) === Date.parse(b);

function costFaults({ kind, invoice, billed }: ShipmentCostData): Fault[] {
	const faults: Fault[] = [];
	if (kind === CostKind.Invoice && invoice === undefined) {
		faults.push({ path: '/data/invoice', message: 'is missing, and the cost claims to be billed' });
	}
	if (kind !== CostKind.Adjustment && Number(billed) < 0) {
		faults.push({ path: '/data/billed', message: 'is negative; only an adjustment may be' });
	}
	return faults;
}

function etaFaults({ lines = [] }: ReceiptEtaData): Fault[] {
	return lines.flatMap(({ quantity }, at) =>
		quantity !== undefined && Number(quantity) <= 0
			? [{ path: `/data/lines/${at}/quantity`, message: 'must be more than 0' }]
			: [],
	);
}
