import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** PostNord: Track & Trace by identifier, versions 5 and 7. */
export const postNord = {
	id: SourceId.PostNord,
	name: 'PostNord Track & Trace',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'developer.postnord.com: Track & Trace API v5 and v7, findByIdentifier (TrackingInformationResponse)',
	format: PayloadFormat.Json,
	missing: 'the numeric event codes behind the status are kept and not read',
	detect: [{ has: ['TrackingInformationResponse.shipments[0].shipmentId'], certainty: 1 }],
	carrier: { id: 'postnord' },
	levels: {
		shipments: ['TrackingInformationResponse.shipments'],
		pieces: ['items'],
		events: ['events'],
	},
	failure: ['root:TrackingInformationResponse.compositeFault.faults[0].explanationText'],
	trackingNumber: ['piece:itemId', 'shipment:shipmentId'],
	masterTrackingNumber: ['shipment:shipmentId'],
	service: ['shipment:service.name'],
	key: { code: ['eventStatus', 'status'], subCode: ['eventCode'] },
	description: ['eventDescription'],
	lookups: [
		{ table: 'postnord.status', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 },
	],
	time: [{ shape: TimeShape.Iso, date: ['eventTime'], localToPlace: true }],
	location: {
		name: ['location.displayName', 'location.name'],
		city: ['location.city'],
		postalCode: ['location.postcode', 'location.postCode'],
		country: ['location.countryCode'],
	},
	estimate: {
		to: [
			{
				shape: TimeShape.Iso,
				date: ['piece:estimatedTimeOfArrival', 'shipment:estimatedTimeOfArrival'],
			},
		],
	},
} satisfies SourceDefinition;
