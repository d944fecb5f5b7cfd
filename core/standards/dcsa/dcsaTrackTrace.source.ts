import {
	CarrierAlias,
	PayloadFormat,
	SourceKind,
	type SourceDefinition,
} from '../../carriers/source';
import { SourceId } from '../../carriers/sourceId';
import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';

/** DCSA Track & Trace: events of 2.x (flat) and of 3.0 (`metadata` and `payload`), pulled or pushed. */
export const dcsaTrackTrace = {
	id: SourceId.DcsaTrackTrace,
	name: 'DCSA Track & Trace (Ocean Carriers)',
	kind: SourceKind.Standard,
	transport: 'both',
	document:
		'dcsaorg/DCSA-OpenAPI: tnt/v2/tnt_v2.3.0.yaml, tnt/v3/tnt.yaml, domain/event; developer.maersk.com Track and Trace Events',
	format: PayloadFormat.Json,
	hint: 'Events of Maersk, Hapag-Lloyd, CMA CGM, MSC, ONE and others: a list, or an object with events',
	missing:
		'retractedEventID of 3.0 is not followed; a container that leaves the last terminal (GTOT) is not taken for delivered',
	detect: [
		{ has: ['eventType', 'eventClassifierCode', 'eventDateTime'], certainty: 0.95 },
		{ has: ['metadata.eventType', 'payload.eventClassifierCode'], certainty: 1 },
		{ has: ['events[0].eventType', 'events[0].eventClassifierCode'], certainty: 0.95 },
		{ has: ['events[0].metadata.eventType'], certainty: 0.95 },
	],
	carrier: {
		from: ['metadata.publisher.carrierCode', 'publisher.carrierCode', 'root:carrierCode'],
		alias: CarrierAlias.Scac,
		// SMDG liner codes.
		names: {
			CMA: 'cma_cgm',
			COS: 'cosco',
			EMC: 'evergreen',
			HLC: 'hapag_lloyd',
			HMM: 'hmm',
			MSC: 'msc',
			MSK: 'maersk',
			ONE: 'one',
			YML: 'yang_ming',
			ZIM: 'zim',
		},
	},
	levels: { shipments: ['events', ''], events: [''] },
	trackingNumber: [
		'payload.equipmentReference',
		'equipmentReference',
		'payload.relatedDocumentReferences[type=BKG].value',
		'payload.documentReferences[type=BKG].value',
		'documentReferences[documentReferenceType=BKG].documentReferenceValue',
		'payload.relatedDocumentReferences[type=TRD].value',
		'documentReferences[documentReferenceType=TRD].documentReferenceValue',
		'payload.documentReference',
		'documentID',
	],
	references: [
		{ path: 'documentReferences', type: 'documentReferenceType', value: 'documentReferenceValue' },
		{ path: 'references', type: 'referenceType', value: 'referenceValue' },
		{ path: 'payload.relatedDocumentReferences', type: 'type', value: 'value' },
		{ path: 'payload.documentReferences', type: 'type', value: 'value' },
		{ path: 'payload.references', type: 'type', value: 'value' },
	],
	key: {
		type: ['metadata.eventType', 'payload.eventType', 'eventType'],
		code: [
			'payload.equipmentEventTypeCode',
			'payload.transportEventTypeCode',
			'payload.shipmentEventTypeCode',
			'equipmentEventTypeCode',
			'transportEventTypeCode',
			'shipmentEventTypeCode',
		],
		subCode: [
			'payload.emptyIndicatorCode',
			'emptyIndicatorCode',
			'payload.documentTypeCode',
			'documentTypeCode',
		],
	},
	eventClass: [
		{
			field: ['payload.eventClassifierCode', 'eventClassifierCode'],
			values: { ACT: 'actual', EST: 'estimated', PLN: 'planned', REQ: 'planned' },
		},
	],
	lookups: [
		{
			table: 'dcsa.event',
			key: { type: 'type', code: 'code', subCode: 'subCode' },
			by: MappingBy.Standard,
			confidence: 0.9,
		},
	],
	description: ['payload.delayReasonCode', 'delayReasonCode', 'payload.reason', 'reason'],
	time: [
		{ shape: TimeShape.Iso, date: ['payload.eventDateTime', 'eventDateTime'], localToPlace: true },
	],
	recordedAt: [
		{ shape: TimeShape.Iso, date: ['metadata.eventCreatedDateTime', 'eventCreatedDateTime'] },
	],
	location: {
		name: [
			'payload.eventLocation.locationName',
			'eventLocation.locationName',
			'payload.transportCall.location.locationName',
			'transportCall.location.locationName',
		],
		city: ['payload.eventLocation.address.city', 'eventLocation.address.city'],
		unlocode: [
			'payload.eventLocation.UNLocationCode',
			'eventLocation.UNLocationCode',
			'payload.transportCall.location.UNLocationCode',
			'payload.transportCall.UNLocationCode',
			'transportCall.location.UNLocationCode',
			'transportCall.UNLocationCode',
		],
		lat: ['eventLocation.latitude', 'transportCall.location.latitude'],
		lon: ['eventLocation.longitude', 'transportCall.location.longitude'],
	},
} satisfies SourceDefinition;
