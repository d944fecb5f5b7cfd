import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** DPD: ParcelLifeCycleService in SOAP. */
export const dpdLifeCycleSoap = {
	id: SourceId.DpdLifeCycleSoap,
	name: 'DPD ParcelLifeCycleService (SOAP)',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'DPD web service ParcelLifeCycleService 2.0, getTrackingData (trackingresult: shipmentInfo, statusInfo)',
	format: PayloadFormat.Xml,
	missing:
		'times have no zone: they are local to the depot; the answer of some countries does not name the parcel: give its number in the option Tracking Number',
	detect: [
		{ has: ['getTrackingDataResponse.trackingresult.statusInfo'], certainty: 1 },
		{ has: ['getTrackingDataResponse.trackingresult.shipmentInfo'], certainty: 1 },
	],
	carrier: { id: 'dpd' },
	levels: {
		shipments: ['getTrackingDataResponse.trackingresult'],
		events: ['statusInfo'],
	},
	trackingNumber: ['shipment:shipmentInfo.parcelLabelNumber'],
	eventClass: [{ field: ['statusHasBeenReached'], values: { false: 'planned' } }],
	key: { code: ['status'] },
	description: ['description.content.content', 'label.content'],
	lookups: [{ table: 'dpd.lifeCycle', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.9 }],
	// Day first; month first in American English, told by AM and PM.
	time: [
		{ shape: TimeShape.DayFirst, date: ['date.content'] },
		{ shape: TimeShape.MonthFirst, date: ['date.content'] },
	],
	location: { name: ['location.content'] },
} satisfies SourceDefinition;
