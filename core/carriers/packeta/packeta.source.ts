import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Packeta (Zásilkovna): packetTracking and packetStatus of the XML API. */
export const packeta = {
	id: SourceId.Packeta,
	name: 'Packeta',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'docs.packetery.com: REST/XML API, packetTracking (StatusRecord) and packetStatus (CurrentStatusRecord)',
	format: PayloadFormat.Xml,
	hint: 'Give the number of the packet in the option Tracking Number: the answers do not name it',
	missing:
		"the number of the packet: the answers have only another carrier's (externalTrackingCode), and not always; zone of the times",
	detect: [
		{ has: ['response.result.codeText', 'response.result.statusCode'], certainty: 1 },
		{ has: ['response.result.record.codeText', 'response.result.record.statusCode'], certainty: 1 },
		{
			has: ['response.result.record[0].codeText', 'response.result.record[0].statusCode'],
			certainty: 1,
		},
	],
	carrier: { id: 'packeta' },
	levels: { shipments: ['response.result'], events: ['record', ''] },
	trackingNumber: ['externalTrackingCode', 'shipment:externalTrackingCode'],
	foreignNumbers: true,
	isReturn: [{ path: 'shipment:isReturning', in: ['true', '1'] }],
	key: { code: ['statusCode'] },
	description: ['statusText', 'codeText'],
	lookups: [
		{ table: 'packeta.status', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 },
	],
	time: [{ shape: TimeShape.Iso, date: ['dateTime'] }],
} satisfies SourceDefinition;
