import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Colissimo: the older SOAP service, which tells the last event only. */
export const colissimoSoap = {
	id: SourceId.ColissimoSoap,
	name: 'Colissimo TrackingServiceWS (SOAP)',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'Colissimo TrackingServiceWS 2.0, operation track: trackResponse/return',
	format: PayloadFormat.Xml,
	missing: 'codes beyond those that published clients quote: others are read by their French words',
	detect: [
		{ has: ['trackResponse.return.skybillNumber', 'trackResponse.return.eventCode'], certainty: 1 },
	],
	carrier: { id: 'laposte' },
	levels: { events: ['trackResponse.return'] },
	trackingNumber: ['skybillNumber'],
	key: { code: ['eventCode'] },
	description: ['eventLibelle'],
	lookups: [
		{ table: 'colissimo.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 },
		{ text: ['fr'] },
	],
	time: [{ shape: TimeShape.Iso, date: ['eventDate'] }],
	location: { name: ['eventSite'] },
} satisfies SourceDefinition;
