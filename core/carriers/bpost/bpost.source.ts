import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** bpost: trackingInfo of an item. */
export const bpost = {
	id: SourceId.Bpost,
	name: 'bpost',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'bpost tracked mail API, trackingInfo v1 (tracking_info_v1.xsd)',
	format: PayloadFormat.Xml,
	missing:
		'most state codes: bpost publishes no list; their descriptions are names, not words, and stay unread',
	detect: [{ has: ['itemTracking.itemCode', 'itemTracking.stateInfo'], certainty: 1 }],
	carrier: { id: 'bpost' },
	levels: { shipments: ['itemTracking'], events: ['stateInfo'] },
	trackingNumber: ['shipment:itemCode'],
	references: [{ path: 'shipment:customerReference', type: '=customer', value: '' }],
	key: { code: ['stateCode'] },
	description: ['stateDescription'],
	lookups: [{ table: 'bpost.state', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 }],
	time: [{ shape: TimeShape.Iso, date: ['time'] }],
} satisfies SourceDefinition;
