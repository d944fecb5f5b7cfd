import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** SmartKargo, the e-commerce platform of airlines: a list of tracking events. */
export const smartKargo = {
	id: SourceId.SmartKargo,
	name: 'SmartKargo',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'SmartKargo eCommerce API, tracking events (prefix, airWaybill, eventType, eventDate)',
	format: PayloadFormat.Json,
	missing: 'the whole list of event types is not published; times have no zone',
	detect: [{ has: ['airWaybill', 'prefix', 'eventType', 'eventDate'], certainty: 0.95 }],
	carrier: { id: 'smartkargo' },
	levels: { events: [''] },
	trackingNumber: ['packageReference', 'headerReference'],
	masterTrackingNumber: ['headerReference'],
	piece: { id: ['pieceReference'] },
	references: [{ path: 'airWaybill', type: '=airWaybill', value: '' }],
	key: { code: ['eventType'], subCode: ['subEventType'] },
	description: ['description'],
	lookups: [
		{
			table: 'smartkargo.eventType',
			key: { code: 'code' },
			by: MappingBy.Code,
			confidence: 0.9,
		},
		{ text: ['en'] },
	],
	time: [{ shape: TimeShape.Iso, date: ['eventDate'] }],
	location: { iata: ['eventLocation'] },
	estimate: { to: [{ shape: TimeShape.Iso, date: ['estimatedDeliveryDate'] }] },
} satisfies SourceDefinition;
