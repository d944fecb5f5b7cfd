import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Australia Post and StarTrack: track items. Events have words and no codes. */
export const australiaPost = {
	id: SourceId.AustraliaPost,
	name: 'Australia Post, StarTrack',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'developers.auspost.com.au: Shipping and Tracking API, Track Items, reference statuses',
	format: PayloadFormat.Json,
	missing:
		'event codes: this API has none, so its documented wordings are the codes and others are read as text; most StarTrack wordings',
	detect: [
		{
			has: ['tracking_results[0].tracking_id', 'tracking_results[0].trackable_items'],
			certainty: 1,
		},
	],
	carrier: { id: 'australiapost' },
	levels: {
		shipments: ['tracking_results'],
		pieces: ['trackable_items.items', 'trackable_items'],
		events: ['events'],
	},
	snapshot: {
		path: 'status',
		isEvent: false,
		note: 'Australia Post gives a status without events',
	},
	failure: ['shipment:errors[0].message'],
	trackingNumber: ['shipment:tracking_id'],
	piece: { id: ['piece:article_id'] },
	service: ['piece:product_type'],
	key: { code: ['description'] },
	description: ['description'],
	lookups: [
		{
			table: 'australiapost.description',
			key: { code: 'code' },
			ignoreCase: true,
			by: MappingBy.Text,
			confidence: 0.8,
		},
		{ text: ['en'] },
	],
	time: [{ shape: TimeShape.Iso, date: ['date'] }],
	location: { name: ['location'] },
} satisfies SourceDefinition;
