import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** CTT Express (Spain and Portugal): GetTracking. */
export const cttExpress = {
	id: SourceId.CttExpress,
	name: 'CTT Express',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'CTT Express web service, GetTracking (Tracking: ShippingCode, StatusCode, StatusDateTime); master data of the statuses',
	format: PayloadFormat.Xml,
	missing:
		'incident codes behind 4 and 8; the zone of the times (mainland, Canary Islands, Azores), which stay local',
	detect: [
		{ has: ['GetTrackingResponse.GetTrackingResult.Tracking.Tracking'], certainty: 1 },
		{ has: ['GetTrackingResponse.Tracking.Tracking'], certainty: 1 },
	],
	carrier: { id: 'ctt_express' },
	levels: {
		events: [
			'GetTrackingResponse.GetTrackingResult.Tracking.Tracking',
			'GetTrackingResponse.Tracking.Tracking',
		],
	},
	trackingNumber: ['ShippingCode'],
	key: { code: ['StatusCode'] },
	description: ['StatusDescription'],
	lookups: [
		{ table: 'cttexpress.status', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.9 },
	],
	time: [{ shape: TimeShape.Iso, date: ['StatusDateTime'] }],
} satisfies SourceDefinition;
