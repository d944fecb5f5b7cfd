import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { ZoneFamily } from '../../event/time/zoneAbbreviation';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** DHL eCommerce Americas: tracking and its push, which sends the whole history each time. */
export const dhlEcommerceUs = {
	id: SourceId.DhlEcommerceUs,
	name: 'DHL eCommerce Americas',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'docs.api.dhlecs.com: Tracking API v4 and tracking push (package, events with primaryEventId)',
	format: PayloadFormat.Json,
	missing: 'secondary events: the primary one decides',
	detect: [
		{ has: ['packages[0].package.dhlPackageId', 'packages[0].events'], certainty: 1 },
		{ has: ['package.dhlPackageId', 'events[0].primaryEventId'], certainty: 1 },
		{ has: ['package.trackingId', 'events[0].primaryEventId'], certainty: 1 },
	],
	carrier: { id: 'dhl_ecommerce' },
	levels: { shipments: ['packages', ''], events: ['events'] },
	trackingNumber: ['shipment:package.trackingId', 'shipment:package.dhlPackageId'],
	service: ['shipment:package.productName'],
	references: [{ path: 'shipment:package.packageId', type: '=package', value: '' }],
	key: { code: ['primaryEventId'], subCode: ['secondaryEventId'] },
	description: ['primaryEventDescription', 'secondaryEventDescription'],
	lookups: [
		// The same numbers as those of DHL Unified for this division.
		{
			table: 'dhl.unified',
			key: { type: '=ecommerce', code: 'code' },
			exactOnly: true,
			by: MappingBy.Code,
			confidence: 0.9,
		},
		{ text: ['en'] },
	],
	time: [
		{
			shape: TimeShape.Iso,
			date: ['date'],
			time: ['time'],
			offset: ['timeZone'],
			abbreviations: ZoneFamily.America,
		},
	],
	location: { city: ['location'], postalCode: ['postalCode'], country: ['country'] },
	delivery: { signedBy: ['signedBy'] },
} satisfies SourceDefinition;
