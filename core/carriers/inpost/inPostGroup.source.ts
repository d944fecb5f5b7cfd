import { MappingBy } from '../../event/mappingBy';
import { TimeCertainty } from '../../event/time/eventTime';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** InPost Group, the international interface: tracking of parcels, and the webhook of an event. */
export const inPostGroup = {
	id: SourceId.InPostGroup,
	name: 'InPost Group',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'developers.inpost-group.com: Tracking API, GET /tracking/v1/parcels and webhook; Tracking events V1 and V2',
	format: PayloadFormat.Json,
	hint: 'International API (tracking/v1), not ShipX of Poland',
	missing:
		'the descriptions of the events: their titles decide, as a public copy of the list has them',
	detect: [
		{ has: ['parcels[0].trackingNumber', 'parcels[0].events[0].eventCode'], certainty: 1 },
		// All else may be missing.
		{ has: ['eventId', 'eventCode', 'trackingNumber', 'timestamp'], certainty: 0.9 },
	],
	carrier: { id: 'inpost' },
	levels: { shipments: ['parcels', ''], events: ['events', ''] },
	trackingNumber: ['trackingNumber', 'shipment:trackingNumber'],
	isReturn: [{ path: 'shipment.type', in: ['RETURN'] }],
	references: [
		{ path: 'customerReference', type: '=customer', value: '' },
		{ path: 'returnToSender.trackingNumber', type: '=return', value: '' },
	],
	key: { code: ['eventCode'] },
	lookups: [
		{ table: 'inpost.eventCode', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.9 },
	],
	// The document speaks of local time and writes a Z.
	time: [{ shape: TimeShape.Iso, date: ['timestamp'], utcLabel: TimeCertainty.AssumedUtc }],
	location: {
		name: ['location.name'],
		city: ['location.city'],
		postalCode: ['location.postalCode'],
		country: ['location.country'],
	},
	delivery: { signedBy: ['delivery.recipientName'] },
} satisfies SourceDefinition;
