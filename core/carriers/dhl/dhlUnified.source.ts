import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** DHL Shipment Tracking Unified, by request and by push: eleven divisions behind one shape. */
export const dhlUnified = {
	id: SourceId.DhlUnified,
	name: 'DHL Shipment Tracking Unified',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'developer.dhl.com: Shipment Tracking Unified (shipments[].events[], status is of the type of an event) and Unified Push 101 Guide',
	format: PayloadFormat.Json,
	detect: [
		{ has: ['shipments[0].id', 'shipments[0].service', 'shipments[0].events'], certainty: 0.95 },
		{ has: ['shipments[0].id', 'shipments[0].service', 'shipments[0].status'], certainty: 0.95 },
		{ has: ['id', 'service', 'status.statusCode'], certainty: 0.9 },
		{ has: ['id', 'service', 'events[0].statusCode'], certainty: 0.9 },
	],
	carrier: { id: 'dhl' },
	levels: { shipments: ['shipments', ''], events: ['events'] },
	snapshot: {
		path: 'status',
		// The document types the status as a shipment event, with a time and a place of its own.
		isEvent: true,
		note: '',
	},
	trackingNumber: ['shipment:id'],
	service: ['shipment:service'],
	piece: { count: ['shipment:details.totalNumberOfPieces'] },
	references: [{ path: 'shipment:details.references', type: 'type', value: 'number' }],
	key: { type: ['shipment:service'], code: ['status'], subCode: ['statusCode'] },
	// The unified status code is a reading of the division's own status.
	identity: ['type', 'code'],
	description: ['description', 'remark', 'statusDetailed'],
	lookups: [
		{
			table: 'dhl.unified',
			key: { type: 'type', code: 'code' },
			exactOnly: true,
			by: MappingBy.CodeType,
			confidence: 1,
		},
		{
			table: 'dhl.statusCode',
			key: { code: 'subCode' },
			by: MappingBy.Category,
			confidence: 0.7,
		},
	],
	time: [
		{
			shape: TimeShape.Iso,
			date: ['timestamp'],
			// Without zone it is local time of the location (never UTC).
			localToPlace: true,
		},
	],
	location: {
		city: ['location.address.addressLocality'],
		postalCode: ['location.address.postalCode'],
		country: ['location.address.countryCode'],
	},
	delivery: {
		signedBy: [
			'shipment:details.proofOfDelivery.signed.name',
			'shipment:details.proofOfDelivery.signed.familyName',
		],
		signature: ['shipment:details.proofOfDelivery.signatureUrl'],
		document: ['shipment:details.proofOfDelivery.documentUrl'],
	},
	estimate: {
		from: [
			{ shape: TimeShape.Iso, date: ['shipment:estimatedDeliveryTimeFrame.estimatedFrom'] },
			{ shape: TimeShape.Iso, date: ['shipment:estimatedTimeOfDelivery'] },
		],
		to: [
			{ shape: TimeShape.Iso, date: ['shipment:estimatedDeliveryTimeFrame.estimatedThrough'] },
			{ shape: TimeShape.Iso, date: ['shipment:estimatedTimeOfDelivery'] },
		],
	},
} satisfies SourceDefinition;
