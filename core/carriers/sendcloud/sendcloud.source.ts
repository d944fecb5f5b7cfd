import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { CarrierAlias, PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Sendcloud: the webhook parcel_status_changed, one status each. */
export const sendcloud = {
	id: SourceId.Sendcloud,
	name: 'Sendcloud',
	kind: SourceKind.Aggregator,
	transport: 'push',
	document:
		'sendcloud.dev/api/v2/webhooks/parcel-status-changed, /api/v2/parcel-statuses, /docs/tracking/tracking-statuses',
	format: PayloadFormat.Json,
	missing:
		'the tracking endpoint with parent_status (names without a published list of codes); API v3 events',
	detect: [
		{
			has: ['parcel.tracking_number', 'parcel.status.id', 'timestamp'],
			is: [{ path: 'action', value: 'parcel_status_changed' }],
			certainty: 1,
		},
	],
	carrier: {
		from: ['root:parcel.carrier.code', 'root:carrier.code'],
		alias: CarrierAlias.Any,
		aggregator: 'sendcloud',
	},
	levels: { shipments: [''], events: ['parcel'] },
	trackingNumber: ['tracking_number'],
	service: ['shipment.name'],
	isReturn: [{ path: 'is_return', in: ['true'] }],
	references: [
		{ path: 'order_number', type: '=order_number', value: '' },
		{ path: 'id', type: '=sendcloud', value: '' },
	],
	key: { code: ['status.id'] },
	description: ['status.message'],
	lookups: [
		{
			table: 'sendcloud.status',
			key: { code: 'code' },
			by: MappingBy.Aggregator,
			confidence: 0.8,
		},
	],
	time: [
		{ shape: TimeShape.Epoch, date: ['root:carrier_status_change_timestamp'] },
		{ shape: TimeShape.Epoch, date: ['root:timestamp'] },
	],
	estimate: { to: [{ shape: TimeShape.Iso, date: ['expected_delivery_date'] }] },
} satisfies SourceDefinition;
