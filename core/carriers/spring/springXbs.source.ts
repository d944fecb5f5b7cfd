import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Spring GDS (PostNL): TrackShipment of the XBS API. */
export const springXbs = {
	id: SourceId.SpringXbs,
	name: 'Spring GDS (XBS)',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'Spring Global Delivery Solutions, XBS API: TrackShipment, Shipment.Events',
	format: PayloadFormat.Json,
	missing: 'the codes of the carriers at the end (CarrierCode) are not read',
	detect: [{ has: ['ErrorLevel', 'Shipment.TrackingNumber', 'Shipment.Events'], certainty: 1 }],
	carrier: { id: 'spring_gds' },
	levels: { shipments: ['Shipment'], events: ['Events'] },
	failure: ['root:Error'],
	trackingNumber: ['shipment:TrackingNumber'],
	service: ['shipment:Carrier', 'shipment:Service'],
	references: [
		{ path: 'shipment:ShipperReference', type: '=shipper', value: '' },
		{ path: 'shipment:CarrierTrackingNumber', type: '=carrier', value: '' },
	],
	key: { code: ['Code'] },
	description: ['Description', 'CarrierDescription'],
	lookups: [{ table: 'spring.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 }],
	// The same moment twice: local, and in seconds since 1970.
	time: [
		{
			shape: TimeShape.Iso,
			date: ['DateTime'],
			gmt: { shape: TimeShape.EpochSeconds, date: ['Timestamp'] },
		},
	],
	location: { city: ['City'], region: ['State'], postalCode: ['Zip'], country: ['Country'] },
} satisfies SourceDefinition;
