import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Landmark Global (bpost): the Track answer. */
export const landmarkTrack = {
	id: SourceId.LandmarkTrack,
	name: 'Landmark Global',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'Landmark Global API: Track, TrackResponse/Result/Packages/Package/Events',
	format: PayloadFormat.Xml,
	missing: 'times have no zone: events have no instant',
	detect: [
		{ has: ['TrackResponse.Result.Packages.Package.LandmarkTrackingNumber'], certainty: 1 },
		{ has: ['TrackResponse.Result.Packages.Package[0].LandmarkTrackingNumber'], certainty: 1 },
	],
	carrier: { id: 'landmark_global' },
	levels: {
		shipments: ['TrackResponse.Result.Packages.Package'],
		events: ['Events.Event'],
	},
	trackingNumber: ['shipment:TrackingNumber', 'shipment:LandmarkTrackingNumber'],
	service: ['root:TrackResponse.Result.ShipmentDetails.EndDeliveryCarrier'],
	references: [
		{ path: 'shipment:LandmarkTrackingNumber', type: '=landmark', value: '' },
		{ path: 'shipment:PackageReference', type: '=package', value: '' },
	],
	key: { code: ['EventCode'] },
	description: ['Status'],
	lookups: [
		{ table: 'landmark.event', key: { code: 'code' }, by: MappingBy.Code, confidence: 0.95 },
	],
	time: [{ shape: TimeShape.MonthFirst, date: ['DateTime'] }],
	location: { name: ['Location'] },
} satisfies SourceDefinition;
