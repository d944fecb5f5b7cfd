import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Royal Mail: Tracking API, events and summary of a mail piece. */
export const royalMail = {
	id: SourceId.RoyalMail,
	name: 'Royal Mail Tracking',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'developer.royalmail.net: Tracking API v2 and v3, /mailpieces/{id}/events and /mailpieces/summary',
	format: PayloadFormat.Json,
	missing: 'most event codes: Royal Mail publishes no list, others are read by their eventName',
	detect: [
		{ has: ['mailPieces.mailPieceId', 'mailPieces.carrierShortName'], certainty: 1 },
		{ has: ['mailPieces[0].mailPieceId', 'mailPieces[0].carrierShortName'], certainty: 1 },
	],
	carrier: { id: 'royalmail' },
	levels: { shipments: ['mailPieces'], events: ['events', 'summary'] },
	failure: ['shipment:error.errorDescription'],
	trackingNumber: ['shipment:summary.oneDBarcode', 'shipment:mailPieceId'],
	service: ['shipment:summary.productName'],
	references: [{ path: 'shipment:summary.uniqueItemId', type: '=unique_item', value: '' }],
	key: { code: ['eventCode', 'lastEventCode'] },
	description: ['eventName', 'lastEventName'],
	lookups: [
		{ table: 'royalmail.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.85 },
		{ text: ['en'] },
	],
	time: [{ shape: TimeShape.Iso, date: ['eventDateTime', 'lastEventDateTime'] }],
	location: { name: ['locationName', 'lastEventLocationName'] },
	delivery: {
		signedBy: ['shipment:proofOfDeliveryData.recipientName', 'shipment:signature.recipientName'],
		photo: ['shipment:proofOfDeliveryData.photoURI'],
		signature: ['shipment:proofOfDeliveryData.signatureURI', 'shipment:signature.imageId'],
	},
	estimate: { to: [{ shape: TimeShape.Iso, date: ['shipment:estimatedDelivery.date'] }] },
} satisfies SourceDefinition;
