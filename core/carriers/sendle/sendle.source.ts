import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Sendle: the tracking webhook, one event each, and the answers of the tracking API, which do not say what parcel they are about. */
export const sendle = {
	id: SourceId.Sendle,
	name: 'Sendle Tracking',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'developers.sendle.com: tracking webhooks (payload), subscribe to tracking events (events and what they mean)',
	format: PayloadFormat.Json,
	hint: 'Answers of the API need the tracking number as an option',
	missing:
		'"If you receive an event type not on this list, look at the description": it is read as text',
	detect: [
		{ has: ['sendle_reference', 'event_type', 'scan_time'], certainty: 1 },
		{ has: ['tracking_events[0].event_type', 'tracking_events[0].scan_time'], certainty: 0.95 },
	],
	carrier: { id: 'sendle' },
	levels: { events: ['tracking_events', ''] },
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
		name: ['location'],
		city: ['location_data.suburb'],
		region: ['location_data.state'],
		postalCode: ['location_data.postcode'],
		country: ['location_data.country'],
	},
} satisfies SourceDefinition;
