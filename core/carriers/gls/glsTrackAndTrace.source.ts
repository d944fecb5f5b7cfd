import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** GLS Group: Track And Trace API, version 1. */
export const glsTrackAndTrace = {
	id: SourceId.GlsTrackAndTrace,
	name: 'GLS Track And Trace v1',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'dev-portal.gls-group.net: Track And Trace API v1, /tracking/simple/trackids (ParcelDTO, EventDTO)',
	format: PayloadFormat.Json,
	hint: 'Ask with showEvents=true',
	missing:
		'the codes of failed deliveries: GLS publishes no list, they are read by their words in the language of the request',
	detect: [
		{ has: ['parcels[0].requested', 'parcels[0].unitno'], certainty: 1 },
		{ has: ['parcels[0].requested', 'parcels[0].errorCode'], certainty: 0.9 },
	],
	carrier: { id: 'gls' },
	levels: { shipments: ['parcels'], events: ['events'] },
	snapshot: {
		path: 'status',
		isEvent: false,
		note: 'GLS gives a status without its events: ask with showEvents=true',
	},
	failure: ['shipment:errorMessage'],
	trackingNumber: ['shipment:unitno', 'shipment:requested'],
	key: { code: ['code'] },
	description: ['description'],
	lookups: [
		{ table: 'gls.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 },
		{
			table: 'gls.event',
			key: { code: 'code' },
			prefix: { part: 'code', before: '.' },
			by: MappingBy.Category,
			confidence: 0.7,
		},
		{ text: ['en', 'de', 'fr', 'it', 'es', 'nl', 'pl', 'pt'] },
	],
	time: [{ shape: TimeShape.Iso, date: ['eventDateTime'] }],
	location: { city: ['city'], postalCode: ['postalCode'], country: ['country'] },
} satisfies SourceDefinition;
