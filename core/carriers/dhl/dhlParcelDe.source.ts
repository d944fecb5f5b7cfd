import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** DHL Parcel Germany: shipment tracking for business customers, in XML. */
export const dhlParcelDe = {
	id: SourceId.DhlParcelDe,
	name: 'DHL Parcel Germany (XML)',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'DHL Parcel DE Tracking (developer.dhl.com): d-get-piece-detail, d-get-piece-events; ICE and RIC list of July 2024',
	format: PayloadFormat.Xml,
	hint: 'd-get-piece-detail or d-get-piece-events',
	missing:
		'events abroad: their country is a name and their times have no zone, so they are read as German time like all others',
	detect: [
		{
			has: ['data.data.@piece-code'],
			is: [{ path: 'data.@name', value: 'piece-shipment-list' }],
			certainty: 1,
		},
		{
			has: ['data.@piece-identifier', 'data.data.@event-timestamp'],
			is: [{ path: 'data.@name', value: 'piece-event-list' }],
			certainty: 1,
		},
	],
	carrier: { id: 'dhl_parcel_de' },
	levels: {
		shipments: ['data.data[@name=piece-shipment]', 'data'],
		events: ['data[@name=piece-event-list].data[@name=piece-event]', 'data[@name=piece-event]'],
	},
	failure: ['root:data.@error', 'shipment:@piece-status-desc'],
	trackingNumber: ['shipment:@piece-code', 'shipment:@piece-identifier'],
	service: ['shipment:@product-name'],
	isReturn: [{ path: '@ruecksendung', in: ['true'] }],
	references: [
		{ path: 'shipment:@piece-customer-reference', type: '=piece', value: '' },
		{ path: 'shipment:@shipment-customer-reference', type: '=shipment', value: '' },
		{ path: 'shipment:@airway-bill-number', type: '=air_waybill', value: '' },
	],
	key: { type: ['@standard-event-code'], code: ['@ice'], subCode: ['@ric'] },
	description: ['@event-status', '@event-text'],
	lookups: [
		{
			table: 'dhl.parcelDe',
			key: { type: 'type', code: 'code', subCode: 'subCode' },
			by: MappingBy.Code,
			confidence: 1,
		},
		// A new pair still has one of the 16 standard events.
		{
			table: 'dhl.unified',
			key: { type: '=parcel-de', code: 'type' },
			exactOnly: true,
			by: MappingBy.Category,
			confidence: 0.7,
		},
	],
	time: [{ shape: TimeShape.DayFirst, date: ['@event-timestamp'], zone: 'Europe/Berlin' }],
	location: { city: ['@event-location'], country: ['@event-country'] },
	delivery: { signedBy: ['shipment:@recipient-name'], relation: ['shipment:@recipient-id-text'] },
} satisfies SourceDefinition;
