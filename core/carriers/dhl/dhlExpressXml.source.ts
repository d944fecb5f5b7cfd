import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** DHL Express: the tracking answer of the older XML services. */
export const dhlExpressXml = {
	id: SourceId.DhlExpressXml,
	name: 'DHL Express XML Services',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'DHL XML Services (XML-PI) TrackingResponse: AWBInfo, ShipmentEvent, ServiceEvent',
	format: PayloadFormat.Xml,
	missing: 'times have no zone (local time of the service area): events have no instant',
	detect: [{ has: ['TrackingResponse.AWBInfo.AWBNumber'], certainty: 1 }],
	carrier: { id: 'dhl_express' },
	levels: { shipments: ['TrackingResponse.AWBInfo'], events: ['ShipmentInfo.ShipmentEvent'] },
	failure: ['shipment:Status.Condition.ConditionData', 'shipment:Status.ActionStatus'],
	trackingNumber: ['shipment:AWBNumber'],
	service: ['shipment:ShipmentInfo.GlobalProductCode'],
	piece: { count: ['shipment:ShipmentInfo.Pieces'] },
	references: [
		{ path: 'shipment:ShipmentInfo.ShipperReference.ReferenceID', type: '=shipper', value: '' },
	],
	key: { code: ['ServiceEvent.EventCode'] },
	description: ['ServiceEvent.Description'],
	lookups: [
		{
			table: 'dhl.unified',
			key: { type: '=express', code: 'code' },
			exactOnly: true,
			by: MappingBy.Code,
			confidence: 1,
		},
		{ text: ['en'] },
	],
	time: [{ shape: TimeShape.Iso, date: ['Date'], time: ['Time'] }],
	location: { name: ['ServiceArea.Description'], iata: ['ServiceArea.ServiceAreaCode'] },
	delivery: { signedBy: ['Signatory'] },
} satisfies SourceDefinition;
