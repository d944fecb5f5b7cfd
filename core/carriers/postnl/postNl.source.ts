import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** PostNL: ShippingStatus, current and complete, and the list of updated shipments. */
export const postNl = {
	id: SourceId.PostNl,
	name: 'PostNL ShippingStatus',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'developer.postnl.nl: ShippingStatus API v2 (CurrentStatus, CompleteStatus, updated shipments), T & T Status Codes',
	format: PayloadFormat.Json,
	missing:
		'the consumer service with its observations; reasons behind "delivery time has been updated"',
	detect: [
		{ has: ['CompleteStatus.Shipment.Barcode'], certainty: 1 },
		{ has: ['CurrentStatus.Shipment.Barcode'], certainty: 1 },
		{ has: ['Barcode', 'CustomerCode', 'Status.StatusCode', 'Status.PhaseCode'], certainty: 1 },
	],
	carrier: { id: 'postnl' },
	levels: {
		shipments: ['CompleteStatus.Shipment', 'CurrentStatus.Shipment', ''],
		events: ['Event', 'Status'],
	},
	trackingNumber: ['shipment:Barcode'],
	masterTrackingNumber: ['shipment:MainBarcode'],
	service: ['shipment:ProductDescription'],
	piece: { index: ['shipment:ShipmentCounter'], count: ['shipment:ShipmentAmount'] },
	references: [{ path: 'shipment:Reference', type: '=reference', value: '' }],
	key: { code: ['Code'], subCode: ['StatusCode'] },
	description: ['Description', 'StatusDescription'],
	lookups: [
		{ table: 'postnl.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 1 },
		{ table: 'postnl.status', key: { code: 'subCode' }, by: MappingBy.Code, confidence: 0.95 },
	],
	time: [
		{ shape: TimeShape.DayFirst, date: ['TimeStamp', 'Timestamp'], zone: 'Europe/Amsterdam' },
		{ shape: TimeShape.Iso, date: ['TimeStamp', 'Timestamp'], zone: 'Europe/Amsterdam' },
	],
	location: { name: ['LocationCode'] },
} satisfies SourceDefinition;
