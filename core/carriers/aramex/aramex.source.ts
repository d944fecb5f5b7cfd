import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Aramex Shipments Tracking (JSON): all updates of the waybills that were asked for. */
export const aramex = {
	id: SourceId.Aramex,
	name: 'Aramex Shipment Tracking',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'Aramex Shipments Tracking API, TrackShipments (TrackingResults, Key and Value)',
	format: PayloadFormat.Json,
	missing:
		'update codes: Aramex publishes no list, and what is said of them elsewhere contradicts itself (SH014), so the words are read; the SOAP answer',
	detect: [
		{ has: ['TrackingResults[0].Key', 'TrackingResults[0].Value[0].WaybillNumber'], certainty: 1 },
	],
	carrier: { id: 'aramex' },
	levels: { shipments: ['TrackingResults'], events: ['Value'] },
	failure: ['root:Notifications[0].Message'],
	trackingNumber: ['WaybillNumber', 'shipment:Key'],
	key: { code: ['UpdateCode'], subCode: ['ProblemCode'] },
	description: ['UpdateDescription'],
	lookups: [{ text: ['en'] }],
	time: [
		{ shape: TimeShape.DotNetDate, date: ['UpdateDateTime'] },
		{ shape: TimeShape.Iso, date: ['UpdateDateTime'] },
	],
	location: { name: ['UpdateLocation'] },
} satisfies SourceDefinition;
