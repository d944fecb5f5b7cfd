import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { CarrierAlias, PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Shippo: the webhook track_updated, and the tracking object of the API. */
export const shippo = {
	id: SourceId.Shippo,
	name: 'Shippo',
	kind: SourceKind.Aggregator,
	transport: 'both',
	document: 'docs.goshippo.com: tracking, webhooks (track_updated), tracking status and substatus',
	format: PayloadFormat.Json,
	detect: [
		{ has: ['event', 'data.tracking_number', 'data.tracking_status'], certainty: 1 },
		{ has: ['tracking_number', 'carrier', 'tracking_status', 'tracking_history'], certainty: 0.95 },
	],
	carrier: { from: ['shipment:carrier'], alias: CarrierAlias.Any, aggregator: 'shippo' },
	levels: { shipments: ['data', ''], events: ['tracking_history'] },
	snapshot: {
		path: 'tracking_status',
		// The current status is an event with its own date; the history holds it as well, but may be empty.
		isEvent: true,
		note: 'Shippo knows the number and has no status yet',
	},
	trackingNumber: ['shipment:tracking_number'],
	service: ['shipment:servicelevel.token'],
	references: [{ path: 'shipment:metadata', type: '=metadata', value: '' }],
	key: { type: ['status'], code: ['substatus.code'] },
	description: ['status_details'],
	lookups: [
		{
			table: 'shippo.status',
			key: { type: 'type', code: 'code' },
			by: MappingBy.Aggregator,
			confidence: 0.8,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['status_date'] }],
	recordedAt: [{ shape: TimeShape.Iso, date: ['object_created'] }],
	location: {
		city: ['location.city'],
		region: ['location.state'],
		postalCode: ['location.zip'],
		country: ['location.country'],
	},
	estimate: { to: [{ shape: TimeShape.Iso, date: ['shipment:eta'] }] },
} satisfies SourceDefinition;
