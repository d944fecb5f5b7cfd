import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Amazon Shipping: getTracking of the Selling Partner API, version 2. */
export const amazonShipping = {
	id: SourceId.AmazonShipping,
	name: 'Amazon Shipping v2',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Selling Partner API, shippingV2.json: getTracking (payload.eventHistory, summary.proofOfDelivery)',
	format: PayloadFormat.Json,
	missing:
		'the detail codes of the summary (why an attempt failed): they belong to no event; Shipping API v1',
	detect: [
		{ has: ['payload.trackingId', 'payload.eventHistory'], certainty: 1 },
		{ has: ['trackingId', 'eventHistory'], certainty: 1 },
	],
	carrier: { id: 'amazon_shipping' },
	levels: { shipments: ['payload', ''], events: ['eventHistory'] },
	trackingNumber: ['shipment:trackingId'],
	isReturn: [{ path: 'shipmentType', in: ['RETURNS'] }],
	references: [{ path: 'shipment:alternateLegTrackingId', type: '=alternate_leg', value: '' }],
	key: { code: ['eventCode'] },
	lookups: [
		{ table: 'amazonshipping.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 1 },
		{ table: 'amazonshipping.name', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.8 },
	],
	time: [{ shape: TimeShape.Iso, date: ['eventTime'] }],
	location: {
		city: ['location.city'],
		region: ['location.stateOrRegion'],
		postalCode: ['location.postalCode'],
		country: ['location.countryCode'],
	},
	delivery: {
		signedBy: ['shipment:summary.proofOfDelivery.receivedBy'],
		photo: ['shipment:summary.proofOfDelivery.deliveryImageURL'],
		signature: ['shipment:summary.proofOfDelivery.signatureImageURL'],
	},
	estimate: { to: [{ shape: TimeShape.Iso, date: ['shipment:promisedDeliveryDate'] }] },
} satisfies SourceDefinition;
