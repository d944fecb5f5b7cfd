import {
	CarrierAlias,
	PayloadFormat,
	SourceKind,
	type SourceDefinition,
} from '../../carriers/source';
import { SourceId } from '../../carriers/sourceId';
import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';

/** ANSI X12 transaction sets 214 and 315, each with its own code list, read from the tree of `shipmentTree.ts`. */
export const x12Shipment214 = {
	id: SourceId.X12Shipment214,
	name: 'X12 214 and 315 Shipment Status',
	kind: SourceKind.Standard,
	transport: 'file',
	document:
		'ANSI X12 transaction set 214 (B10, LX, AT7, MS1, MS2) as in published carrier guides; elements 1650, 1651, 1652, 623; transaction set 315 (B4, N9) and element 157',
	format: PayloadFormat.X12,
	missing:
		'set 322; the 315 as it is beyond B4 and N9 (R4, DTM, Q2): its time is that of B4, local to the place; element 157 after R',
	detect: [{ has: ['transactions[0]'], certainty: 1 }],
	carrier: { from: ['shipment:scac', 'event:equipment.scac'], alias: CarrierAlias.Scac },
	levels: { shipments: ['transactions'], pieces: ['assignments'], events: ['events'] },
	trackingNumber: ['shipment:referenceId', 'shipment:shipmentId', 'container'],
	references: [
		{ path: 'shipment:shipmentId', type: '=SI', value: '' },
		{ path: 'shipment:references', type: 'type', value: 'value' },
		{ path: 'piece:references', type: 'type', value: 'value' },
	],
	key: { type: ['element'], code: ['code'], subCode: ['reason', 'load'] },
	lookups: [
		{
			table: 'x12.at701',
			when: { part: 'type', value: '1650' },
			key: { code: 'code' },
			by: MappingBy.Standard,
			confidence: 0.9,
		},
		{
			table: 'x12.at703',
			when: { part: 'type', value: '1652' },
			key: { code: 'code' },
			by: MappingBy.Standard,
			confidence: 0.9,
		},
		{
			table: 'x12.element157',
			when: { part: 'type', value: '157' },
			key: { code: 'code', subCode: 'subCode' },
			by: MappingBy.Standard,
			confidence: 0.9,
		},
	],
	reasons: [{ table: 'x12.at702', code: ['reason'] }],
	time: [
		{
			shape: TimeShape.X12,
			date: ['date'],
			time: ['time'],
			x12Zone: ['zone'],
			// LT, and a missing code, mean local time of the MS1 city.
			localToPlace: true,
		},
	],
	location: {
		name: ['location.name'],
		unlocode: ['location.unlocode'],
		city: ['location.city'],
		region: ['location.state'],
		postalCode: ['location.postalCode'],
		country: ['location.country'],
		lat: ['location.lat'],
		lon: ['location.lon'],
	},
} satisfies SourceDefinition;
