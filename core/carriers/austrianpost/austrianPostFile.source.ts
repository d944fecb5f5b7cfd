import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Österreichische Post: files with tracking data for customers (POSTTRACK). */
export const austrianPostFile = {
	id: SourceId.AustrianPostFile,
	name: 'Österreichische Post POSTTRACK',
	kind: SourceKind.Carrier,
	transport: 'push',
	document:
		'Österreichische Post, "Trackingdaten an Kunden" V2.1 (TrackingData.TrackingEvents.Event, TrackingEvent_V2.0.0)',
	format: PayloadFormat.Xml,
	missing:
		'ShipmentState: it is the state when the file was written, not that of the event. Times without a country of Austria or another one with one zone have no instant',
	detect: [
		{ has: ['TrackingData.TrackingEvents.Event.ParcelEventTypeCode'], certainty: 1 },
		{ has: ['TrackingData.TrackingEvents.Event[0].ParcelEventTypeCode'], certainty: 1 },
	],
	carrier: { id: 'postat' },
	levels: { events: ['TrackingData.TrackingEvents.Event'] },
	trackingNumber: ['IdentCode'],
	references: [
		{ path: 'CustomerShipmentNr', type: '=shipment', value: '' },
		{ path: 'ShpRefNr', type: '=reference', value: '' },
	],
	key: { type: ['ParcelEventTypeCode'], code: ['ParcelEventReasonCode'] },
	lookups: [
		{
			table: 'austrianpost.event',
			key: { type: 'type', code: 'code' },
			exactOnly: true,
			by: MappingBy.Code,
			confidence: 0.95,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['EventTimestamp'], localToPlace: true }],
	location: { city: ['EventCity'], postalCode: ['EventPostalCode'], country: ['EventCountry'] },
} satisfies SourceDefinition;
