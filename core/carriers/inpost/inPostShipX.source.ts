import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** InPost ShipX: tracking of a number, and the webhook of a changed status. */
export const inPostShipX = {
	id: SourceId.InPostShipX,
	name: 'InPost ShipX',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'dokumentacja-inpost.atlassian.net: ShipX API, GET /v1/tracking/{number}, webhooks (shipment_status_changed), GET /v1/statuses',
	format: PayloadFormat.Json,
	detect: [
		{ has: ['tracking_number', 'tracking_details', 'expected_flow'], certainty: 1 },
		{ has: ['tracking_number', 'tracking_details', 'service', 'custom_attributes'], certainty: 1 },
		{
			has: ['payload.shipment_id', 'payload.tracking_number', 'payload.status', 'organization_id'],
			is: [{ path: 'event', value: 'shipment_status_changed' }],
			certainty: 1,
		},
	],
	carrier: { id: 'inpost' },
	levels: { shipments: ['payload', ''], events: ['tracking_details', ''] },
	trackingNumber: ['shipment:tracking_number'],
	service: ['shipment:service'],
	references: [{ path: 'shipment:shipment_id', type: '=shipx', value: '' }],
	key: { code: ['status'], subCode: ['origin_status'] },
	// The webhook has the status without the one behind it.
	identity: ['code'],
	lookups: [{ table: 'inpost.status', key: { code: 'code' }, by: MappingBy.Code, confidence: 1 }],
	time: [
		{ shape: TimeShape.Iso, date: ['datetime'] },
		{ shape: TimeShape.Iso, date: ['root:event_ts'] },
	],
	location: { name: ['agency'] },
} satisfies SourceDefinition;
