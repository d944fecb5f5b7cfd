import { MappingBy } from '../../event/mappingBy';
import { TimeShape } from '../../event/time/timeShape';
import { PayloadFormat, SourceKind, type SourceDefinition } from '../source';
import { SourceId } from '../sourceId';

/** SF Express (Fengqiao): routes by waybill, pulled and pushed. */
export const sfExpress = {
	id: SourceId.SfExpress,
	name: 'SF Express',
	kind: SourceKind.Carrier,
	transport: 'both',
	document:
		'open.sf-express.com: EXP_RECE_SEARCH_ROUTES, route push (Body.WaybillRoute), as in published samples',
	format: PayloadFormat.Json,
	missing:
		'most operation codes: their list is not public, what is not in the table is unknown; 80 may also stand for a parcel in a locker',
	detect: [
		{ has: ['msgData.routeResps[0].mailNo'], certainty: 1 },
		{ has: ['routeResps[0].mailNo'], certainty: 0.95 },
		{ has: ['Body.WaybillRoute[0].mailno'], certainty: 1 },
	],
	carrier: { id: 'sf_express' },
	levels: {
		shipments: ['msgData.routeResps', 'routeResps', 'Body'],
		events: ['routes', 'WaybillRoute'],
	},
	trackingNumber: ['mailno', 'shipment:mailNo'],
	references: [{ path: 'orderid', type: '=order', value: '' }],
	key: { code: ['opCode', 'opcode'], subCode: ['reasonCode'] },
	description: ['remark'],
	lookups: [
		{
			table: 'sfexpress.opCode',
			key: { code: 'code' },
			by: MappingBy.Code,
			confidence: 0.7,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['acceptTime', 'accept_time'] }],
	location: { name: ['acceptAddress', 'accept_address'] },
} satisfies SourceDefinition;
