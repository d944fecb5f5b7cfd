import { MappingBy } from '../../event/mappingBy';
import type { ShipmentEvent } from '../../event/shipmentEvent';
import { TimeAnomaly } from '../../event/time/eventTime';
import { NoticeKind, type Notice } from './result';

// A year taken from the receipt is a property of the source, not a doubt about one event.
const TIME_MESSAGES: Readonly<Record<Exclude<TimeAnomaly, TimeAnomaly.YearInferred>, string>> = {
	[TimeAnomaly.SummerTimeGap]: 'The local time does not exist: clocks went forward over it',
	[TimeAnomaly.SummerTimeOverlap]: 'The local time exists twice: clocks went back over it',
	[TimeAnomaly.OffsetMismatch]: 'Offset and GMT time contradict each other; the GMT time is used',
	[TimeAnomaly.Unreadable]: 'The time cannot be read',
};

/** What is doubtful about an event that was read. */
export function noticesOf(event: ShipmentEvent, unknownReason: string | null): Notice[] {
	const { time, raw, shipment, mapping } = event.data;
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
	if (mapping.by === MappingBy.Category && raw.code !== null) {
		notices.push({
			kind: NoticeKind.CoarseCode,
			message: `The code "${raw.code}" is on no list; the milestone is that of its group`,
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
