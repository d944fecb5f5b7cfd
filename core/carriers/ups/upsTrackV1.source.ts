import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';
import { UPS_LOOKUPS } from './upsLookups';

/** UPS Track API v1: the history of all packages of one or more shipments. */
export const upsTrackV1 = {
	id: SourceId.UpsTrackV1,
	name: 'UPS Track API',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Tracking.yaml, github.com/UPS-API/api-documentation (TrackApiResponse); gmtTime with lost zeros is in its own example',
	format: PayloadFormat.Json,
	detect: [{ has: ['trackResponse.shipment'], certainty: 1 }],
	carrier: {
		id: 'ups',
		// The names of both are brands, not translated; their codes mean other things than those of parcels.
		services: [
			{ from: ['piece:service.description'], contains: 'mail innovations', id: 'ups_mi' },
			{ from: ['piece:service.description'], contains: 'ups freight', id: 'ups_freight' },
			{ from: ['piece:service.description'], contains: 'tforce', id: 'ups_freight' },
		],
	},
	levels: {
		shipments: ['trackResponse.shipment'],
		pieces: ['package'],
		events: ['activity'],
	},
	snapshot: {
		path: 'currentStatus',
		isEvent: false,
		note: 'The package has a current status and no activity: the status has no time, so it is not an event',
	},
	failure: ['shipment:warnings[0].message'],
	trackingNumber: ['piece:trackingNumber', 'shipment:inquiryNumber'],
	service: ['piece:service.description'],
	piece: { count: ['piece:packageCount'] },
	references: [{ path: 'piece:referenceNumber', type: 'type', value: 'number' }],
	key: { type: ['status.type'], code: ['status.code'], subCode: ['status.statusCode'] },
	identity: ['type', 'code'],
	description: ['status.description', 'status.simplifiedTextDescription'],
	lookups: [
		{
			table: 'ups.mail',
			key: { code: 'code' },
			carriers: ['ups_mi'],
			by: MappingBy.Code,
			confidence: 1,
		},
		{
			table: 'ups.freight',
			key: { code: 'code' },
			carriers: ['ups_freight'],
			by: MappingBy.Code,
			confidence: 1,
		},
		...UPS_LOOKUPS,
	],
	time: [
		{
			shape: TimeShape.CompactSeconds,
			date: ['date'],
			time: ['time'],
			offset: ['gmtOffset'],
			gmt: { shape: TimeShape.CompactSeconds, date: ['gmtDate'], time: ['gmtTime'] },
			// "The date of the activity", local to its place; older activities have nothing else.
			localToPlace: true,
		},
	],
	location: {
		city: ['location.address.city'],
		region: ['location.address.stateProvince'],
		postalCode: ['location.address.postalCode'],
		country: ['location.address.countryCode', 'location.address.country'],
	},
	delivery: {
		signedBy: ['piece:deliveryInformation.receivedBy'],
		place: ['piece:deliveryInformation.location'],
		photo: ['piece:deliveryInformation.deliveryPhoto.photo'],
		signature: ['piece:deliveryInformation.signature.image'],
		document: ['piece:deliveryInformation.pod.content'],
	},
	// RDD: rescheduled, SDD: scheduled. The times carry no date of their own and no zone.
	estimate: {
		from: [
			{
				shape: TimeShape.CompactSeconds,
				date: ['piece:deliveryDate[type=RDD].date', 'piece:deliveryDate[type=SDD].date'],
				time: ['piece:deliveryTime.startTime'],
			},
		],
		to: [
			{
				shape: TimeShape.CompactSeconds,
				date: ['piece:deliveryDate[type=RDD].date', 'piece:deliveryDate[type=SDD].date'],
				time: ['piece:deliveryTime.endTime'],
			},
		],
	},
} satisfies SourceDefinition;
