import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Swiss Post: events of a letter or parcel, as its tracking page asks for them. */
export const swissPost = {
	id: SourceId.SwissPost,
	name: 'Swiss Post',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Swiss Post service.post.ch, ekp-web: GET /api/shipment/id/{identity}/events of the tracking page, as public source code reads it',
	format: PayloadFormat.Json,
	missing:
		'the service belongs to the tracking page and has no document of its own; event lists for business customers (DataTransfer); events that the page has learnt since',
	detect: [
		{
			has: ['eventCode', 'shipmentNumber', 'timestamp'],
			begins: [{ path: 'eventCode', with: 'PARCEL.' }],
			certainty: 1,
		},
		{
			has: ['eventCode', 'shipmentNumber', 'timestamp'],
			begins: [{ path: 'eventCode', with: 'LETTER.' }],
			certainty: 1,
		},
	],
	carrier: { id: 'swisspost' },
	levels: { events: [''] },
	trackingNumber: ['shipmentNumber'],
	key: { code: ['eventCode'], subCode: ['subEventId'] },
	description: ['externalMetadata.description'],
	lookups: [
		{
			table: 'swisspost.event',
			key: { code: 'code', subCode: 'subCode' },
			suffix: { part: 'code', after: '.' },
			by: MappingBy.Code,
			confidence: 0.85,
		},
		// Parcels that TNT carries abroad.
		{
			table: 'tnt.postCh',
			key: { code: 'code' },
			suffix: { part: 'code', after: '.TNT-' },
			by: MappingBy.Code,
			confidence: 0.85,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['timestamp'] }],
	location: { city: ['city'], postalCode: ['zip'], country: ['country'] },
} satisfies SourceDefinition;
