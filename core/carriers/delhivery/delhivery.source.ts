import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Delhivery: the tracking API with its scans, and the push of one status. */
export const delhivery = {
	id: SourceId.Delhivery,
	name: 'Delhivery',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'delhivery-express-api-doc.readme.io: order tracking, tracking via push API (webhook), package lifecycle',
	format: PayloadFormat.Json,
	missing:
		'NSL and EOD codes of undelivered parcels have no published list: an attempt that fails is seen as Pending only',
	detect: [
		{ has: ['ShipmentData[0].Shipment.AWB'], certainty: 1 },
		{ has: ['Shipment.AWB', 'Shipment.Status.StatusType'], certainty: 1 },
	],
	carrier: { id: 'delhivery' },
	levels: {
		shipments: ['ShipmentData.Shipment', 'Shipment'],
		events: ['Scans.ScanDetail', 'Status'],
	},
	trackingNumber: ['shipment:AWB'],
	references: [{ path: 'shipment:ReferenceNo', type: '=reference', value: '' }],
	key: {
		type: ['ScanType', 'StatusType'],
		code: ['Scan', 'Status'],
		subCode: ['StatusCode', 'shipment:NSLCode'],
	},
	// The push has the scan with its code under another name.
	identity: ['type', 'code'],
	description: ['Instructions'],
	lookups: [
		{
			table: 'delhivery.status',
			key: { type: 'type', code: 'code' },
			ignoreCase: true,
			by: MappingBy.CodeType,
			confidence: 1,
		},
	],
	// Within India there is one time.
	time: [{ shape: TimeShape.Iso, date: ['ScanDateTime', 'StatusDateTime'], zone: 'Asia/Kolkata' }],
	location: { city: ['ScannedLocation', 'StatusLocation'] },
	estimate: {
		to: [
			{
				shape: TimeShape.Iso,
				date: ['shipment:ExpectedDeliveryDate', 'shipment:PromisedDeliveryDate'],
				zone: 'Asia/Kolkata',
			},
		],
	},
} satisfies SourceDefinition;
