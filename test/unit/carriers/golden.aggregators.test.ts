import { normalize, SourceId } from '../../../core/carriers';
import { fixture } from './helpers/fixture';
import { expectGolden, type Golden } from './helpers/golden';

// Each fixture names its document; the lines were checked by hand against it. The last word is the class.
const GOLDEN: readonly Golden[] = [
	[
		'shipengine.events',
		SourceId.Shipengine,
		[
			'1Z0000000000000000 | DE/DELIVERED_TO_NEIGHBOUR/D | delivered:neighbour | 2026-04-28T10:10:00 +02:00 2026-04-28T08:10:00Z location_inferred | shipengine.detail:DELIVERED_TO_NEIGHBOUR aggregator 0.8 actual',
			'1Z0000000000000000 | EX/REFUSED_BY_CUSTOMER/- | returning:return_initiated | 2026-04-27T10:10:00 null no instant unknown | shipengine.detail:REFUSED_BY_CUSTOMER aggregator 0.8 actual',
			'1Z0000000000000000 | SP/DELIVERED_TO_LOCKER_COLLECTION_POINT/- | available_for_pickup:at_locker | 2026-04-26T14:10:00 +00:00 2026-04-26T14:10:00Z assumed_utc | shipengine.detail:DELIVERED_TO_LOCKER_COLLECTION_POINT aggregator 0.8 actual',
			'1Z0000000000000000 | UN/CARRIER_STATUS_NOT_MAPPED/- | unknown:- | 2026-04-25T14:10:00 +00:00 2026-04-25T14:10:00Z assumed_utc | shipengine.detail:CARRIER_STATUS_NOT_MAPPED fallback 0 actual',
			'1Z0000000000000000 | EX/NOT_DELIVERED/- | returning:return_initiated | 2026-04-24T14:10:00 +00:00 2026-04-24T14:10:00Z assumed_utc | shipengine.detail:NOT_DELIVERED aggregator 0.8 actual',
		],
	],
	[
		'shippo.webhook',
		SourceId.Shippo,
		[
			'9205590164917312751089 | TRANSIT/package_processing/- | in_transit:processed | 2016-07-23T00:00:00 +00:00 2016-07-23T00:00:00Z explicit | shippo.status:TRANSIT/package_processing aggregator 0.8 actual',
		],
	],
	[
		'shippo.history',
		SourceId.Shippo,
		[
			'9205590164917312751089 | PRE_TRANSIT/information_received/- | pre_transit:info_received | 2016-07-20T10:00:00 +00:00 2016-07-20T10:00:00Z explicit | shippo.status:PRE_TRANSIT/information_received aggregator 0.8 actual',
			'9205590164917312751089 | TRANSIT/delivery_attempted/- | delivery_attempted:unspecified | 2016-07-24T10:00:00 +00:00 2016-07-24T10:00:00Z explicit | shippo.status:TRANSIT/delivery_attempted aggregator 0.8 actual',
			'9205590164917312751089 | FAILURE/package_undeliverable/- | exception:undeliverable | 2016-07-25T10:00:00 +00:00 2016-07-25T10:00:00Z explicit | shippo.status:FAILURE/package_undeliverable aggregator 0.8 actual',
			'9205590164917312751089 | RETURNED/return_to_sender/- | returning:return_in_progress | 2016-07-26T10:00:00 +00:00 2016-07-26T10:00:00Z explicit | shippo.status:RETURNED/return_to_sender aggregator 0.8 actual',
			'9205590164917312751089 | UNKNOWN/-/- | unknown:- | 2016-07-27T10:00:00 +00:00 2016-07-27T10:00:00Z explicit | shippo.status:UNKNOWN fallback 0 actual',
		],
	],
	[
		'track17.push',
		SourceId.Track17,
		[
			'1Z2617V10397725789 | Delivered/-/- | delivered:- | 2022-04-04T16:35:22 -07:00 2022-04-04T23:35:22Z explicit | track17.status:Delivered aggregator 0.75 actual',
			'1Z2617V10397725789 | -/-/- | picked_up:received_by_carrier | 2022-03-31T16:36:47 -07:00 2022-03-31T23:36:47Z explicit | text.en:origin scan text 0.5 actual',
		],
	],
	[
		'track17.v22',
		SourceId.Track17,
		[
			'RR123456789CN | Returned/Exception_Returned/- | returned:returned_to_sender | 2022-05-20T10:00:00 +08:00 2022-05-20T02:00:00Z explicit | track17.status:Exception_Returned aggregator 0.8 actual',
			'RR123456789CN | -/DeliveryFailure_Rejected/- | exception:refused | 2022-05-10T10:00:00 -07:00 2022-05-10T17:00:00Z explicit | track17.status:DeliveryFailure_Rejected aggregator 0.8 actual',
			'RR123456789CN | -/InTransit_CustomsRequiringInformation/- | exception:missing_documents | 2022-05-09T10:00:00 -07:00 2022-05-09T17:00:00Z explicit | track17.status:InTransit_CustomsRequiringInformation aggregator 0.8 actual',
		],
	],
	[
		'ship24.webhook',
		SourceId.Ship24,
		[
			'PK00001 | delivered/delivery_delivered/- | delivered:- | 2023-01-09T15:11:00 null no instant unknown | ship24.status:delivery_delivered aggregator 0.8 actual',
			'PK00001 | out_for_delivery/-/- | out_for_delivery:out_for_delivery | 2023-01-09T09:00:00 +01:00 2023-01-09T08:00:00Z explicit | ship24.status:out_for_delivery category 0.7 actual',
			'PK00001 | exception/delivery_refused/- | exception:refused | 2023-01-08T09:00:00 +01:00 2023-01-08T08:00:00Z explicit | ship24.status:delivery_refused aggregator 0.8 actual',
			'PK00001 | exception/exception_return/- | returning:return_in_progress | 2023-01-07T09:00:00 +01:00 2023-01-07T08:00:00Z explicit | ship24.status:exception_return aggregator 0.8 actual',
		],
	],
	[
		'trackingmore.webhook',
		SourceId.Trackingmore,
		[
			'RP325552475CN | transit/transit001/- | in_transit:en_route | 2022-01-05T14:40:10 +08:00 2022-01-05T06:40:10Z explicit | trackingmore.status:transit/transit001 aggregator 0.8 actual',
			'RP325552475CN | inforeceived/inforeceived001/- | pre_transit:awaiting_pickup | 2022-01-03T09:00:00 +08:00 2022-01-03T01:00:00Z explicit | trackingmore.status:inforeceived/inforeceived001 aggregator 0.8 actual',
			'RP325552475CN | exception/exception011/- | returning:return_in_progress | 2022-01-20T11:00:00 -05:00 2022-01-20T16:00:00Z explicit | trackingmore.status:exception/exception011 aggregator 0.8 actual',
			'RP325552475CN | pickup/pickup002/- | available_for_pickup:- | 2022-01-18T11:00:00 -05:00 2022-01-18T16:00:00Z explicit | trackingmore.status:pickup/pickup002 aggregator 0.8 actual',
			'RP325552475CN | undelivered/undelivered002/- | delivery_attempted:recipient_unavailable | 2022-01-17T11:00:00 -05:00 2022-01-17T16:00:00Z explicit | trackingmore.status:undelivered/undelivered002 aggregator 0.8 actual',
			'RP325552475CN | pickup/-/- | in_transit:available_for_delivery | 2022-01-16T11:00:00 null no instant unknown | trackingmore.status:pickup aggregator 0.8 actual',
		],
	],
	[
		'sendcloud.webhook',
		SourceId.Sendcloud,
		[
			'3SYZXG132912330 | -/1/- | pre_transit:info_received | 2018-05-02T14:38:05.993 +00:00 2018-05-02T14:38:05.993Z explicit | sendcloud.status:1 aggregator 0.8 actual',
		],
	],
	[
		'sendcloud.returned',
		SourceId.Sendcloud,
		[
			'3SYZXG132912330 | -/62992/- | returned:returned_to_sender | 2018-05-02T14:38:05.993 +00:00 2018-05-02T14:38:05.993Z explicit | sendcloud.status:62992 aggregator 0.8 actual',
		],
	],
	[
		'easyship.webhook',
		SourceId.Easyship,
		[
			'12345 | -/To be returned/- | returning:return_initiated | null null no instant unknown | easyship.status:To be returned aggregator 0.7 actual',
		],
	],
	[
		'flexport.events',
		SourceId.Flexport,
		[
			'100 | -//shipment_leg#departed/- | in_transit:departed_facility | 2026-07-23T09:59:00 +00:00 2026-07-23T09:59:00Z explicit | flexport.milestone:/shipment_leg#departed code 0.9 actual',
			'100 | -//shipment_leg#updated_estimated_time_of_arrival/- | informational:eta_updated | 2026-07-23T09:59:00 +00:00 2026-07-23T09:59:00Z explicit | flexport.milestone:/shipment_leg#updated_estimated_time_of_arrival code 0.9 estimated',
			'100 | -//shipment_leg#delivered/- | delivered:partial | 2026-07-23T09:59:00 +00:00 2026-07-23T09:59:00Z explicit | flexport.milestone:/shipment_leg#delivered code 0.9 actual',
			'100 | -//shipment#trucker_rejected/- | exception:refused | 2026-07-23T09:59:00 +00:00 2026-07-23T09:59:00Z explicit | flexport.milestone:/shipment#trucker_rejected code 0.9 actual',
			'100 | -//shipment#returned_to_shipper/- | returned:returned_to_sender | 2026-07-23T09:59:00 +00:00 2026-07-23T09:59:00Z explicit | flexport.milestone:/shipment#returned_to_shipper code 0.9 actual',
			'100 | -//shipment#delivered_in_full/- | delivered:- | 2026-07-23T09:59:00 +00:00 2026-07-23T09:59:00Z explicit | flexport.milestone:/shipment#delivered_in_full code 0.9 actual',
			'100 | -//shipment#not_a_milestone/- | unknown:- | 2026-07-23T09:59:00 +00:00 2026-07-23T09:59:00Z explicit | none fallback 0 actual',
		],
	],
];

describe('documented payloads of aggregators', () => {
	test.each(GOLDEN)('%s', expectGolden);

	test.each(['shipengine.webhookShort', 'track17.notFound'])(
		'%s: a status of the tracker is no event',
		(name) => {
			const { events, notices } = normalize(fixture(name).payload);
			expect(events).toEqual([]);
			expect(notices).toHaveLength(1);
		},
	);
});
