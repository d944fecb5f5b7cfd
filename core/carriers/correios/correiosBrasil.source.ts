import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Correios (Brazil): objects with their events, from the tracking API (SRO, Rastro). */
export const correiosBrasil = {
	id: SourceId.CorreiosBrasil,
	name: 'Correios (Brazil)',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Correios, API Rastro (SRO): objetos, eventos with codigo, tipo, descricao, dtHrCriado and unidade; manual de rastreamento de objetos',
	format: PayloadFormat.Json,
	missing:
		'the list of event codes and types (BDE 01, OEC 01, ...) has not been seen whole: the words of the events are read, in Portuguese; times have no zone; the SOAP service of before',
	detect: [{ has: ['objetos[0].codObjeto'], certainty: 1 }],
	carrier: { id: 'correios_br' },
	levels: { shipments: ['objetos'], events: ['eventos'] },
	failure: ['shipment:mensagem'],
	trackingNumber: ['shipment:codObjeto'],
	service: ['shipment:tipoPostal.categoria', 'shipment:tipoPostal.descricao'],
	key: { type: ['codigo'], code: ['tipo'] },
	description: ['descricao'],
	lookups: [{ text: ['pt'] }],
	time: [{ shape: TimeShape.Iso, date: ['dtHrCriado'] }],
	location: {
		name: ['unidade.nome'],
		city: ['unidade.endereco.cidade'],
		region: ['unidade.endereco.uf'],
		postalCode: ['unidade.endereco.cep'],
	},
	estimate: { to: [{ shape: TimeShape.Iso, date: ['shipment:dtPrevista'] }] },
} satisfies SourceDefinition;
