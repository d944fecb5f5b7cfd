import {
	CarrierAlias,
	PayloadFormat,
	SourceKind,
	type SourceDefinition,
} from '../../carriers/source';
import { SourceId } from '../../carriers/sourceId';
import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';

/** IATA Cargo-IMP FSU and FSA, read from the tree of `fsu.ts`. */
export const iataFsu = {
	id: SourceId.IataFsu,
	name: 'IATA FSU (Cargo-IMP)',
	kind: SourceKind.Standard,
	transport: 'file',
	document:
		'IATA Cargo-IMP FSU and FSA, versions 12 to 15, as in published airline guides; status codes as in ONE Record',
	format: PayloadFormat.CargoImp,
	missing:
		'times are local times of the airport and have no zone, but for a zone given by the user; a waybill is one leg where a shipment has several',
	detect: [{ has: ['messages[0].consignments[0]'], certainty: 1 }],
	carrier: { from: ['shipment:prefix'], alias: CarrierAlias.Any },
	levels: { shipments: ['messages.consignments'], events: ['statuses'] },
	trackingNumber: ['shipment:airWaybill'],
	key: { type: ['quantity.kind'], code: ['code'], subCode: ['discrepancy'] },
	description: ['remarks[0]', 'flight'],
	lookups: [
		{
			table: 'iata.fsu',
			key: { type: 'type', code: 'code', subCode: 'subCode' },
			by: MappingBy.Standard,
			confidence: 0.9,
		},
	],
	eventClass: [{ field: ['timeKind'], values: { A: 'actual', E: 'estimated', S: 'planned' } }],
	time: [{ shape: TimeShape.CargoImp, date: ['date'], time: ['time'] }],
	location: { iata: ['airport'] },
	delivery: { signedBy: ['name'] },
} satisfies SourceDefinition;
