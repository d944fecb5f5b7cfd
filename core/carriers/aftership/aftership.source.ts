import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { CarrierAlias, PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** AfterShip Tracking: the webhook `tracking_update`, and trackings as the API returns them. */
export const aftership = {
	id: SourceId.AfterShip,
	name: 'AfterShip',
	kind: SourceKind.Aggregator,
	transport: 'both',
	document:
		'aftership.com/docs/tracking/2026-07: webhook specifications, model/tracking, model/checkpoint, delivery sub-statuses',
	format: PayloadFormat.Json,
	detect: [
		{ has: ['event', 'msg.tracking_number', 'msg.tag'], certainty: 1 },
		{ has: ['msg.tracking_number', 'msg.slug'], certainty: 0.95 },
		{ has: ['data.tracking.tracking_number', 'data.tracking.slug'], certainty: 0.95 },
		{ has: ['data.trackings'], certainty: 0.9 },
		{ has: ['data.tracking_number', 'data.slug', 'data.tag'], certainty: 0.95 },
		{ has: ['tracking_number', 'slug', 'tag', 'checkpoints'], certainty: 0.95 },
	],
	carrier: {
		from: ['shipment:slug', 'event:slug'],
		alias: CarrierAlias.AfterShip,
		aggregator: 'aftership',
	},
	levels: {
		shipments: ['msg', 'data.tracking', 'data.trackings', 'data', ''],
		events: ['checkpoints'],
	},
	snapshot: {
		path: 'tag',
		isEvent: false,
		note: 'AfterShip knows the tracking and has no checkpoint: its tag is a state of the tracker, not an event',
	},
	trackingNumber: ['shipment:tracking_number'],
	service: ['shipment:service_type', 'shipment:shipment_type'],
	isReturn: [{ path: 'shipment:return_to_sender', in: ['true'] }],
	references: [
		{ path: 'shipment:order_id', type: '=order', value: '' },
		{ path: 'shipment:order_number', type: '=order_number', value: '' },
		{ path: 'shipment:id', type: '=aftership', value: '' },
	],
	key: { type: ['tag'], code: ['subtag'], subCode: ['raw_tag'] },
	description: ['message', 'subtag_message'],
	lookups: [
		{
			table: 'aftership.tag',
			key: { type: 'type', code: 'code' },
			by: MappingBy.Aggregator,
			confidence: 0.8,
		},
	],
	time: [
		{
			shape: TimeShape.Iso,
			date: ['checkpoint_time'],
			// "YYYY-MM-DD, YYYY-MM-DDTHH:MM:SS, or with time zone": local time of the checkpoint.
			localToPlace: true,
		},
	],
	recordedAt: [{ shape: TimeShape.Iso, date: ['created_at'] }],
	location: {
		name: ['location'],
		city: ['city'],
		region: ['state'],
		postalCode: ['postal_code', 'zip'],
		country: ['country_region', 'country_iso3'],
		lat: ['coordinate.latitude'],
		lon: ['coordinate.longitude'],
	},
	delivery: { signedBy: ['shipment:signed_by'] },
	estimate: {
		from: [
			{
				shape: TimeShape.Iso,
				date: [
					'shipment:courier_estimated_delivery_date.estimated_delivery_date_min',
					'shipment:courier_estimated_delivery_date.estimated_delivery_date',
					'shipment:aftership_estimated_delivery_date.estimated_delivery_date_min',
					'shipment:aftership_estimated_delivery_date.estimated_delivery_date',
					'shipment:expected_delivery',
				],
			},
		],
		to: [
			{
				shape: TimeShape.Iso,
				date: [
					'shipment:courier_estimated_delivery_date.estimated_delivery_date_max',
					'shipment:courier_estimated_delivery_date.estimated_delivery_date',
					'shipment:aftership_estimated_delivery_date.estimated_delivery_date_max',
					'shipment:aftership_estimated_delivery_date.estimated_delivery_date',
					'shipment:expected_delivery',
				],
			},
		],
	},
} satisfies SourceDefinition;
