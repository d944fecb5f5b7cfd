import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Österreichische Post: details of a parcel from its web service. */
export const austrianPost = {
	id: SourceId.AustrianPost,
	name: 'Österreichische Post',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Österreichische Post customerservices.post.at, GetParcelDetail (Parcels[].ParcelEvents[])',
	format: PayloadFormat.Json,
	missing: 'TrackingState. Times without a country with one zone have no instant',
	detect: [{ has: ['Parcels[0].IdentCode', 'Parcels[0].ParcelEvents'], certainty: 1 }],
	carrier: { id: 'postat' },
	levels: { shipments: ['Parcels'], events: ['ParcelEvents'] },
	trackingNumber: ['shipment:IdentCode'],
	service: ['root:ProductName'],
	references: [
		{ path: 'root:CustomerShipmentNr', type: '=shipment', value: '' },
		{ path: 'root:ShpRefNr', type: '=reference', value: '' },
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
	location: {
		city: ['EventLocation'],
		postalCode: ['EventPostalCode'],
		country: ['EventCountry'],
	},
} satisfies SourceDefinition;
