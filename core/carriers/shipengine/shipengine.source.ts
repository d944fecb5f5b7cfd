import { MappingBy } from '../../event/mappingBy';
import { TimeCertainty } from '../../event/time/eventTime';
import { TimeShape } from '../../event/time/timeShape';
import { CarrierAlias, PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** ShipEngine and ShipStation v2: the webhooks API_TRACK and TRACK_EVENT_V2, and the tracking log of a label. */
export const shipengine = {
	id: SourceId.Shipengine,
	name: 'ShipEngine, ShipStation v2',
	kind: SourceKind.Aggregator,
	transport: 'both',
	document:
		'docs.shipstation.com: webhooks schemas (TRACK_EVENT_V2), tracking log; www.shipengine.com/docs/tracking',
	format: PayloadFormat.Json,
	missing:
		'the short webhook form without events has no time of the event: it is told as a status without event',
	detect: [
		{
			has: ['resource_url', 'resource_type', 'data.tracking_number', 'data.status_code'],
			certainty: 1,
		},
		{ has: ['tracking_number', 'status_code', 'carrier_status_code', 'events'], certainty: 0.95 },
	],
	carrier: {
		from: ['shipment:carrier_code'],
		alias: CarrierAlias.Any,
		aggregator: 'shipengine',
	},
	levels: { shipments: ['data', ''], events: ['events'] },
	snapshot: {
		path: 'status_code',
		isEvent: false,
		note: 'ShipEngine gives a status without events: ask for the tracking log, which has them',
	},
	trackingNumber: ['shipment:tracking_number'],
	references: [{ path: 'shipment:label_id', type: '=label', value: '' }],
	key: {
		type: ['status_code'],
		code: ['status_detail_code'],
		subCode: ['event_code', 'carrier_detail_code', 'carrier_status_code'],
	},
	description: ['description', 'carrier_status_description', 'status_detail_description'],
	lookups: [
		{
			table: 'shipengine.detail',
			key: { type: 'type', code: 'code' },
			by: MappingBy.Aggregator,
			confidence: 0.8,
		},
	],
	time: [
		// "Most providers do not provide tracking events in UTC": the local time of the carrier goes first.
		{ shape: TimeShape.Iso, date: ['carrier_occurred_at'], localToPlace: true },
		{ shape: TimeShape.Iso, date: ['occurred_at'], utcLabel: TimeCertainty.AssumedUtc },
	],
	location: {
		city: ['city_locality'],
		region: ['state_province'],
		postalCode: ['postal_code'],
		country: ['country_code'],
		lat: ['latitude'],
		lon: ['longitude'],
	},
	delivery: { signedBy: ['signer'], document: ['proof_of_delivery_url'] },
	estimate: {
		to: [{ shape: TimeShape.Iso, date: ['shipment:estimated_delivery_date'] }],
	},
} satisfies SourceDefinition;
