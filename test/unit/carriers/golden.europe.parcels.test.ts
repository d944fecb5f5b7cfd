import { SourceId } from '../../../core/carriers';
import { expectGolden, type Golden } from './helpers/golden';

// Each fixture names its document; the lines were checked by hand against it. The last word is the class.
const GOLDEN: readonly Golden[] = [
	[
		'packeta.tracking',
		SourceId.Packeta,
		[
			'JVGL0123456789 | -/1/- | pre_transit:info_received | 2026-03-02T10:00:00 null no instant unknown | packeta.status:1 code 0.95 actual',
			'JVGL0123456789 | -/12/- | picked_up:picked_up | 2026-03-02T18:00:00 null no instant unknown | packeta.status:12 code 0.95 actual',
			'JVGL0123456789 | -/6/- | in_transit:handed_to_partner | 2026-03-03T06:00:00 null no instant unknown | packeta.status:6 code 0.95 actual',
			'JVGL0123456789 | -/25/- | delivery_attempted:unspecified | 2026-03-04T12:00:00 null no instant unknown | packeta.status:25 code 0.95 actual',
			'JVGL0123456789 | -/7/- | delivered:- | 2026-03-05T12:00:00 null no instant unknown | packeta.status:7 code 0.95 actual',
		],
	],
	[
		'inPostShipX.tracking',
		SourceId.InPostShipX,
		[
			'663800500043140118003519 | -/returned_to_sender/ZWR | returning:return_in_progress | 2026-03-12T08:00:00 +01:00 2026-03-12T07:00:00Z explicit | inpost.status:returned_to_sender code 1 actual',
			'663800500043140118003519 | -/pickup_time_expired/PWP | exception:unclaimed | 2026-03-11T08:00:00 +01:00 2026-03-11T07:00:00Z explicit | inpost.status:pickup_time_expired code 1 actual',
			'663800500043140118003519 | -/pickup_reminder_sent/PPN | available_for_pickup:at_locker | 2026-03-10T08:00:00 +01:00 2026-03-10T07:00:00Z explicit | inpost.status:pickup_reminder_sent code 1 notification',
			'663800500043140118003519 | -/ready_to_pickup/AVI | available_for_pickup:at_locker | 2026-03-09T08:00:00 +01:00 2026-03-09T07:00:00Z explicit | inpost.status:ready_to_pickup code 1 actual',
			'663800500043140118003519 | -/out_for_delivery/WDR | out_for_delivery:out_for_delivery | 2026-03-09T06:00:00 +01:00 2026-03-09T05:00:00Z explicit | inpost.status:out_for_delivery code 1 actual',
			'663800500043140118003519 | -/dispatched_by_sender/NWP | picked_up:dropped_off | 2026-03-07T12:00:00 +01:00 2026-03-07T11:00:00Z explicit | inpost.status:dispatched_by_sender code 1 actual',
			'663800500043140118003519 | -/confirmed/PRZ | pre_transit:label_created | 2026-03-07T09:00:00 +01:00 2026-03-07T08:00:00Z explicit | inpost.status:confirmed code 1 actual',
		],
	],
	[
		'inPostShipX.webhook',
		SourceId.InPostShipX,
		[
			'602677439331630337653846 | -/delivered/- | delivered:- | 2026-03-20T15:08:42 +01:00 2026-03-20T14:08:42Z explicit | inpost.status:delivered code 1 actual',
		],
	],
	[
		'inPostGroup.parcels',
		SourceId.InPostGroup,
		[
			'XXXXXX | -/CRE.1001/- | pre_transit:- | 2026-01-08T14:02:55.374 +00:00 2026-01-08T14:02:55.374Z assumed_utc | inpost.eventCode:CRE.1001 code 0.9 actual',
			'XXXXXX | -/FMD.1002/- | picked_up:picked_up | 2026-01-08T17:30:00 +00:00 2026-01-08T17:30:00Z assumed_utc | inpost.eventCode:FMD.1002 code 0.9 actual',
			'XXXXXX | -/MMD.1001/- | in_transit:arrived_at_facility | 2026-01-08T22:00:00 +00:00 2026-01-08T22:00:00Z assumed_utc | inpost.eventCode:MMD.1001 code 0.9 actual',
			'XXXXXX | -/LMD.1001/- | out_for_delivery:out_for_delivery | 2026-01-09T07:00:00 +00:00 2026-01-09T07:00:00Z assumed_utc | inpost.eventCode:LMD.1001 code 0.9 actual',
			'XXXXXX | -/LMD.9022/- | delivery_attempted:unspecified | 2026-01-09T09:00:00 +00:00 2026-01-09T09:00:00Z assumed_utc | inpost.eventCode:LMD.9022 code 0.9 actual',
			'XXXXXX | -/LMD.1005/- | available_for_pickup:at_locker | 2026-01-09T15:00:00 +00:00 2026-01-09T15:00:00Z assumed_utc | inpost.eventCode:LMD.1005 code 0.9 actual',
			'XXXXXX | -/EOL.1002/- | delivered:pickup_point_collected | 2026-01-10T18:00:00 +00:00 2026-01-10T18:00:00Z assumed_utc | inpost.eventCode:EOL.1002 code 0.9 actual',
			'XXXXXX | -/XYZ.1/- | unknown:- | 2026-01-10T18:01:00 +00:00 2026-01-10T18:01:00Z assumed_utc | none fallback 0 actual',
		],
	],
	[
		'inPostGroup.webhook',
		SourceId.InPostGroup,
		[
			'XXXXXX | -/EOL.1001/- | delivered:- | 2024-04-26T14:00:03.165 +00:00 2024-04-26T14:00:03.165Z assumed_utc | inpost.eventCode:EOL.1001 code 0.9 actual',
		],
	],
	[
		'amazonShipping.tracking',
		SourceId.AmazonShipping,
		[
			'89108749065090 | -/Delivered/- | returned:returned_to_sender | 2026-01-25T14:30:00 +00:00 2026-01-25T14:30:00Z explicit | amazonshipping.event:Delivered code 1 actual',
			'89108749065090 | -/ReturnInitiated/- | returning:return_initiated | 2026-01-19T14:30:00 +00:00 2026-01-19T14:30:00Z explicit | amazonshipping.event:ReturnInitiated code 1 actual',
			'89108749065090 | -/Rejected/- | exception:refused | 2026-01-17T14:30:00 +00:00 2026-01-17T14:30:00Z explicit | amazonshipping.event:Rejected code 1 actual',
			'89108749065090 | -/OutForDelivery/- | out_for_delivery:out_for_delivery | 2026-01-17T08:00:00 +00:00 2026-01-17T08:00:00Z explicit | amazonshipping.event:OutForDelivery code 1 actual',
			'89108749065090 | -/ReadyForReceive/- | pre_transit:awaiting_pickup | 2026-01-15T08:00:00 +00:00 2026-01-15T08:00:00Z explicit | amazonshipping.event:ReadyForReceive code 1 actual',
		],
	],
	[
		'glsTrackAndTrace.events',
		SourceId.GlsTrackAndTrace,
		[
			'36301917596 | -/DELIVD.PARCELSHOP/- | available_for_pickup:at_pickup_point | 2026-10-11T15:24:57 +02:00 2026-10-11T13:24:57Z explicit | gls.event:DELIVD.PARCELSHOP code 0.95 actual',
			'36301917596 | -/NODELI.ABSENT/- | delivery_attempted:recipient_unavailable | 2026-10-11T12:24:57 +02:00 2026-10-11T10:24:57Z explicit | text.en:nobody/absent text 0.5 actual',
			'36301917596 | -/OUTDEL.SPECIAL/- | out_for_delivery:out_for_delivery | 2026-10-11T07:24:57 +02:00 2026-10-11T05:24:57Z explicit | gls.event:OUTDEL category 0.7 actual',
			'36301917596 | -/INBOUD.NORMAL/- | in_transit:arrived_at_facility | 2026-10-11T03:24:57 +02:00 2026-10-11T01:24:57Z explicit | gls.event:INBOUD.NORMAL code 0.95 actual',
			'36301917596 | -/INTIAL.NORMAL/- | picked_up:received_by_carrier | 2026-10-10T17:24:57 +02:00 2026-10-10T15:24:57Z explicit | gls.event:INTIAL.NORMAL code 0.95 actual',
			'36301917596 | -/INTIAL.PREADVICE/- | pre_transit:info_received | 2026-10-10T15:24:57 +02:00 2026-10-10T13:24:57Z explicit | gls.event:INTIAL.PREADVICE code 0.95 actual',
		],
	],
	[
		'myGls.statuses',
		SourceId.MyGls,
		[
			'5555555555 | -/55/- | available_for_pickup:at_pickup_point | 2026-10-03T06:00:00 +02:00 2026-10-03T04:00:00Z explicit | gls.parcelStatus:55 code 0.95 actual',
			'5555555555 | -/12/- | delivery_attempted:recipient_unavailable | 2026-10-03T03:13:20 +02:00 2026-10-03T01:13:20Z explicit | gls.parcelStatus:12 code 0.95 actual',
			'5555555555 | -/4/- | out_for_delivery:out_for_delivery | 2026-10-02T21:40:00 +02:00 2026-10-02T19:40:00Z explicit | gls.parcelStatus:4 code 0.95 actual',
			'5555555555 | -/51/- | pre_transit:info_received | 2026-09-30T22:26:40 +02:00 2026-09-30T20:26:40Z explicit | gls.parcelStatus:51 code 0.95 actual',
		],
	],
	[
		'evri.parcels',
		SourceId.Evri,
		[
			'H00ABC1234567890 | 5_COURIER/X5/- | delivered:- | 2026-10-21T10:04:00 +01:00 2026-10-21T09:04:00Z explicit | text.en:delivered text 0.6 actual',
			'H00ABC1234567890 | 4_COURIER/X4/- | out_for_delivery:out_for_delivery | 2026-10-21T08:04:00 +01:00 2026-10-21T07:04:00Z explicit | evri.stage:4_COURIER category 0.7 actual',
			'H00ABC1234567890 | 2/X2/- | in_transit:arrived_at_facility | 2026-10-20T08:04:00 +01:00 2026-10-20T07:04:00Z explicit | text.en:at ... depot/hub/facility/sorting/terminal/station/center/centre/warehouse text 0.6 actual',
			'H00ABC1234567891 | 5_COURIER/X5/- | returned:returned_to_sender | 2026-10-22T10:04:00 +01:00 2026-10-22T09:04:00Z explicit | text.en:delivered text 0.6 actual',
		],
	],
	[
		'cttExpress.tracking',
		SourceId.CttExpress,
		[
			'0082800082800000000001 | -/0/- | pre_transit:info_received | 2026-03-02T10:00:00 null no instant unknown | cttexpress.status:0 code 0.9 actual',
			'0082800082800000000001 | -/2/- | out_for_delivery:out_for_delivery | 2026-03-03T08:00:00 null no instant unknown | cttexpress.status:2 code 0.9 actual',
			'0082800082800000000001 | -/12/- | delivered:partial | 2026-03-03T12:00:00 null no instant unknown | cttexpress.status:12 code 0.9 actual',
			'0082800082800000000001 | -/5/- | returning:return_in_progress | 2026-03-04T12:00:00 null no instant unknown | cttexpress.status:5 code 0.9 actual',
			'0082800082800000000001 | -/9/- | returned:returned_to_sender | 2026-03-06T12:00:00 null no instant unknown | cttexpress.status:9 code 0.9 actual',
		],
	],
	[
		'correosExpress.states',
		SourceId.CorreosExpress,
		[
			'3230000000000001 | -/91/- | pre_transit:info_received | 2026-03-02T09:12:00 null no instant unknown | text.es:sin recepcion text 0.5 actual',
			'3230000000000001 | -/92/- | in_transit:en_route | 2026-03-02T22:10:00 null no instant unknown | text.es:en arrastre text 0.5 actual',
			'3230000000000001 | -/93/- | out_for_delivery:out_for_delivery | 2026-03-03T07:20:00 null no instant unknown | text.es:en reparto text 0.5 actual',
			'3230000000000001 | -/94/- | informational:delivery_scheduled | 2026-03-03T13:05:00 null no instant unknown | text.es:nuevo reparto text 0.5 estimated',
			'3230000000000001 | -/95/- | delivered:- | 2026-03-04T10:30:00 null no instant unknown | text.es:entregad* text 0.5 actual',
			'3230000000000001 | -/96/- | returning:return_in_progress | 2026-03-05T10:30:00 null no instant unknown | text.es:devuelt* text 0.5 actual',
		],
	],
];

describe('documented payloads of European parcel networks', () => {
	test.each(GOLDEN)('%s', expectGolden);
});
