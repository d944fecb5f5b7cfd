import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Correos (Spain): events of a shipment. Most are read by their words. */
export const correos = {
	id: SourceId.Correos,
	name: 'Correos',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Correos localizador de envíos, canonico/eventos_envio_servicio (eventos[]: fecEvento, horEvento, codEvento)',
	format: PayloadFormat.Json,
	missing:
		'the list of event codes: the Spanish words are read; Correos Express; the zone of the times (Canary Islands), which stay local',
	detect: [{ has: ['codEnvio', 'eventos[0].codEvento'], certainty: 1 }],
	carrier: { id: 'correos' },
	levels: { events: ['eventos'] },
	failure: ['root:error.desError'],
	trackingNumber: ['root:codEnvio'],
	key: { code: ['codEvento'] },
	description: ['desTextoAmpliado', 'desTextoResumen'],
	lookups: [
		{ table: 'correos.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.9 },
		{ text: ['es'] },
		{ text: ['es'], words: ['desTextoResumen'] },
	],
	time: [{ shape: TimeShape.DayFirst, date: ['fecEvento'], time: ['horEvento'] }],
	location: { name: ['unidad'] },
} satisfies SourceDefinition;
