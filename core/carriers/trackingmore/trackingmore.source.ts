import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { CarrierAlias, PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** TrackingMore v4: webhooks, and trackings of the API; events of the origin and of the destination carrier. */
export const trackingmore = {
	id: SourceId.Trackingmore,
	name: 'TrackingMore',
	kind: SourceKind.Aggregator,
	transport: 'both',
	document: 'www.trackingmore.com/docs: webhook, trackings, logistics status (v4)',
	format: PayloadFormat.Json,
	detect: [
		{ has: ['data.tracking_number', 'data.delivery_status', 'data.courier_code'], certainty: 1 },
		{ has: ['data[0].tracking_number', 'data[0].delivery_status'], certainty: 0.95 },
		{ has: ['tracking_number', 'delivery_status', 'courier_code'], certainty: 0.95 },
	],
	carrier: {
		from: ['shipment:courier_code'],
		alias: CarrierAlias.AfterShip,
		aggregator: 'trackingmore',
	},
	levels: {
		shipments: ['data', ''],
		events: ['origin_info.trackinfo', 'destination_info.trackinfo'],
		allEvents: true,
	},
	snapshot: {
		path: 'delivery_status',
		isEvent: false,
		note: 'TrackingMore knows the number and has no checkpoint: its status is one of the tracker',
	},
	trackingNumber: ['shipment:tracking_number'],
	service: ['shipment:service_code'],
	references: [
		{ path: 'shipment:order_number', type: '=order', value: '' },
		{ path: 'shipment:id', type: '=trackingmore', value: '' },
	],
	key: {
		type: ['checkpoint_delivery_status'],
		code: ['checkpoint_delivery_substatus'],
	},
	description: ['tracking_detail'],
	lookups: [
		{
			table: 'trackingmore.status',
			key: { type: 'type', code: 'code' },
			ignoreCase: true,
			by: MappingBy.Aggregator,
			confidence: 0.8,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['checkpoint_date'], localToPlace: true }],
	location: {
		name: ['location'],
		city: ['city'],
		region: ['state'],
		postalCode: ['zip'],
		country: ['country_iso2'],
	},
	delivery: { signedBy: ['shipment:signed_by'] },
	estimate: {
		to: [{ shape: TimeShape.Iso, date: ['shipment:scheduled_delivery_date'] }],
	},
} satisfies SourceDefinition;
