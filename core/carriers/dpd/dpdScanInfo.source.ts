import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** DPD: lines of the status files (SCANINFO, STATUSDATA), one object for each. */
export const dpdScanInfo = {
	id: SourceId.DpdScanInfo,
	name: 'DPD status data (SCANINFO)',
	kind: SourceKind.Carrier,
	transport: 'file',
	document:
		'it-integration.dpd.be: EDI via SFTP, SCANINFO; integrations.dpd.nl: Statusdata via SFTP (scan codes and events)',
	format: PayloadFormat.Json,
	hint: 'The lines of a file as objects with the names of its first line (Extract from File)',
	missing:
		'additional codes (ADD_SERVICE_1 to 5: why a delivery failed); times are local to the depot, without zone',
	detect: [{ has: ['PARCELNO', 'SCAN_CODE', 'SCAN_DATE_TIME'], certainty: 1 }],
	carrier: { id: 'dpd' },
	levels: { events: [''] },
	trackingNumber: ['PARCELNO'],
	service: ['SERVICE'],
	references: [
		{ path: 'CUSTOMER_REFERENCE', type: '=customer', value: '' },
		{ path: 'CREF1', type: '=parcel', value: '' },
		{ path: 'MPSCREF1', type: '=shipment', value: '' },
	],
	key: { code: ['SCAN_CODE'], subCode: ['ADD_SERVICE_1'] },
	description: ['INFO_TEXT'],
	lookups: [{ table: 'dpd.scan', key: { code: 'code' }, by: MappingBy.Code, confidence: 1 }],
	time: [{ shape: TimeShape.CompactSeconds, date: ['SCAN_DATE_TIME'] }],
	location: { name: ['DEPOT_CODE'] },
	delivery: { signedBy: ['RECEIVER_NAME'], place: ['LOCATION'] },
} satisfies SourceDefinition;
