import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { CarrierAlias, PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Ship24: webhooks and the answers of the API, both lists of trackings. */
export const ship24 = {
	id: SourceId.Ship24,
	name: 'Ship24',
	kind: SourceKind.Aggregator,
	transport: 'both',
	document: 'docs.ship24.com: status, tracking format, webhooks',
	format: PayloadFormat.Json,
	detect: [
		{ has: ['trackings[0].tracker.trackingNumber'], certainty: 1 },
		{ has: ['data.trackings[0].tracker.trackingNumber'], certainty: 1 },
	],
	carrier: { from: ['courierCode'], alias: CarrierAlias.AfterShip, aggregator: 'ship24' },
	levels: { shipments: ['trackings', 'data.trackings'], events: ['events'] },
	snapshot: {
		path: 'shipment.statusMilestone',
		isEvent: false,
		note: 'Ship24 knows the tracker and has no event: its milestone is one of the tracker',
	},
	trackingNumber: ['shipment:tracker.trackingNumber', 'trackingNumber'],
	references: [
		{ path: 'shipment:tracker.trackerId', type: '=ship24', value: '' },
		{ path: 'shipment:tracker.shipmentReference', type: '=shipment', value: '' },
	],
	key: { type: ['statusMilestone'], code: ['statusCode'] },
	description: ['status'],
	lookups: [
		{
			table: 'ship24.status',
			key: { code: 'code' },
			by: MappingBy.Aggregator,
			confidence: 0.8,
		},
		{
			// The milestone is that of the whole shipment at the time of the event.
			table: 'ship24.status',
			key: { type: 'type' },
			by: MappingBy.Category,
			confidence: 0.7,
		},
	],
	time: [
		{
			shape: TimeShape.Iso,
			date: ['occurrenceDatetime', 'datetime'],
			offset: ['utcOffset'],
		},
	],
	recordedAt: [{ shape: TimeShape.Iso, date: ['shipment:metadata.generatedAt'] }],
	location: { name: ['location'] },
	delivery: { signedBy: ['shipment:shipment.delivery.signedBy'] },
	estimate: {
		to: [{ shape: TimeShape.Iso, date: ['shipment:shipment.delivery.estimatedDeliveryDate'] }],
	},
} satisfies SourceDefinition;
