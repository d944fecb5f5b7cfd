import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Flexport: webhook events of shipments, legs and containers. */
export const flexport = {
	id: SourceId.Flexport,
	name: 'Flexport',
	kind: SourceKind.Aggregator,
	transport: 'push',
	document:
		'apidocs.flexport.com: Events, Webhook endpoints; apibeta.flexport.com/reference/milestones',
	format: PayloadFormat.Json,
	missing:
		'milestones that Flexport has added since its list was public; the carrier of a leg is not in the event',
	detect: [
		{
			has: ['type', 'occurred_at', 'data.shipment'],
			begins: [{ path: 'type', with: '/' }],
			certainty: 1,
		},
		{
			has: ['occurred_at', 'data.resource'],
			begins: [{ path: 'type', with: '/' }],
			certainty: 0.95,
		},
	],
	carrier: { id: 'flexport' },
	levels: { events: [''] },
	trackingNumber: ['data.shipment.id', 'data.shipment.flex_id', 'data.resource.id'],
	piece: { id: ['data.containers[0].container_number'] },
	references: [
		{ path: 'id', type: '=flexport_event', value: '' },
		{ path: 'data.containers', type: '_object', value: 'container_number' },
	],
	key: { code: ['type'] },
	description: ['data.exception.description'],
	lookups: [
		{
			table: 'flexport.milestone',
			key: { code: 'code' },
			by: MappingBy.Code,
			confidence: 0.9,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['occurred_at'] }],
	recordedAt: [{ shape: TimeShape.Iso, date: ['created_at'] }],
	location: {
		name: ['data.location.name'],
		city: ['data.location.address.city'],
		country: ['data.location.address.country_code'],
		unlocode: ['data.location.unlocode'],
	},
} satisfies SourceDefinition;
