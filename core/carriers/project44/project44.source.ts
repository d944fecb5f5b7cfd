import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { CarrierAlias, PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** project44: truckload notifications, and the tracking events that carriers send to it. */
export const project44 = {
	id: SourceId.Project44,
	name: 'project44',
	kind: SourceKind.Aggregator,
	transport: 'push',
	document:
		'support.p-44.com 16959116737181 and 16959132508317 (Truckload Notifications); developers.project44.com, FTL appendix and postStatusUpdate',
	format: PayloadFormat.Json,
	missing:
		'status codes of its LTL, parcel, ocean and air services; the notification does not say at which stop AT_STOP is, nor how a shipment was completed',
	detect: [
		{ has: ['shipment.shipmentIdentifiers', 'latestStatusUpdate.statusCode'], certainty: 1 },
		{ has: ['shipmentIdentifiers', 'eventType', 'utcTimestamp'], certainty: 0.95 },
	],
	carrier: {
		from: ['root:shipment.carrierIdentifier.value', 'root:carrierIdentifier.value'],
		alias: CarrierAlias.Scac,
		aggregator: 'project44',
	},
	levels: { events: ['statusUpdates', 'latestStatusUpdates', 'latestStatusUpdate', ''] },
	trackingNumber: [
		'root:shipment.shipmentIdentifiers[type=PRO].value',
		'root:shipment.shipmentIdentifiers[type=BILL_OF_LADING].value',
		'root:shipment.shipmentIdentifiers[0].value',
		'root:shipmentIdentifiers[type=PRO].value',
		'root:shipmentIdentifiers[type=BILL_OF_LADING].value',
		'root:shipmentIdentifiers[0].value',
	],
	references: [
		{ path: 'root:shipment.shipmentIdentifiers', type: 'type', value: 'value' },
		{ path: 'root:shipmentIdentifiers', type: 'type', value: 'value' },
	],
	key: { code: ['statusCode', 'eventType'], subCode: ['statusReason.code'] },
	description: ['statusReason.description'],
	lookups: [
		{
			table: 'project44.event',
			key: { code: 'code' },
			by: MappingBy.Aggregator,
			confidence: 0.75,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['timestamp', 'utcTimestamp'] }],
	location: {
		lat: ['geoCoordinates.latitude', 'latitude'],
		lon: ['geoCoordinates.longitude', 'longitude'],
	},
} satisfies SourceDefinition;
