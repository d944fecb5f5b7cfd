import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** USPS Tracking v3, and the notifications of Subscriptions-Tracking v3.2. */
export const uspsV3 = {
	id: SourceId.UspsV3,
	name: 'USPS Tracking v3',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'developers.usps.com: Tracking v3 (TrackingDetail), Subscriptions-Tracking v3.2; codes: USPS Publication 199',
	format: PayloadFormat.Json,
	detect: [
		{ has: ['trackingNumber', 'trackingEvents'], certainty: 0.9 },
		{ has: ['trackingNumber', 'eventSummaries'], certainty: 0.9 },
		{ has: ['trackingNumber', 'statusCategory', 'statusSummary'], certainty: 0.9 },
	],
	carrier: { id: 'usps' },
	levels: { events: ['trackingEvents', 'eventSummaries'] },
	snapshot: {
		path: 'statusCategory',
		isEvent: false,
		note: 'There is a status and no event: the status has no time and no code, so it is not an event',
	},
	trackingNumber: ['shipment:trackingNumber'],
	service: ['shipment:mailClass'],
	references: [{ path: 'shipment:uniqueMailPieceID', type: '=uniqueMailPieceID', value: '' }],
	key: { type: ['actionCode'], code: ['eventCode'], subCode: ['reasonCode'] },
	description: ['eventType'],
	lookups: [{ table: 'usps.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 1 }],
	time: [
		{
			shape: TimeShape.Iso,
			// To the minute and local; the GMT twin has the seconds.
			date: ['eventTimestamp'],
			offset: ['GMTOffset'],
			gmt: { shape: TimeShape.Iso, date: ['GMTTimestamp'] },
		},
	],
	location: {
		city: ['eventCity'],
		region: ['eventState'],
		postalCode: ['eventZIP'],
		country: ['eventCountry'],
	},
	delivery: { signedBy: ['name', 'firm'] },
	estimate: {
		from: [
			{ shape: TimeShape.Iso, date: ['shipment:expectedDeliveryTimeStamp'] },
			{ shape: TimeShape.Iso, date: ['shipment:expectedDeliveryDate'] },
		],
		to: [
			{ shape: TimeShape.Iso, date: ['shipment:expectedDeliveryTimeStamp'] },
			{ shape: TimeShape.Iso, date: ['shipment:expectedDeliveryDate'] },
		],
	},
} satisfies SourceDefinition;
