import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** SEKO Logistics, OmniParcel: the tracking webhook and the tracking API, in one shape. */
export const seko = {
	id: SourceId.Seko,
	name: 'SEKO Logistics (OmniParcel)',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'seko.atlassian.net, OmniParcel integration guide, chapter 8: tracking event status codes, webhook, tracking API',
	format: PayloadFormat.Json,
	missing:
		'the codes of the last-mile carriers in Code have no table: the OP-code of the same event counts. OmniRPS (returns) is not read',
	detect: [
		{ has: ['ConsignmentNo', 'Events[0].OmniCode'], certainty: 1 },
		{ has: ['ConsignmentNo', 'Events', 'Tracking'], certainty: 0.9 },
	],
	carrier: { id: 'seko' },
	levels: { events: ['Events'] },
	trackingNumber: ['shipment:ConsignmentNo'],
	piece: { index: ['Part'] },
	references: [{ path: 'shipment:Reference1', type: '=Reference1', value: '' }],
	key: { code: ['OmniCode'], subCode: ['Code'] },
	identity: ['code', 'subCode'],
	description: ['Description'],
	lookups: [{ table: 'seko.omniCode', key: { code: 'code' }, by: MappingBy.Code, confidence: 1 }],
	// "Local to region where it occurred"; the place is written in one text.
	time: [{ shape: TimeShape.Iso, date: ['EventDT'] }],
	location: { name: ['Location'] },
} satisfies SourceDefinition;
