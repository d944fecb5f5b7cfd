import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** TNT: ExpressConnect Tracking. */
export const tntTrack = {
	id: SourceId.TntTrack,
	name: 'TNT ExpressConnect',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'TNT ExpressConnect Tracking (TrackResponse/Consignment/StatusData)',
	format: PayloadFormat.Xml,
	missing:
		'the list of status codes goes to customers only: others than the few that the service shows are read as Swiss Post words them, or by their description; times are local to the depot, without zone',
	detect: [
		{ has: ['TrackResponse.Consignment.ConsignmentNumber'], certainty: 1 },
		{ has: ['TrackResponse.Consignment[0].ConsignmentNumber'], certainty: 1 },
	],
	carrier: { id: 'tnt' },
	levels: { shipments: ['TrackResponse.Consignment'], events: ['StatusData'] },
	trackingNumber: ['shipment:ConsignmentNumber'],
	piece: { count: ['shipment:PieceQuantity'] },
	references: [{ path: 'shipment:CustomerReference', type: '=customer', value: '' }],
	key: { code: ['StatusCode'] },
	description: ['StatusDescription'],
	lookups: [
		{ table: 'tnt.status', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.9 },
		{ table: 'tnt.postCh', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.8 },
		{ text: ['en'] },
	],
	time: [{ shape: TimeShape.X12, date: ['LocalEventDate'], time: ['LocalEventTime'] }],
	location: { name: ['DepotName', 'Depot'] },
	delivery: { signedBy: ['shipment:Signatory'] },
} satisfies SourceDefinition;
