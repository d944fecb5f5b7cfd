import { SourceId } from '../../../core/carriers';
import { expectGolden, type Golden } from './helpers/golden';

// Each fixture names its document; the lines were checked by hand against it. The last word is the class.
const GOLDEN: readonly Golden[] = [
	[
		'dcsaTrackTrace.v3',
		SourceId.DcsaTrackTrace,
		[
			'APZU4812090 | EQUIPMENT/LOAD/LADEN | in_transit:loaded | 2019-11-12T07:41:00 +08:30 2019-11-11T23:11:00Z explicit | dcsa.event:EQUIPMENT/LOAD standard 0.9 estimated',
			'APZU4812090 | EQUIPMENT/LOAD/LADEN | in_transit:loaded | 2019-11-12T07:41:00 +08:30 2019-11-11T23:11:00Z explicit | dcsa.event:EQUIPMENT/LOAD standard 0.9 actual',
			'APZU4812090 | EQUIPMENT/GTOT/EMPTY | informational:gate_out | 2019-11-01T07:41:00 +08:30 2019-10-31T23:11:00Z explicit | dcsa.event:EQUIPMENT/GTOT/EMPTY standard 0.9 actual',
		],
	],
	[
		'dcsaTrackTrace.v2',
		SourceId.DcsaTrackTrace,
		[
			'ABC123123123 | SHIPMENT/CONF/BKG | pre_transit:info_received | 2021-01-02T09:00:00 +01:00 2021-01-02T08:00:00Z explicit | dcsa.event:SHIPMENT/CONF/BKG standard 0.9 actual',
			'APZU4812090 | EQUIPMENT/GTOT/EMPTY | informational:gate_out | 2021-01-05T08:00:00 +01:00 2021-01-05T07:00:00Z explicit | dcsa.event:EQUIPMENT/GTOT/EMPTY standard 0.9 actual',
			'APZU4812090 | EQUIPMENT/GTIN/LADEN | in_transit:gate_in | 2021-01-07T16:30:00 +01:00 2021-01-07T15:30:00Z explicit | dcsa.event:EQUIPMENT/GTIN standard 0.9 actual',
			'ABC123123123 | TRANSPORT/ARRI/- | in_transit:arrived_at_facility | 2021-02-10T06:00:00 -05:00 2021-02-10T11:00:00Z explicit | dcsa.event:TRANSPORT/ARRI standard 0.9 planned',
			'APZU4812090 | EQUIPMENT/DROP/LADEN | delivered:- | 2021-02-12T10:00:00 -05:00 2021-02-12T15:00:00Z explicit | dcsa.event:EQUIPMENT/DROP/LADEN standard 0.9 estimated',
			'APZU4812090 | EQUIPMENT/DROP/LADEN | delivered:- | 2021-02-13T10:00:00 -05:00 2021-02-13T15:00:00Z explicit | dcsa.event:EQUIPMENT/DROP/LADEN standard 0.9 actual',
			'APZU4812090 | EQUIPMENT/GTIN/EMPTY | informational:gate_in | 2021-02-16T12:00:00 -05:00 2021-02-16T17:00:00Z explicit | dcsa.event:EQUIPMENT/GTIN/EMPTY standard 0.9 actual',
			'ABC123123123 | SHIPMENT/ISSU/TRD | informational:documents | 2021-01-08T12:00:00 +01:00 2021-01-08T11:00:00Z explicit | dcsa.event:SHIPMENT/ISSU standard 0.9 actual',
		],
	],
	[
		'edifactIftsta.guide',
		SourceId.EdifactIftsta,
		[
			'ABC123 | -/13/- | picked_up:picked_up | 2026-08-26T16:30:00 +02:00 2026-08-26T14:30:00Z location_inferred | unece.rec24:13 standard 0.9 actual',
			'ABC123 | -/106/49 | exception:refused | 2026-08-28T10:30:00 +02:00 2026-08-28T08:30:00Z location_inferred | unece.rec24:106 standard 0.9 actual',
			'ABC123 | -/21/- | delivered:- | 2026-08-29T12:00:00 null no instant unknown | unece.rec24:21 standard 0.9 estimated',
			'ABC123 | ZZZ/21/- | unknown:- | 2026-08-28T17:00:00 null no instant unknown | none fallback 0 actual',
			'ABC123 | -/21/- | delivered:- | 2026-08-29T11:15:00 +02:00 2026-08-29T09:15:00Z location_inferred | unece.rec24:21 standard 0.9 actual',
			'ABC124 | -/73/- | delivered:partial | 2026-08-29T11:15:00 +02:00 2026-08-29T09:15:00Z location_inferred | unece.rec24:73 standard 0.9 actual',
		],
	],
	[
		'iataFsu.message',
		SourceId.IataFsu,
		[
			'020-12345675 | T/RCS/- | picked_up:received_by_carrier | 2026-01-05T14:30:00 null no instant unknown | iata.fsu:RCS standard 0.9 actual',
			'020-12345675 | T/DEP/- | in_transit:departed_facility | 2026-01-06T07:00:00 null no instant unknown | iata.fsu:DEP standard 0.9 estimated',
			'020-12345675 | T/DEP/- | in_transit:departed_facility | 2026-01-06T07:12:00 null no instant unknown | iata.fsu:DEP standard 0.9 actual',
			'020-12345675 | P/DIS/MSCA | exception:partial_loss | 2026-01-06T12:40:00 null no instant unknown | iata.fsu:P/DIS/MSCA standard 0.9 actual',
			'020-12345675 | P/NFD/- | available_for_pickup:notified | 2026-01-06T15:00:00 null no instant unknown | iata.fsu:NFD standard 0.9 actual',
			'020-12345675 | P/DLV/- | delivered:partial | 2026-01-07T09:10:00 null no instant unknown | iata.fsu:P/DLV standard 0.9 actual',
			'020-12345675 | T/DLV/- | delivered:- | 2026-01-09T11:00:00 null no instant unknown | iata.fsu:DLV standard 0.9 actual',
		],
	],
	[
		'iataXfsu.message',
		SourceId.IataXfsu,
		[
			'020-12345675 | P/DLV/- | delivered:partial | 2026-01-07T09:10:00 null no instant unknown | iata.fsu:P/DLV standard 0.85 actual',
		],
	],
	[
		'epcis.errorDeclaration',
		SourceId.Epcis,
		[
			'URN:EPC:ID:SSCC:4012345.0111111987 | OBSERVE/receiving/in_progress | delivered:- | 2020-01-14T00:30:00 +01:00 2020-01-13T23:30:00Z explicit | gs1.cbv:receiving standard 0.8 actual',
			'URN:EPC:ID:SSCC:4012345.0111111988 | OBSERVE/receiving/in_progress | delivered:- | 2020-01-14T00:30:00 +01:00 2020-01-13T23:30:00Z explicit | gs1.cbv:receiving standard 0.8 actual',
			'URN:EPC:ID:SSCC:4012345.0111111987 | OBSERVE/receiving/in_progress | delivered:- | 2020-01-14T00:30:00 +01:00 2020-01-13T23:30:00Z explicit | gs1.cbv:receiving standard 0.8 actual',
			'URN:EPC:ID:SSCC:4012345.0111111990 | ADD/urn:epcglobal:cbv:bizstep:shipping/urn:epcglobal:cbv:disp:in_transit | picked_up:departed_pickup | 2020-01-13T08:00:00 +00:00 2020-01-13T08:00:00Z explicit | gs1.cbv:shipping standard 0.8 actual',
			'HTTPS://ID.GS1.ORG/00/040123450111111993 | OBSERVE/https://ref.gs1.org/cbv/BizStep-receiving/https://ref.gs1.org/cbv/Disp-returned | returned:returned_to_sender | 2020-01-20T08:00:00 +01:00 2020-01-20T07:00:00Z explicit | gs1.cbv:receiving/returned standard 0.8 actual',
		],
	],
	[
		'x12_315.b4',
		SourceId.X12Shipment214,
		[
			'MSKU1234565 | 157/AP/L | in_transit:loaded | 2026-08-28T16:30:00 null no instant unknown | x12.element157:AP standard 0.9 actual',
			'MSKU1234565 | 157/A3/L | exception:customs_hold | 2026-09-28T09:00:00 null no instant unknown | x12.element157:A3 standard 0.9 actual',
			'MSKU1234565 | 157/D/L | delivered:- | 2026-10-01T10:00:00 null no instant unknown | x12.element157:D standard 0.9 actual',
			'MSKU1234565 | 157/I/E | informational:gate_in | 2026-10-03T10:00:00 null no instant unknown | x12.element157:I/E standard 0.9 actual',
			'0123456789 | 1650/A3/NS | returned:returned_to_sender | 2026-08-28T16:30:00 -04:00 2026-08-28T20:30:00Z explicit | x12.at701:A3 standard 0.9 actual',
		],
	],
];

describe('documented messages of standards', () => {
	test.each(GOLDEN)('%s', expectGolden);
});
