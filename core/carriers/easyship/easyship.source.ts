import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { CarrierAlias, PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Easyship: the webhook shipment.tracking.status.changed, one status each and no time of its own. */
export const easyship = {
	id: SourceId.Easyship,
	name: 'Easyship',
	kind: SourceKind.Aggregator,
	transport: 'push',
	document: 'developers.easyship.com: webhooks, shipment.tracking.status.changed',
	format: PayloadFormat.Json,
	missing:
		'the webhook says neither when it happened nor who carries; checkpoints of the tracking API (tracking.checkpoints.created) are not read',
	detect: [
		{
			has: ['resource_type', 'data.easyship_shipment_id', 'data.tracking_number'],
			is: [{ path: 'event_type', value: 'shipment.tracking.status.changed' }],
			certainty: 1,
		},
	],
	carrier: { from: ['courier_name'], alias: CarrierAlias.Any, aggregator: 'easyship' },
	levels: { events: ['data'] },
	trackingNumber: ['tracking_number'],
	references: [
		{ path: 'easyship_shipment_id', type: '=easyship', value: '' },
		{ path: 'platform_order_number', type: '=order_number', value: '' },
	],
	key: { code: ['status'] },
	description: ['status'],
	lookups: [
		{
			table: 'easyship.status',
			key: { code: 'code' },
			ignoreCase: true,
			by: MappingBy.Aggregator,
			confidence: 0.7,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['status_date'] }],
} satisfies SourceDefinition;
