import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Evri (Hermes UK): enterprise tracking. */
export const evri = {
	id: SourceId.Evri,
	name: 'Evri',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'Evri (Hermes UK) enterprise-tracking-api v1, /parcels (results[].trackingEvents[])',
	format: PayloadFormat.Json,
	missing:
		'a list of stages and tracking points: the words of the point are read, and the stage where they say nothing',
	detect: [
		{
			has: [
				'results[0].trackingEvents[0].trackingPoint',
				'results[0].trackingEvents[0].trackingStage',
			],
			certainty: 1,
		},
	],
	carrier: { id: 'evri' },
	levels: { shipments: ['results'], events: ['trackingEvents'] },
	trackingNumber: ['shipment:barcode', 'shipment:uniqueId', 'shipment:urn'],
	isReturn: [{ path: 'shipment:returnParcel', in: ['true'] }],
	key: {
		type: ['trackingStage.trackingStageCode'],
		code: ['trackingPoint.trackingPointCode', 'trackingPoint.trackingPointId'],
	},
	description: ['trackingPoint.description'],
	lookups: [
		{
			text: ['en'],
			confirmedBy: {
				table: 'evri.stage',
				key: { code: 'type' },
				by: MappingBy.Category,
				confidence: 0.7,
			},
		},
		{ table: 'evri.stage', key: { code: 'type' }, by: MappingBy.Category, confidence: 0.7 },
	],
	time: [{ shape: TimeShape.Iso, date: ['dateTime'] }],
} satisfies SourceDefinition;
