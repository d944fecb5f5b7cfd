import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** FedEx Track API v1, and the webhook "Advanced Integrated Visibility", which has the same shape. */
export const fedexTrackV1 = {
	id: SourceId.FedexTrackV1,
	name: 'FedEx Track',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'developer.fedex.com: Basic Integrated Visibility (Track API v1) and Advanced Integrated Visibility, Webhook Developer Guide',
	format: PayloadFormat.Json,
	detect: [{ has: ['output.completeTrackResults'], certainty: 1 }],
	carrier: { id: 'fedex' },
	levels: {
		shipments: ['output.completeTrackResults'],
		pieces: ['trackResults'],
		events: ['scanEvents'],
	},
	snapshot: {
		path: 'latestStatusDetail',
		isEvent: false,
		note: 'There is a latest status and no scan event: the status has no time, so it is not an event',
	},
	failure: ['piece:error.message'],
	trackingNumber: ['piece:trackingNumberInfo.trackingNumber', 'shipment:trackingNumber'],
	masterTrackingNumber: [
		'piece:additionalTrackingInfo.packageIdentifiers[type=STANDARD_MPS].values[0]',
		'piece:additionalTrackingInfo.packageIdentifiers[type=STANDARD_MPS].value',
	],
	service: ['piece:serviceDetail.description', 'piece:serviceDetail.type'],
	piece: { index: ['piece:packageDetails.sequenceNumber'], count: ['piece:packageDetails.count'] },
	references: [
		{ path: 'piece:additionalTrackingInfo.packageIdentifiers', type: 'type', value: 'value' },
	],
	key: { type: ['derivedStatusCode'], code: ['eventType'], subCode: ['exceptionCode'] },
	// FedEx derives the status from the scan and may derive it anew; the scan stays the same.
	identity: ['code', 'subCode'],
	description: ['eventDescription', 'derivedStatus'],
	lookups: [
		{
			table: 'fedex.event',
			// The exception code may change what a scan means; rows that say so go first.
			key: { code: 'code', subCode: 'subCode' },
			by: MappingBy.Code,
			confidence: 1,
		},
		// For scans that are on no list FedEx's own reading of them is the next best.
		{ table: 'fedex.event', key: { code: 'type' }, by: MappingBy.Code, confidence: 0.95 },
	],
	reasons: [{ table: 'fedex.exception', code: ['exceptionCode'], text: ['exceptionDescription'] }],
	time: [{ shape: TimeShape.Iso, date: ['date'], localToPlace: true }],
	location: {
		city: ['scanLocation.city'],
		region: ['scanLocation.stateOrProvinceCode'],
		postalCode: ['scanLocation.postalCode'],
		country: ['scanLocation.countryCode'],
	},
	delivery: {
		signedBy: ['piece:deliveryDetails.signedByName', 'piece:deliveryDetails.receivedByName'],
		place: ['piece:deliveryDetails.locationDescription'],
		attempt: ['piece:deliveryDetails.deliveryAttempts'],
	},
	estimate: {
		from: [
			{ shape: TimeShape.Iso, date: ['piece:estimatedDeliveryTimeWindow.window.begins'] },
			{ shape: TimeShape.Iso, date: ['piece:dateAndTimes[type=ESTIMATED_DELIVERY].dateTime'] },
		],
		to: [
			{ shape: TimeShape.Iso, date: ['piece:estimatedDeliveryTimeWindow.window.ends'] },
			{ shape: TimeShape.Iso, date: ['piece:dateAndTimes[type=ESTIMATED_DELIVERY].dateTime'] },
		],
	},
} satisfies SourceDefinition;
