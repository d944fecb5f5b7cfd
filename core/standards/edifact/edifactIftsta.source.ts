import {
	CarrierAlias,
	PayloadFormat,
	SourceKind,
	type SourceDefinition,
} from '../../carriers/source';
import { SourceId } from '../../carriers/sourceId';
import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';

/** Element 2005: change of status, effective, arrival, departure and delivery as they happened. */
const ACTUAL = ['334', '7', '178', '186', '35'];
/** Element 2005: arrival, departure and delivery as they are expected. */
const FORECAST = ['132', '133', '17', '191'];

/** UN/EDIFACT IFTSTA, read from the tree of `iftsta.ts`. */
export const edifactIftsta = {
	id: SourceId.EdifactIftsta,
	name: 'EDIFACT IFTSTA Transport Status',
	kind: SourceKind.Standard,
	transport: 'file',
	document:
		'UN/EDIFACT IFTSTA D.01B (CNI, STS, DTM, LOC, NAD, RFF); UN/ECE Recommendation 24; data elements 9013, 2005, 3227',
	format: PayloadFormat.Edifact,
	missing:
		"codes of a partner's own list (ZZZ and others in C555/1131 or 3055) have no table: give one with an override",
	detect: [{ has: ['messages[0]'], certainty: 1 }],
	carrier: {
		from: [
			'transport.carrier',
			'shipment:parties[qualifier=CA].code',
			'shipment:parties[qualifier=FW].code',
		],
		alias: CarrierAlias.Scac,
	},
	levels: { shipments: ['messages'], pieces: ['consignments'], events: ['statuses'] },
	trackingNumber: [
		'piece:number',
		'piece:references[qualifier=CU].value',
		'references[qualifier=CU].value',
		'references[qualifier=ACL].value',
		'references[qualifier=BM].value',
		'equipment.number',
	],
	piece: { id: ['equipment.number', 'marks[0]'] },
	references: [
		{ path: 'references', type: 'qualifier', value: 'value' },
		{ path: 'piece:references', type: 'qualifier', value: 'value' },
		{ path: 'shipment:references', type: 'qualifier', value: 'value' },
	],
	key: { type: ['list'], code: ['code'], subCode: ['reasons[0].code'] },
	description: ['text', 'texts[0].text'],
	lookups: [
		{
			table: 'unece.rec24',
			// Other lists use the same numbers for other things.
			when: { part: 'type', in: ['', '6', '24', 'REC24'] },
			key: { code: 'code' },
			by: MappingBy.Standard,
			confidence: 0.9,
		},
	],
	reasons: [{ table: 'edifact.9013', code: ['reasons[0].code'], text: ['reasons[0].text'] }],
	eventClass: [
		...ACTUAL.map((qualifier) => ({
			field: [`dates[qualifier=${qualifier}].qualifier`],
			values: { [qualifier]: 'actual' as const },
		})),
		...FORECAST.map((qualifier) => ({
			field: [`dates[qualifier=${qualifier}].qualifier`],
			values: { [qualifier]: 'estimated' as const },
		})),
	],
	time: [
		// Of the event, never 137: that is when the message was made.
		...[...ACTUAL, ...FORECAST].map((qualifier) => ({
			shape: TimeShape.Edifact,
			date: [`dates[qualifier=${qualifier}].value`],
			time: [`dates[qualifier=${qualifier}].format`],
			localToPlace: true,
		})),
	],
	recordedAt: [
		{
			shape: TimeShape.Edifact,
			date: ['shipment:dates[qualifier=137].value'],
			time: ['shipment:dates[qualifier=137].format'],
		},
	],
	location: {
		name: ['locations[0].name'],
		unlocode: ['locations[list=6].code'],
	},
} satisfies SourceDefinition;
