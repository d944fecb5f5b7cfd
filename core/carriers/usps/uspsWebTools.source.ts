import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** USPS Web Tools, Package Tracking "Fields" (TrackV2): the newest event as TrackSummary, the others as TrackDetail. */
export const uspsWebTools = {
	id: SourceId.UspsWebTools,
	name: 'USPS Web Tools (TrackV2, XML)',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'USPS Web Tools, Track & Confirm API user guide 4.3, chapter 3 (TrackFieldRequest, TrackResponse and, with revision 1, TrackResults); codes: USPS Publication 199',
	format: PayloadFormat.Xml,
	hint: 'Answers to TrackFieldRequest, which have codes',
	missing:
		'answers to TrackRequest, which are sentences without codes; times are local, and where the state has several zones (Texas, Florida, ...) the instant stays open',
	detect: [
		{ has: ['TrackResponse.TrackInfo'], certainty: 0.95 },
		{ has: ['TrackResults.TrackInfo'], certainty: 0.95 },
	],
	carrier: { id: 'usps' },
	levels: {
		shipments: ['TrackResponse.TrackInfo', 'TrackResults.TrackInfo'],
		events: ['TrackSummary', 'TrackDetail'],
		allEvents: true,
	},
	failure: ['shipment:Error.Description'],
	trackingNumber: ['shipment:@ID'],
	service: ['shipment:Class'],
	key: { type: ['ActionCode'], code: ['EventCode'], subCode: ['ReasonCode'] },
	identity: ['code'],
	description: ['Event'],
	lookups: [{ table: 'usps.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 1 }],
	time: [
		{ shape: TimeShape.English, date: ['EventDate'], time: ['EventTime'], localToPlace: true },
	],
	location: {
		city: ['EventCity'],
		region: ['EventState'],
		postalCode: ['EventZIPCode'],
		country: ['EventCountry'],
		// "EventCountry: empty for domestic".
		domestic: 'US',
	},
	delivery: { signedBy: ['Name', 'FirmName'] },
	estimate: {
		from: [
			{
				shape: TimeShape.English,
				date: ['shipment:ExpectedDeliveryDate', 'shipment:PredictedDeliveryDate'],
			},
		],
		to: [
			{
				shape: TimeShape.English,
				date: ['shipment:ExpectedDeliveryDate', 'shipment:PredictedDeliveryDate'],
			},
		],
	},
} satisfies SourceDefinition;
