import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** Yunda Express: the route query of its open platform. */
export const yunda = {
	id: SourceId.Yunda,
	name: 'Yunda Express',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'yundaex.apifox.cn/api-7039554: route query, statuses and actions',
	format: PayloadFormat.Json,
	detect: [{ has: ['data.mailno', 'data.steps[0].action'], certainty: 1 }],
	carrier: { id: 'yunda' },
	levels: { shipments: ['data'], events: ['steps'] },
	trackingNumber: ['shipment:mailno'],
	key: { code: ['action'] },
	description: ['description'],
	lookups: [
		{
			table: 'yunda.action',
			key: { code: 'code' },
			by: MappingBy.Code,
			confidence: 0.95,
		},
	],
	// Beijing time; scans abroad are not told apart.
	time: [{ shape: TimeShape.Iso, date: ['time'], zone: 'Asia/Shanghai' }],
	location: { name: ['station_name'], city: ['city'] },
	delivery: { signedBy: ['signer'] },
} satisfies SourceDefinition;
