import {
	CarrierAlias,
	PayloadFormat,
	SourceKind,
	type SourceDefinition,
} from '../../carriers/source';
import { SourceId } from '../../carriers/sourceId';
import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';

const MOVEMENT = 'SpecifiedLogisticsTransportMovement';

/** IATA Cargo-XML XFSU: `StatusMessage`, one waybill with its reported statuses. */
export const iataXfsu = {
	id: SourceId.IataXfsu,
	name: 'IATA XFSU (Cargo-XML)',
	kind: SourceKind.Standard,
	transport: 'both',
	document: 'IATA Cargo-XML XFSU 3.0 (StatusMessage); status codes as in ONE Record StatusCode',
	format: PayloadFormat.Xml,
	missing:
		'a status with several AssociatedStatusConsignment is read by the first; written from published data classes, not from the licensed schema',
	detect: [
		{
			has: ['StatusMessage.MasterConsignment.ReportedStatus'],
			certainty: 1,
		},
		{ has: ['MasterConsignment.ReportedStatus.ReasonCode'], certainty: 0.9 },
	],
	carrier: { from: ['shipment:TransportContractDocument.CarrierCode'], alias: CarrierAlias.Any },
	levels: {
		shipments: ['StatusMessage.MasterConsignment', 'MasterConsignment'],
		events: ['ReportedStatus'],
	},
	trackingNumber: ['shipment:TransportContractDocument.ID'],
	key: {
		type: [
			'AssociatedStatusConsignment[0].TransportSplitDescription',
			'shipment:TransportSplitDescription',
		],
		code: ['ReasonCode'],
		subCode: ['AssociatedStatusConsignment[0].DiscrepancyDescriptionCode'],
	},
	lookups: [
		{
			table: 'iata.fsu',
			key: { type: 'type', code: 'code', subCode: 'subCode' },
			by: MappingBy.Standard,
			confidence: 0.85,
		},
	],
	eventClass: [
		{
			field: [
				`AssociatedStatusConsignment[0].${MOVEMENT}[0].SpecifiedEvent[0].DateTimeTypeCode`,
				`AssociatedStatusConsignment[0].SpecifiedEvent[0].DateTimeTypeCode`,
			],
			values: { A: 'actual', E: 'estimated', S: 'planned' },
		},
	],
	time: [
		{
			shape: TimeShape.Iso,
			date: [
				`AssociatedStatusConsignment[0].${MOVEMENT}[0].SpecifiedEvent[0].OccurrenceDateTime`,
				'AssociatedStatusConsignment[0].SpecifiedEvent[0].OccurrenceDateTime',
			],
		},
	],
	location: {
		iata: [
			`AssociatedStatusConsignment[0].${MOVEMENT}[0].SpecifiedLocation[0].ID`,
			'AssociatedStatusConsignment[0].SpecifiedLocation[0].ID',
		],
	},
	delivery: { signedBy: ['AssociatedStatusConsignment[0].DeliveryParty.Name'] },
} satisfies SourceDefinition;
