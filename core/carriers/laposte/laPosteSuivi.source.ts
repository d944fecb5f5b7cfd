import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** La Poste: Suivi v2, for letters, Colissimo and Chronopost alike. */
export const laPosteSuivi = {
	id: SourceId.LaPosteSuivi,
	name: 'La Poste Suivi v2',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'developer.laposte.fr: API Suivi v2, GET /idships/{id}',
	format: PayloadFormat.Json,
	hint: 'One parcel, or the list for several numbers',
	missing: 'codes that La Poste added after its published list (MD1, MD4 have been seen)',
	detect: [{ has: ['shipment.idShip', 'shipment.event'], certainty: 1 }],
	carrier: { id: 'laposte' },
	levels: { shipments: ['shipment'], events: ['event'] },
	failure: ['root:returnMessage'],
	trackingNumber: ['shipment:idShip', 'root:idShip'],
	service: ['shipment:product'],
	key: { code: ['code'] },
	description: ['label'],
	lookups: [
		{ table: 'laposte.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 },
	],
	time: [{ shape: TimeShape.Iso, date: ['date'] }],
	estimate: { to: [{ shape: TimeShape.Iso, date: ['shipment:estimDate'] }] },
} satisfies SourceDefinition;
