import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Hermes Germany: shipment info of its API for clients. */
export const hermesGermany = {
	id: SourceId.HermesGermany,
	name: 'Hermes Germany',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Hermes Germany (HSI) shipment info API: shipmentinfo[].status[]; event codes 2x2 and 3x3',
	format: PayloadFormat.Json,
	missing: 'the reason behind a code of four digits where the nine digits would tell more',
	detect: [
		{ has: ['shipmentinfo[0].shipmentID', 'shipmentinfo[0].status[0].code'], certainty: 1 },
		{ has: ['shipmentinfo[0].shipmentID', 'shipmentinfo[0].trackingLink'], certainty: 1 },
	],
	carrier: { id: 'hermes_de' },
	levels: { shipments: ['shipmentinfo'], events: ['status'] },
	trackingNumber: ['shipment:shipmentID'],
	references: [{ path: 'shipment:clientReference', type: '=client', value: '' }],
	key: { code: ['code'] },
	description: ['description'],
	lookups: [{ table: 'hermes.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 1 }],
	time: [{ shape: TimeShape.Iso, date: ['timestamp'], zone: 'Europe/Berlin' }],
	location: {
		name: ['scanningUnit.name'],
		city: ['scanningUnit.city'],
		country: ['scanningUnit.countryCode'],
	},
	estimate: {
		from: [
			{
				shape: TimeShape.Iso,
				date: ['shipment:deliveryForecast.date'],
				time: ['shipment:deliveryForecast.timeSlot.from'],
				zone: 'Europe/Berlin',
			},
		],
		to: [
			{
				shape: TimeShape.Iso,
				date: ['shipment:deliveryForecast.date'],
				time: ['shipment:deliveryForecast.timeSlot.to'],
				zone: 'Europe/Berlin',
			},
		],
	},
} satisfies SourceDefinition;
