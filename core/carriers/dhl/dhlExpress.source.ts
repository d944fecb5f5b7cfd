import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** DHL Express: tracking of the MyDHL API. Its checkpoints are those of DHL Unified for Express. */
export const dhlExpress = {
	id: SourceId.DhlExpress,
	name: 'DHL Express MyDHL API',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'MyDHL API (developer.dhl.com): GET /tracking, /shipments/{number}/tracking',
	format: PayloadFormat.Json,
	hint: 'Ask with requestGMTOffsetPerEvent=true, or times stay local',
	missing:
		'checkpoints outside the 44 that DHL publishes for Express; without GMTOffset an event has no instant',
	detect: [
		{ has: ['shipments[0].shipmentTrackingNumber', 'shipments[0].events'], certainty: 1 },
		{ has: ['shipments[0].shipmentTrackingNumber', 'shipments[0].pieces'], certainty: 0.95 },
	],
	carrier: { id: 'dhl_express' },
	levels: { shipments: ['shipments'], events: ['events', 'pieces.events'] },
	trackingNumber: ['shipment:shipmentTrackingNumber'],
	service: ['shipment:productCode'],
	piece: { count: ['shipment:numberOfPieces'] },
	references: [{ path: 'shipment:shipperReferences', type: 'typeCode', value: 'value' }],
	key: { code: ['typeCode'] },
	description: ['description'],
	lookups: [
		{
			table: 'dhl.unified',
			key: { type: '=express', code: 'code' },
			exactOnly: true,
			by: MappingBy.Code,
			confidence: 1,
		},
		{ text: ['en'] },
	],
	time: [{ shape: TimeShape.Iso, date: ['date'], time: ['time'], offset: ['GMTOffset'] }],
	location: { name: ['serviceArea[0].description'], iata: ['serviceArea[0].code'] },
	delivery: { signedBy: ['signedBy'] },
	estimate: {
		to: [
			{
				shape: TimeShape.Iso,
				date: ['shipment:estimatedDeliveryDate', 'shipment:estimatedTimeOfDelivery'],
			},
		],
	},
} satisfies SourceDefinition;
