import { SourceId } from '../../../core/carriers';
import { expectGolden, type Golden } from './helpers/golden';

// Each fixture names its document; the lines were checked by hand against it. The last word is the class.
const GOLDEN: readonly Golden[] = [
	[
		'nzPost.webhook',
		SourceId.NzPost,
		[
			'CL092594237NZ | -/13/- | picked_up:picked_up | 2017-05-22T12:39:37 null no instant unknown | nzpost.edifact:13 code 0.95 actual',
			'CL092594237NZ | -/32/- | out_for_delivery:out_for_delivery | 2017-05-23T08:00:00 null no instant unknown | nzpost.edifact:32 code 0.95 actual',
			'CL092594237NZ | -/42/- | delivery_attempted:unspecified | 2017-05-23T10:00:00 null no instant unknown | nzpost.edifact:42 code 0.95 actual',
			'CL092594237NZ | -/147/- | available_for_pickup:at_locker | 2017-05-24T10:00:00 null no instant unknown | nzpost.edifact:147 code 0.95 actual',
			'CL092594237NZ | -/22/- | delivered:- | 2017-05-25T10:00:00 null no instant unknown | nzpost.edifact:22 code 0.95 actual',
		],
	],
	[
		'delhivery.scans',
		SourceId.Delhivery,
		[
			'1122345678722 | UD/Manifested/X-UCI | pre_transit:info_received | 2026-03-01T10:00:00.003 +05:30 2026-03-01T04:30:00.003Z carrier_default | delhivery.status:UD/Manifested code+type 1 actual',
			'1122345678722 | UD/Not Picked/- | pre_transit:awaiting_pickup | 2026-03-01T20:00:00 +05:30 2026-03-01T14:30:00Z carrier_default | delhivery.status:UD/Not Picked code+type 1 actual',
			'1122345678722 | UD/In Transit/- | in_transit:en_route | 2026-03-02T10:00:00 +05:30 2026-03-02T04:30:00Z carrier_default | delhivery.status:UD/In Transit code+type 1 actual',
			'1122345678722 | UD/Pending/- | in_transit:arrived_at_facility | 2026-03-03T05:00:00 +05:30 2026-03-02T23:30:00Z carrier_default | delhivery.status:UD/Pending code+type 1 actual',
			'1122345678722 | UD/Dispatched/- | out_for_delivery:out_for_delivery | 2026-03-03T09:00:00 +05:30 2026-03-03T03:30:00Z carrier_default | delhivery.status:UD/Dispatched code+type 1 actual',
			'1122345678722 | UD/Pending/EOD-11 | in_transit:arrived_at_facility | 2026-03-03T19:00:00 +05:30 2026-03-03T13:30:00Z carrier_default | delhivery.status:UD/Pending code+type 1 actual',
			'1122345678722 | RT/In Transit/- | returning:return_in_progress | 2026-03-05T10:00:00 +05:30 2026-03-05T04:30:00Z carrier_default | delhivery.status:RT/In Transit code+type 1 actual',
			'1122345678722 | RT/Dispatched/- | returning:return_in_progress | 2026-03-08T08:00:00 +05:30 2026-03-08T02:30:00Z carrier_default | delhivery.status:RT/Dispatched code+type 1 actual',
			'1122345678722 | DL/RTO/RD-AC | returned:returned_to_sender | 2026-03-08T10:00:00 +05:30 2026-03-08T04:30:00Z carrier_default | delhivery.status:DL/RTO code+type 1 actual',
		],
	],
	[
		'delhivery.push',
		SourceId.Delhivery,
		[
			'1122345678722 | DL/Delivered/EOD-38 | delivered:- | 2026-03-03T11:07:00 +05:30 2026-03-03T05:37:00Z carrier_default | delhivery.status:DL/Delivered code+type 1 actual',
		],
	],
	[
		'ninjaVan.webhooks',
		SourceId.NinjaVan,
		[
			'NVSGDIMMI000238068 | -/Pending Pickup/- | pre_transit:awaiting_pickup | 2026-05-01T08:00:00 +08:00 2026-05-01T00:00:00Z explicit | ninjavan.status:Pending Pickup code 0.9 actual',
			'NVSGDIMMI000238068 | -/On Vehicle for Delivery/- | out_for_delivery:out_for_delivery | 2026-05-03T08:00:00 +08:00 2026-05-03T00:00:00Z explicit | ninjavan.status:On Vehicle for Delivery code 0.9 actual',
			'NVSGDIMMI000238068 | -/Pending Reschedule/- | delivery_attempted:unspecified | 2026-05-03T18:00:00 +08:00 2026-05-03T10:00:00Z explicit | ninjavan.status:Pending Reschedule code 0.9 actual',
			'NVSGDIMMI000238068 | -/On Vehicle for Delivery (RTS)/- | returning:return_in_progress | 2026-05-08T08:00:00 +08:00 2026-05-08T00:00:00Z explicit | ninjavan.status:On Vehicle for Delivery (RTS) code 0.9 actual',
			'NVSGDIMMI000238068 | -/Returned to Sender/- | returned:returned_to_sender | 2026-05-09T08:00:00 +08:00 2026-05-09T00:00:00Z explicit | ninjavan.status:Returned to Sender code 0.9 actual',
			'NVSGDIMMI000238068 | -/Successful Delivery/- | delivered:- | 2026-05-10T08:00:00 +08:00 2026-05-10T00:00:00Z explicit | ninjavan.status:Successful Delivery code 0.9 actual',
		],
	],
	[
		'yunda.route',
		SourceId.Yunda,
		[
			'3160000261634 | -/GOT/- | picked_up:picked_up | 2020-10-24T17:26:06 +08:00 2020-10-24T09:26:06Z carrier_default | yunda.action:GOT code 0.95 actual',
			'3160000261634 | -/SENT/- | out_for_delivery:out_for_delivery | 2020-10-26T09:00:00 +08:00 2020-10-26T01:00:00Z carrier_default | yunda.action:SENT code 0.95 actual',
			'3160000261634 | -/SIGNFAIL/- | delivery_attempted:unspecified | 2020-10-26T11:00:00 +08:00 2020-10-26T03:00:00Z carrier_default | yunda.action:SIGNFAIL code 0.95 actual',
			'3160000261634 | -/INBOUND/- | available_for_pickup:at_pickup_point | 2020-10-26T12:00:00 +08:00 2020-10-26T04:00:00Z carrier_default | yunda.action:INBOUND code 0.95 actual',
			'3160000261634 | -/SIGNED/- | delivered:- | 2020-10-27T12:00:00 +08:00 2020-10-27T04:00:00Z carrier_default | yunda.action:SIGNED code 0.95 actual',
		],
	],
	[
		'sfExpress.routes',
		SourceId.SfExpress,
		[
			'SF1011603494291 | -/50/- | picked_up:picked_up | 2019-05-09T10:11:26 null no instant unknown | sfexpress.opCode:50 code 0.7 actual',
			'SF1011603494291 | -/33/- | unknown:- | 2019-05-09T12:11:26 null no instant unknown | none fallback 0 actual',
			'SF1011603494291 | -/80/- | delivered:- | 2019-05-09T18:11:26 null no instant unknown | sfexpress.opCode:80 code 0.7 actual',
		],
	],
	[
		'sfExpress.push',
		SourceId.SfExpress,
		[
			'SF7444703608745 | -/50/- | picked_up:picked_up | 2026-05-05T12:08:57 null no instant unknown | sfexpress.opCode:50 code 0.7 actual',
		],
	],
	[
		'australiaPost.trackItems',
		SourceId.AustraliaPost,
		[
			'ET123456789AU | -/Processed by air carrier/- | in_transit:processed | 2021-02-03T08:08:00 +11:00 2021-02-02T21:08:00Z explicit | australiapost.description:Processed by air carrier text 0.8 actual',
			'ET123456789AU | -/Processed by air carrier/- | in_transit:processed | 2021-01-29T11:31:00 +11:00 2021-01-29T00:31:00Z explicit | australiapost.description:Processed by air carrier text 0.8 actual',
			'ET123456789AU | -/Processed by air carrier/- | in_transit:processed | 2021-01-29T04:54:00 +11:00 2021-01-28T17:54:00Z explicit | australiapost.description:Processed by air carrier text 0.8 actual',
			'ET123456789AU | -/Cleared and awaiting international departure/- | in_transit:customs_released | 2021-01-28T01:59:11 +11:00 2021-01-27T14:59:11Z explicit | australiapost.description:Cleared and awaiting international departure text 0.8 actual',
			'ET123456789AU | -/Arrived at facility/- | in_transit:arrived_at_facility | 2021-01-27T23:51:48 +11:00 2021-01-27T12:51:48Z explicit | australiapost.description:Arrived at facility text 0.8 actual',
			'ET123456789AU | -/Received by Australia Post/- | picked_up:received_by_carrier | 2021-01-27T11:06:59 +11:00 2021-01-27T00:06:59Z explicit | australiapost.description:Received by Australia Post text 0.8 actual',
			'ET123456789AU | -/Shipping information approved by Australia Post/- | pre_transit:info_received | 2021-01-27T03:04:03 +11:00 2021-01-26T16:04:03Z explicit | australiapost.description:Shipping information approved by Australia Post text 0.8 actual',
			'ET123456789AU | -/Shipping information received by Australia Post/- | pre_transit:info_received | 2021-01-27T00:22:43 +11:00 2021-01-26T13:22:43Z explicit | australiapost.description:Shipping information received by Australia Post text 0.8 actual',
			'LX123456789US | -/Delivered - Left in a safe place/- | delivered:safe_place | 2021-01-21T11:04:27 +11:00 2021-01-21T00:04:27Z explicit | australiapost.description:Delivered - Left in a safe place text 0.8 actual',
			'LX123456789US | -/Onboard for delivery/- | out_for_delivery:out_for_delivery | 2021-01-21T08:34:14 +11:00 2021-01-20T21:34:14Z explicit | australiapost.description:Onboard for delivery text 0.8 actual',
			'LX123456789US | -/In transit to next facility in OAKLEIGH SOUTH VIC/- | in_transit:forwarded | 2021-01-20T11:55:37 +11:00 2021-01-20T00:55:37Z explicit | text.en:transit to text 0.5 actual',
			'LX123456789US | -/Item processed at facility/- | in_transit:processed | 2021-01-20T11:48:23 +11:00 2021-01-20T00:48:23Z explicit | australiapost.description:Item processed at facility text 0.8 actual',
			'LX123456789US | -/In transit to next facility in SUNSHINE WEST VIC/- | in_transit:forwarded | 2021-01-19T22:13:13 +11:00 2021-01-19T11:13:13Z explicit | text.en:transit to text 0.5 actual',
			'LX123456789US | -/Item processed at facility/- | in_transit:processed | 2021-01-19T21:17:09 +11:00 2021-01-19T10:17:09Z explicit | australiapost.description:Item processed at facility text 0.8 actual',
			'LX123456789US | -/Arrived awaiting clearance (Inbound)/- | in_transit:customs_processing | 2021-01-19T16:09:03 +11:00 2021-01-19T05:09:03Z explicit | australiapost.description:Arrived awaiting clearance (Inbound) text 0.8 actual',
			'LX123456789US | -/Cleared and awaiting international departure/- | in_transit:customs_released | 2021-01-07T08:49:00 +11:00 2021-01-06T21:49:00Z explicit | australiapost.description:Cleared and awaiting international departure text 0.8 actual',
			'LX123456789US | -/Received item from Sender (Outbound)/- | picked_up:received_by_carrier | 2021-01-06T08:27:00 +11:00 2021-01-05T21:27:00Z explicit | australiapost.description:Received item from Sender (Outbound) text 0.8 actual',
			'00123456789000123400 | -/Delivered/- | delivered:- | 2021-02-02T07:38:56 +11:00 2021-02-01T20:38:56Z explicit | australiapost.description:Delivered text 0.8 actual',
			'00123456789000123400 | -/Onboard for delivery/- | out_for_delivery:out_for_delivery | 2021-02-02T06:03:04 +11:00 2021-02-01T19:03:04Z explicit | australiapost.description:Onboard for delivery text 0.8 actual',
			'00123456789000123400 | -/Onboard for delivery/- | out_for_delivery:out_for_delivery | 2021-02-02T01:55:11 +11:00 2021-02-01T14:55:11Z explicit | australiapost.description:Onboard for delivery text 0.8 actual',
			'00123456789000123400 | -/Arrived in New Zealand/- | in_transit:arrived_at_facility | 2021-02-02T01:51:00 +11:00 2021-02-01T14:51:00Z explicit | text.en:arrived text 0.5 actual',
			'00123456789000123400 | -/Item cleared by Customs/- | in_transit:customs_released | 2021-02-02T01:21:00 +11:00 2021-02-01T14:21:00Z explicit | australiapost.description:Item cleared by Customs text 0.8 actual',
			'00123456789000123400 | -/Item is in Customs/- | in_transit:customs_processing | 2021-01-31T07:57:52 +11:00 2021-01-30T20:57:52Z explicit | australiapost.description:Item is in Customs text 0.8 actual',
			'00123456789000123400 | -/Despatch Parcels from Export Facility/- | in_transit:departed_facility | 2021-01-28T03:33:43 +11:00 2021-01-27T16:33:43Z explicit | australiapost.description:Despatch Parcels from Export Facility text 0.8 actual',
			'00123456789000123400 | -/Processed at Export Facility/- | in_transit:processed | 2021-01-27T19:24:41 +11:00 2021-01-27T08:24:41Z explicit | australiapost.description:Processed at Export Facility text 0.8 actual',
			'00123456789000123400 | -/Shipping information approved by Australia Post/- | pre_transit:info_received | 2021-01-27T13:31:54 +11:00 2021-01-27T02:31:54Z explicit | australiapost.description:Shipping information approved by Australia Post text 0.8 actual',
			'00123456789000123400 | -/Shipping information received by Australia Post/- | pre_transit:info_received | 2021-01-27T13:31:07 +11:00 2021-01-27T02:31:07Z explicit | australiapost.description:Shipping information received by Australia Post text 0.8 actual',
		],
	],
	[
		'project44.notification',
		SourceId.Project44,
		[
			'BOL-1 | -/IN_TRANSIT/- | in_transit:en_route | 2023-12-11T10:48:02 -05:00 2023-12-11T15:48:02Z explicit | project44.event:IN_TRANSIT aggregator 0.75 actual',
			'BOL-1 | -/AT_STOP/- | informational:- | 2023-12-12T00:48:02 -05:00 2023-12-12T05:48:02Z explicit | project44.event:AT_STOP aggregator 0.75 actual',
		],
	],
	[
		'project44.delivered',
		SourceId.Project44,
		[
			'BOL-1 | -/DELIVERED/- | delivered:- | 2019-08-24T14:15:22 +00:00 2019-08-24T14:15:22Z explicit | project44.event:DELIVERED aggregator 0.75 actual',
		],
	],
];

describe('documented payloads of Asia-Pacific carriers and of visibility platforms', () => {
	test.each(GOLDEN)('%s', expectGolden);
});
