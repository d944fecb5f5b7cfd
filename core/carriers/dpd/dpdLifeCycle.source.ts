import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** DPD: the parcel life cycle in JSON, with the scans behind it where there are any. */
export const dpdLifeCycle = {
	id: SourceId.DpdLifeCycle,
	name: 'DPD parcel life cycle (JSON)',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'DPD parcel life cycle: parcellifecycleResponse.parcelLifeCycleData (shipmentInfo, statusInfo, scanInfo)',
	format: PayloadFormat.Json,
	missing:
		'additional codes of a scan (why a delivery failed); DPD UK; the zone of the depots, whose local time is given',
	detect: [
		{
			has: ['parcellifecycleResponse.parcelLifeCycleData.shipmentInfo.parcelLabelNumber'],
			certainty: 1,
		},
	],
	carrier: { id: 'dpd' },
	levels: {
		shipments: ['parcellifecycleResponse.parcelLifeCycleData'],
		events: ['scanInfo.scan', 'statusInfo'],
	},
	trackingNumber: ['shipment:shipmentInfo.parcelLabelNumber'],
	service: ['shipment:shipmentInfo.productName'],
	// The fixed steps are listed before they are reached.
	eventClass: [{ field: ['statusHasBeenReached'], values: { false: 'planned' } }],
	key: { code: ['scanData.scanType.code', 'status'] },
	description: ['scanDescription.label', 'scanDescription.content[0]', 'label'],
	lookups: [
		{ table: 'dpd.scan', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 },
		{ table: 'dpd.lifeCycle', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.9 },
	],
	time: [
		{ shape: TimeShape.Iso, date: ['date'], localToPlace: true },
		{ shape: TimeShape.DayFirst, date: ['date'] },
	],
	location: { name: ['scanData.location', 'location'], country: ['scanData.country'] },
} satisfies SourceDefinition;
