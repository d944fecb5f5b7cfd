import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** DB Schenker: public shipment details by web service, versions 2 to 4. */
export const schenkerTracking = {
	id: SourceId.SchenkerTracking,
	name: 'DB Schenker tracking (SOAP)',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'DB Schenker PublicShipmentService, getPublicShipmentDetails (Shipment.ShipmentInfo.ShipmentBasicInfo.StatusEventList)',
	format: PayloadFormat.Xml,
	hint: 'Give the number of the shipment in the option Tracking Number',
	missing:
		'the number of the shipment and the reasons: their place in the answer is not published; reason of "Not delivered"; times have no zone; the REST API',
	detect: [
		{
			has: [
				'getPublicShipmentDetailsResponse.out.Shipment.ShipmentInfo.ShipmentBasicInfo.StatusEventList',
			],
			certainty: 1,
		},
		{
			has: ['getPublicShipmentDetailsResponse.out.Shipment.ShipmentBasicInfo.StatusEventList'],
			certainty: 1,
		},
	],
	carrier: { id: 'db_schenker' },
	levels: {
		shipments: ['getPublicShipmentDetailsResponse.out.Shipment'],
		pieces: ['ShipmentInfo.ShipmentBasicInfo', 'ShipmentBasicInfo'],
		events: ['StatusEventList.StatusEvent'],
	},
	trackingNumber: [],
	key: { code: ['Status'] },
	description: ['StatusDescription'],
	lookups: [
		{ table: 'schenker.status', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 },
	],
	time: [{ shape: TimeShape.Iso, date: ['Date'], time: ['Time'] }],
	location: { name: ['OccurredAt.LocationName'] },
} satisfies SourceDefinition;
