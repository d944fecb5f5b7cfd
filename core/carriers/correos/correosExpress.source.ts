import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Correos Express (Spain): the states of a shipment, read by their words. */
export const correosExpress = {
	id: SourceId.CorreosExpress,
	name: 'Correos Express',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Correos Express apiRestSeguimientoEnvios (estadoEnvios[]: codEstado, descEstado, fechaEstado, horaEstado)',
	format: PayloadFormat.Json,
	hint: 'Give the number of the shipment in the option Tracking Number if the answer has none',
	missing:
		'the list of the states: their Spanish words are read; the zone of the times (Canary Islands), which stay local',
	detect: [{ has: ['estadoEnvios[0].codEstado', 'estadoEnvios[0].descEstado'], certainty: 1 }],
	carrier: { id: 'correos_express' },
	levels: { events: ['estadoEnvios'] },
	trackingNumber: ['root:nEnvio'],
	key: { code: ['codEstado'] },
	description: ['descEstado'],
	lookups: [{ text: ['es'] }],
	time: [{ shape: TimeShape.CompactDayFirst, date: ['fechaEstado'], time: ['horaEstado'] }],
} satisfies SourceDefinition;
