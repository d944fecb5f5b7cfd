import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Ninja Van: webhooks, one status each. */
export const ninjaVan = {
	id: SourceId.NinjaVan,
	name: 'Ninja Van',
	kind: SourceKind.Carrier,
	transport: 'push',
	document: 'api-docs.ninjavan.co: webhooks, order status events',
	format: PayloadFormat.Json,
	missing:
		'webhooks of version 2 (event and data); reasons of failed deliveries (comments) stay text',
	detect: [{ has: ['tracking_id', 'status', 'shipper_id', 'timestamp'], certainty: 0.95 }],
	carrier: { id: 'ninja_van' },
	levels: { events: [''] },
	trackingNumber: ['tracking_id'],
	references: [
		{ path: 'shipper_order_ref_no', type: '=order', value: '' },
		{ path: 'shipper_ref_no', type: '=shipper', value: '' },
	],
	key: { code: ['status'] },
	description: ['comments'],
	lookups: [
		{
			table: 'ninjavan.status',
			key: { code: 'code' },
			ignoreCase: true,
			by: MappingBy.Code,
			confidence: 0.9,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['timestamp'] }],
	delivery: { signedBy: ['pod.name'], relation: ['pod.type'], signature: ['pod.uri'] },
} satisfies SourceDefinition;
