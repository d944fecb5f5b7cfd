import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { ZoneFamily } from '../../event/time/zoneAbbreviation';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Canada Post: Get Tracking Details, by REST and by SOAP. */
export const canadaPost = {
	id: SourceId.CanadaPost,
	name: 'Canada Post Tracking',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Canada Post Developer Program: Get Tracking Details, REST (tracking-detail) and SOAP (get-tracking-detail-response), Messages and Code Tables',
	format: PayloadFormat.Xml,
	hint: 'Get Tracking Details; the summary has no identifiers',
	missing:
		'Get Tracking Summary; identifiers that are not in its table are read by their words, English or French',
	detect: [
		{ has: ['tracking-detail.pin', 'tracking-detail.significant-events'], certainty: 1 },
		{ has: ['get-tracking-detail-response.tracking-detail.pin'], certainty: 1 },
		{ has: ['get-tracking-detail-response.pin-detail.pin'], certainty: 1 },
	],
	carrier: { id: 'canadapost' },
	levels: {
		shipments: [
			'tracking-detail',
			'get-tracking-detail-response.tracking-detail',
			'get-tracking-detail-response.pin-detail',
		],
		events: ['significant-events.occurrence'],
	},
	trackingNumber: ['shipment:pin'],
	service: ['shipment:service-name'],
	references: [
		{ path: 'shipment:customer-ref-1', type: '=customer-ref-1', value: '' },
		{ path: 'shipment:customer-ref-2', type: '=customer-ref-2', value: '' },
	],
	isReturn: [
		// A parcel on its way back has a PIN of its own and names the one it had.
		{ path: 'shipment:original-pin' },
		{
			path: 'event-description',
			in: [
				"L'article a été renvoyé avec succès à l'expéditeur.",
				"L'article a été renvoyé avec succès à l'expéditeur",
			],
		},
	],
	key: { code: ['event-identifier'] },
	description: ['event-description'],
	lookups: [
		{
			table: 'canadapost.event',
			key: { code: 'code' },
			// "0174" in payloads, "174" in the table.
			strip: ['00', '0'],
			by: MappingBy.Code,
			confidence: 1,
		},
		{ text: ['en', 'fr'] },
	],
	time: [
		{
			shape: TimeShape.Iso,
			date: ['event-date'],
			time: ['event-time'],
			offset: ['event-time-zone'],
			abbreviations: ZoneFamily.America,
		},
	],
	location: {
		city: ['event-site'],
		region: ['event-province'],
		name: ['event-retail-name'],
	},
	delivery: { signedBy: ['signatory-name'] },
	estimate: {
		from: [
			{
				shape: TimeShape.Iso,
				date: ['shipment:changed-expected-date', 'shipment:expected-delivery-date'],
			},
		],
		to: [
			{
				shape: TimeShape.Iso,
				date: ['shipment:changed-expected-date', 'shipment:expected-delivery-date'],
			},
		],
	},
} satisfies SourceDefinition;
