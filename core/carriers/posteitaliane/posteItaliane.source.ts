import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Poste Italiane: movements of a shipment, in words. */
export const posteItaliane = {
	id: SourceId.PosteItaliane,
	name: 'Poste Italiane',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Poste Italiane dovequando: idTracciatura, listaMovimenti[] (dataOra, statoLavorazione, luogo)',
	format: PayloadFormat.Json,
	missing: 'codes: this service has none for a movement, its Italian words are read',
	detect: [{ has: ['idTracciatura', 'listaMovimenti'], certainty: 1 }],
	carrier: { id: 'poste_italiane' },
	levels: { events: ['listaMovimenti'] },
	trackingNumber: ['root:idTracciatura'],
	service: ['root:tipoProdotto'],
	key: {},
	description: ['statoLavorazione'],
	lookups: [{ text: ['it'] }],
	time: [{ shape: TimeShape.EpochMillis, date: ['dataOra'] }],
	location: { name: ['luogo'] },
} satisfies SourceDefinition;
