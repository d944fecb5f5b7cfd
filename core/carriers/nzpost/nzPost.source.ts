import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** NZ Post ParcelTrack: the answer for a parcel, and notifications. */
export const nzPost = {
	id: SourceId.NzPost,
	name: 'NZ Post ParcelTrack',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'NZ Post ParcelTrack API 2.0, 3.0 and 4.0: Track a Parcel, Receiving Webhook Notifications, Edifact Codes',
	format: PayloadFormat.Json,
	missing:
		'international codes; times have no zone in the document and may be of another country: they stay local',
	detect: [
		{ has: ['notification_id', 'tracking_reference', 'tracking_events'], certainty: 1 },
		{ has: ['success', 'results.tracking_reference', 'results.tracking_events'], certainty: 1 },
		{
			has: ['success', 'results[0].tracking_reference', 'results[0].tracking_events'],
			certainty: 0.95,
		},
	],
	carrier: { id: 'nz_post' },
	levels: { shipments: ['results', ''], events: ['tracking_events'] },
	trackingNumber: ['tracking_reference', 'shipment:tracking_reference'],
	service: ['shipment:service'],
	key: { code: ['event_edifact_code'] },
	description: ['event_description', 'status_description'],
	lookups: [
		{
			table: 'nzpost.edifact',
			key: { code: 'code' },
			by: MappingBy.Code,
			confidence: 0.95,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['event_datetime'] }],
	recordedAt: [{ shape: TimeShape.Iso, date: ['shipment:message_datetime'] }],
	delivery: { signedBy: ['signed_by.name'], signature: ['signed_by.signature'] },
} satisfies SourceDefinition;
