import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Chronopost: trackSkybillV2. */
export const chronopost = {
	id: SourceId.Chronopost,
	name: 'Chronopost',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'Chronopost TrackingServiceWS, trackSkybillV2 (listEventInfoComp/events)',
	format: PayloadFormat.Xml,
	missing:
		'most event codes: Chronopost publishes no list, others are read by their label in French or English',
	detect: [{ has: ['trackSkybillV2Response.return.listEventInfoComp.events'], certainty: 1 }],
	carrier: { id: 'chronopost' },
	levels: {
		shipments: ['trackSkybillV2Response.return.listEventInfoComp'],
		events: ['events'],
	},
	failure: ['root:trackSkybillV2Response.return.errorMessage'],
	trackingNumber: ['shipment:skybillNumber'],
	key: { code: ['code'] },
	description: ['eventLabel'],
	lookups: [
		{ table: 'chronopost.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.85 },
		{ text: ['en', 'fr'] },
	],
	time: [{ shape: TimeShape.Iso, date: ['eventDate'] }],
	location: { name: ['officeLabel'], postalCode: ['zipCode'] },
} satisfies SourceDefinition;
