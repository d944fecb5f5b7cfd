import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { CarrierAlias, PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** 17TRACK v2.2 and later: the push TRACKING_UPDATED, and the answer of gettrackinfo. */
export const track17 = {
	id: SourceId.Track17,
	name: '17TRACK',
	kind: SourceKind.Aggregator,
	transport: 'both',
	document: 'api.17track.net: push notification, gettrackinfo, main status and sub-status',
	format: PayloadFormat.Json,
	missing:
		'an event with no stage and no sub_status (most scans on the way) says nothing that is coded: its words are read, with lower confidence',
	detect: [
		{ has: ['event', 'data.number', 'data.track_info'], certainty: 1 },
		{ has: ['data.accepted[0].number', 'data.accepted[0].track_info'], certainty: 0.95 },
	],
	carrier: {
		from: ['piece:provider.key', 'shipment:carrier'],
		alias: CarrierAlias.Any,
		names: { '100001': 'dhl_express', '100002': 'ups', '100003': 'fedex', '21051': 'usps' },
		aggregator: '17track',
	},
	levels: {
		shipments: ['data.accepted', 'data'],
		// Newer versions have it in track_info, examples in the wild beside it.
		pieces: ['track_info.tracking.providers', 'tracking.providers'],
		events: ['events'],
	},
	snapshot: {
		path: 'latest_status',
		isEvent: false,
		note: '17TRACK knows the number and has no event: its status is one of the tracker',
	},
	trackingNumber: ['shipment:number'],
	references: [{ path: 'shipment:tag', type: '=tag', value: '' }],
	key: { type: ['stage'], code: ['sub_status'] },
	description: ['description'],
	lookups: [
		{
			table: 'track17.status',
			key: { code: 'code' },
			by: MappingBy.Aggregator,
			confidence: 0.8,
		},
		{
			table: 'track17.status',
			key: { type: 'type' },
			by: MappingBy.Aggregator,
			confidence: 0.75,
		},
		{ text: ['en'] },
	],
	time: [{ shape: TimeShape.Iso, date: ['time_iso', 'time_utc'] }],
	location: {
		name: ['location'],
		city: ['address.city'],
		region: ['address.state'],
		postalCode: ['address.postal_code'],
		country: ['address.country'],
		lat: ['address.coordinates.latitude'],
		lon: ['address.coordinates.longitude'],
	},
	estimate: {
		from: [
			{
				shape: TimeShape.Iso,
				date: ['shipment:track_info.time_metrics.estimated_delivery_date.from'],
			},
		],
		to: [
			{
				shape: TimeShape.Iso,
				date: ['shipment:track_info.time_metrics.estimated_delivery_date.to'],
			},
		],
	},
} satisfies SourceDefinition;
