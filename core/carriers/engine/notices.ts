import { MappingBy } from '../../event/mappingBy';
import type { ShipmentEvent } from '../../event/shipmentEvent';
import { TimeAnomaly } from '../../event/time/eventTime';
import { carrierOfTrackingNumber, checkTrackingNumber, CheckResult } from '../../trackingNumbers';
import { UNKNOWN_CARRIER } from './eventBuilder';
import { NoticeKind, type Notice } from './result';

// A year taken from the receipt is a property of the source, not a doubt about one event.
const TIME_MESSAGES: Readonly<Record<Exclude<TimeAnomaly, TimeAnomaly.YearInferred>, string>> = {
	[TimeAnomaly.SummerTimeGap]: 'The local time does not exist: clocks went forward over it',
	[TimeAnomaly.SummerTimeOverlap]: 'The local time exists twice: clocks went back over it',
	[TimeAnomaly.OffsetMismatch]: 'Offset and GMT time contradict each other; the GMT time is used',
	[TimeAnomaly.Unreadable]: 'The time cannot be read',
};

const NONE: readonly Notice[] = [];

/** What is doubtful about an event that was read. */
export function noticesOf(event: ShipmentEvent, unknownReason: string | null): readonly Notice[] {
	const { time, raw, shipment, mapping } = event.data;
	const coarse = mapping.by === MappingBy.Category && raw.code !== null;
	if (time.anomaly === undefined && !coarse && unknownReason === null) return NONE;
	const about = {
		pointer: raw.pointer,
		trackingNumber: shipment.trackingNumber,
		eventId: event.id,
	};
	const notices: Notice[] = [];
	if (time.anomaly !== undefined && time.anomaly !== TimeAnomaly.YearInferred) {
		notices.push({
			kind: NoticeKind.DoubtfulTime,
			message: TIME_MESSAGES[time.anomaly],
			...about,
			value: time.text ?? time.occurredAtLocal,
		});
	}
	if (coarse) {
		notices.push({
			kind: NoticeKind.CoarseCode,
			message: `The code "${raw.code ?? ''}" is on no list; the milestone is that of its group`,
			...about,
			value: raw.code,
		});
	}
	if (unknownReason !== null) {
		notices.push({
			kind: NoticeKind.UnknownReason,
			message: `The reason code "${unknownReason}" is on no list`,
			...about,
			value: unknownReason,
		});
	}
	return notices;
}

const numberNotice = (
	{ data }: ShipmentEvent,
	kind: NoticeKind,
	message: string,
	value: string,
): Notice => ({
	kind,
	message,
	pointer: data.raw.pointer,
	trackingNumber: data.shipment.trackingNumber,
	value,
});

/** What the check digits of the tracking numbers of a piece tell: once for each number. */
export function numberNotices(events: readonly ShipmentEvent[]): Notice[] {
	const notices: Notice[] = [];
	const seen = new Set<string>();
	for (const event of events) {
		const { carrier, shipment } = event.data;
		const number = shipment.trackingNumber;
		if (seen.has(number)) continue;
		seen.add(number);
		if (carrier.id === UNKNOWN_CARRIER) {
			const hint = carrierOfTrackingNumber(number);
			if (hint === null) continue;
			const message = `The payload names no carrier; the check digit fits "${hint}"`;
			notices.push(numberNotice(event, NoticeKind.CarrierHint, message, hint));
		} else if (checkTrackingNumber(number, carrier.id) === CheckResult.Invalid) {
			const message = `The check digit of "${number}" is wrong`;
			notices.push(numberNotice(event, NoticeKind.ImplausibleNumber, message, number));
		}
	}
	return notices;
}
