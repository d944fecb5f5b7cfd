import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';
import { UPS_LOOKUPS } from './upsLookups';

/** UPS Track Alert: one event per POST. */
export const upsTrackAlert = {
	id: SourceId.UpsTrackAlert,
	name: 'UPS Track Alert',
	kind: SourceKind.Carrier,
	transport: 'push',
	document:
		'UPSTrackAlert.yaml and UPSTrackAlertEnhanced.yaml, github.com/UPS-API/api-documentation (TrackingEventRequest)',
	format: PayloadFormat.Json,
	detect: [
		{
			has: ['trackingNumber', 'activityStatus', 'localActivityDate'],
			certainty: 0.95,
		},
		{ has: ['trackingNumber', 'activityStatus', 'gmtActivityDate'], certainty: 0.95 },
	],
	carrier: { id: 'ups' },
	levels: { events: [''] },
	trackingNumber: ['trackingNumber', 'alternateTrackingNumber'],
	key: {
		type: ['activityStatus.type'],
		code: ['activityStatus.code'],
		subCode: ['activityStatus.descriptionCode'],
	},
	// The description code is derived from the other two, and older messages lack it.
	identity: ['type', 'code'],
	description: ['activityStatus.description'],
	lookups: UPS_LOOKUPS,
	time: [
		{
			shape: TimeShape.CompactSeconds,
			date: ['localActivityDate'],
			time: ['localActivityTime'],
			offset: ['gmtOffset'],
			gmt: {
				shape: TimeShape.CompactSeconds,
				date: ['gmtActivityDate'],
				time: ['gmtActivityTime'],
			},
			localToPlace: true,
		},
	],
	location: {
		city: ['activityLocation.city'],
		region: ['activityLocation.stateProvince'],
		postalCode: ['activityLocation.postalCode'],
		country: ['activityLocation.country'],
	},
	delivery: {
		signedBy: ['receivedBy'],
		place: ['deliveryLocation'],
		photo: ['deliveryPhoto', 'deliveryPhoto.photo'],
	},
	estimate: {
		from: [
			{
				shape: TimeShape.CompactSeconds,
				date: ['scheduledDeliveryDate'],
				time: ['deliveryStartTime'],
			},
		],
		to: [
			{
				shape: TimeShape.CompactSeconds,
				date: ['scheduledDeliveryDate'],
				time: ['deliveryEndTime'],
			},
		],
	},
} satisfies SourceDefinition;
