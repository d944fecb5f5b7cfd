import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Sendle: the tracking webhook, one event each. Answers of the tracking API do not say what parcel they are about. */
export const sendle = {
	id: SourceId.Sendle,
	name: 'Sendle Tracking Webhook',
	kind: SourceKind.Carrier,
	transport: 'push',
	document:
		'developers.sendle.com: tracking webhooks (payload), subscribe to tracking events (events and what they mean)',
	format: PayloadFormat.Json,
	missing:
		'answers of the tracking API: they have no tracking number. "If you receive an event type not on this list, look at the description": it is read as text',
	detect: [{ has: ['sendle_reference', 'event_type', 'scan_time'], certainty: 1 }],
	carrier: { id: 'sendle' },
	levels: { events: [''] },
	trackingNumber: ['sendle_reference'],
	references: [{ path: 'event_id', type: '=event_id', value: '' }],
	key: { code: ['event_type'] },
	description: ['description'],
	lookups: [
		{
			table: 'sendle.eventType',
			key: { code: 'code' },
			ignoreCase: true,
			by: MappingBy.Code,
			confidence: 1,
		},
		{ text: ['en'] },
	],
	// "Date and time of the scan event in UTC".
	time: [{ shape: TimeShape.Iso, date: ['scan_time'], zone: 'UTC' }],
	location: {
		city: ['location_data.suburb'],
		region: ['location_data.state'],
		postalCode: ['location_data.postcode'],
		country: ['location_data.country'],
	},
} satisfies SourceDefinition;
