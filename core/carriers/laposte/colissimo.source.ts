import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Colissimo: the timeline service with its steps. */
export const colissimo = {
	id: SourceId.Colissimo,
	name: 'Colissimo timeline',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Colissimo tracking-timeline-ws, timelineCompany (specification 2.6): parcel.step[].event[]',
	format: PayloadFormat.Json,
	missing: 'codes beyond those that published clients quote: others are read by their French words',
	detect: [
		{ has: ['parcel.parcelNumber', 'parcel.step'], certainty: 1 },
		{ has: ['parcel.parcelNumber', 'parcel.event'], certainty: 1 },
	],
	carrier: { id: 'laposte' },
	levels: { shipments: ['parcel'], events: ['event', 'step.event'], allEvents: true },
	failure: ['root:error.message', 'root:status[0].message'],
	trackingNumber: ['shipment:parcelNumber'],
	service: ['shipment:service'],
	key: { code: ['code'] },
	description: ['labelLong', 'labelShort'],
	lookups: [
		{ table: 'colissimo.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 },
		{ text: ['fr'] },
	],
	time: [{ shape: TimeShape.Iso, date: ['date'] }],
	location: { name: ['siteName'], postalCode: ['siteZipCode'] },
} satisfies SourceDefinition;
