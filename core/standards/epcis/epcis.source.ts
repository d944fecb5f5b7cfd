import {
	CarrierAlias,
	PayloadFormat,
	SourceKind,
	type SourceDefinition,
} from '../../carriers/source';
import { SourceId } from '../../carriers/sourceId';
import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';

/** GS1 EPCIS 2.0 in JSON: documents, query results and single events. */
export const epcis = {
	id: SourceId.Epcis,
	name: 'EPCIS 2.0 (GS1)',
	kind: SourceKind.Standard,
	transport: 'both',
	document: 'GS1 EPCIS 2.0 and CBV 2.0 (ref.gs1.org; gs1/EPCIS, JSON examples)',
	format: PayloadFormat.Json,
	hint: 'EPCISDocument, query result, or a list of events; one event for each item of epcList',
	missing:
		'EPCs stay as they are written (URN or Digital Link); what is received counts as delivered to that receiver; events without an item, a parent or a despatch advice are problems; XML is not read',
	detect: [
		{
			has: ['epcisBody.eventList'],
			is: [{ path: 'type', value: 'EPCISDocument' }],
			certainty: 1,
		},
		{ has: ['epcisBody.queryResults.resultsBody.eventList'], certainty: 1 },
		{ has: ['eventTime', 'eventTimeZoneOffset', 'type'], certainty: 0.95 },
	],
	carrier: { from: [], alias: CarrierAlias.Any },
	levels: {
		shipments: ['epcisBody.eventList', 'epcisBody.queryResults.resultsBody.eventList', ''],
		pieces: ['epcList'],
		events: ['shipment:'],
	},
	trackingNumber: [
		'piece:',
		'parentID',
		'bizTransactionList[type=desadv].bizTransaction',
		'bizTransactionList[type=urn:epcglobal:cbv:btt:desadv].bizTransaction',
	],
	references: [
		{ path: 'eventID', type: '=epcis', value: '' },
		{ path: 'bizTransactionList', type: 'type', value: 'bizTransaction' },
	],
	key: { type: ['action'], code: ['bizStep'], subCode: ['disposition'] },
	lookups: [
		{
			table: 'gs1.cbv',
			key: { code: 'code', subCode: 'subCode' },
			strip: [
				'urn:epcglobal:cbv:bizstep:',
				'urn:epcglobal:cbv:disp:',
				'https://ref.gs1.org/cbv/BizStep-',
				'https://ref.gs1.org/cbv/Disp-',
				'cbv:BizStep-',
				'cbv:Disp-',
			],
			by: MappingBy.Standard,
			confidence: 0.8,
		},
	],
	isVoid: [{ path: 'errorDeclaration.declarationTime' }],
	description: ['errorDeclaration.reason'],
	time: [{ shape: TimeShape.Iso, date: ['eventTime'], offset: ['eventTimeZoneOffset'] }],
	recordedAt: [{ shape: TimeShape.Iso, date: ['recordTime'] }],
	location: { name: ['readPoint.id', 'bizLocation.id'] },
} satisfies SourceDefinition;
