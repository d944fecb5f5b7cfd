import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** MyGLS, the API of GLS in Central and Eastern Europe: GetParcelStatuses. */
export const myGls = {
	id: SourceId.MyGls,
	name: 'MyGLS (Central and Eastern Europe)',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'MyGLS API, ParcelService GetParcelStatuses (ParcelStatusList)',
	format: PayloadFormat.Json,
	missing:
		'codes 45, 48 to 50, 53, 59, 63, 77 to 79, 81, 82 and 94 to 98 have no words in the list',
	detect: [{ has: ['ParcelNumber', 'ParcelStatusList'], certainty: 1 }],
	carrier: { id: 'gls' },
	levels: { events: ['ParcelStatusList'] },
	failure: ['root:GetParcelStatusErrors[0].ErrorDescription'],
	trackingNumber: ['root:ParcelNumber'],
	references: [{ path: 'root:ClientReference', type: '=client', value: '' }],
	key: { code: ['StatusCode'] },
	description: ['StatusDescription'],
	lookups: [
		{ table: 'gls.parcelStatus', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 },
	],
	time: [
		{ shape: TimeShape.DotNetDate, date: ['StatusDate'] },
		{ shape: TimeShape.Iso, date: ['StatusDate'] },
	],
	location: { city: ['DepotCity'], name: ['DepotNumber'] },
} satisfies SourceDefinition;
