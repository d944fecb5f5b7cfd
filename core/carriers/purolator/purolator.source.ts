import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type Lookup, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** The type of a scan is a group: "Undeliverable" is an attempt as well as a hold. */
const BY_TYPE: Lookup = {
	table: 'purolator.scanType',
	key: { type: 'type' },
	by: MappingBy.Category,
	confidence: 0.7,
};

/** Purolator E-Ship Web Services: TrackPackagesByPin. */
export const purolator = {
	id: SourceId.Purolator,
	name: 'Purolator Tracking',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document:
		'Purolator E-Ship Web Services, Tracking Service (TrackPackagesByPin); scans as in the help of E-Ship Online, tracking details',
	format: PayloadFormat.Xml,
	missing:
		'scans have no codes: their words are read, English or French, and the type of the scan where the words say nothing',
	detect: [{ has: ['TrackPackagesByPinResponse.TrackingInformationList'], certainty: 1 }],
	carrier: { id: 'purolator' },
	levels: {
		shipments: ['TrackPackagesByPinResponse.TrackingInformationList.TrackingInformation'],
		events: ['Scans.Scan'],
	},
	failure: ['root:TrackPackagesByPinResponse.ResponseInformation.Errors.Error.Description'],
	trackingNumber: ['PIN.Value', 'shipment:PIN.Value'],
	key: { type: ['ScanType'] },
	description: ['Description'],
	lookups: [{ text: ['en', 'fr'], confirmedBy: BY_TYPE }, BY_TYPE],
	// Local to the depot, whose province stands in its name only.
	time: [{ shape: TimeShape.CompactSeconds, date: ['ScanDate'], time: ['ScanTime'] }],
	location: { name: ['Depot.Name'] },
	delivery: {
		signedBy: ['ScanDetails.DeliverySignature'],
		place: ['ScanDetails.PremiumServiceText'],
	},
} satisfies SourceDefinition;
