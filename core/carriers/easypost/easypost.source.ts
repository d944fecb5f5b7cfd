import { MappingBy } from '../../event/mappingBy';
import { TimeCertainty } from '../../event/time/eventTime';
import { TimeShape } from '../../event/time/timeShape';
import { CarrierAlias, PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** EasyPost: the webhook Event around a Tracker, and the Tracker itself. */
export const easypost = {
	id: SourceId.EasyPost,
	name: 'EasyPost',
	kind: SourceKind.Aggregator,
	transport: 'both',
	document: 'docs.easypost.com: Tracker (TrackingDetail), Event, Tracking Guide',
	format: PayloadFormat.Json,
	detect: [
		{
			has: ['result.tracking_code'],
			is: [{ path: 'result.object', value: 'Tracker' }],
			certainty: 1,
		},
		{ has: ['tracking_code'], is: [{ path: 'object', value: 'Tracker' }], certainty: 1 },
		{ has: ['trackers[0].tracking_code'], certainty: 0.95 },
	],
	carrier: {
		from: ['shipment:carrier', 'event:source'],
		alias: CarrierAlias.EasyPost,
		aggregator: 'easypost',
	},
	levels: { shipments: ['result', 'trackers', ''], events: ['tracking_details'] },
	snapshot: {
		path: 'status',
		isEvent: false,
		note: 'EasyPost knows the tracker and has no details: its status is one of the tracker, not an event',
	},
	trackingNumber: ['shipment:tracking_code'],
	service: ['shipment:carrier_detail.service'],
	isReturn: [{ path: 'shipment:is_return', in: ['true'] }],
	references: [
		{ path: 'shipment:shipment_id', type: '=easypost_shipment', value: '' },
		{ path: 'shipment:id', type: '=easypost_tracker', value: '' },
	],
	key: { type: ['status'], code: ['status_detail'], subCode: ['carrier_code'] },
	description: ['message', 'description'],
	lookups: [
		{
			table: 'easypost.status',
			key: { type: 'type', code: 'code' },
			by: MappingBy.Aggregator,
			confidence: 0.8,
		},
	],
	time: [
		{
			shape: TimeShape.Iso,
			date: ['datetime'],
			// "When location information is incomplete, timestamps default to UTC."
			utcLabel: TimeCertainty.AssumedUtc,
		},
	],
	location: {
		city: ['tracking_location.city'],
		region: ['tracking_location.state'],
		postalCode: ['tracking_location.zip'],
		country: ['tracking_location.country'],
	},
	delivery: { signedBy: ['shipment:signed_by'] },
	estimate: {
		to: [
			{
				shape: TimeShape.Iso,
				date: ['shipment:est_delivery_date'],
				utcLabel: TimeCertainty.AssumedUtc,
			},
		],
	},
} satisfies SourceDefinition;
