import { SourceId } from '../../../core/carriers';
import { expectGolden, type Golden } from './helpers/golden';

// Each fixture names its document; the lines were checked by hand against it. The last word is the class.
const GOLDEN: readonly Golden[] = [
	[
		'dpdLifeCycle.scans',
		SourceId.DpdLifeCycle,
		[
			'01505019914433 | -/05/- | picked_up:received_by_carrier | 2026-02-03T18:10:00 +01:00 2026-02-03T17:10:00Z location_inferred | dpd.scan:05 code 0.95 actual',
			'01505019914433 | -/02/- | in_transit:arrived_at_facility | 2026-02-04T04:10:00 +01:00 2026-02-04T03:10:00Z location_inferred | dpd.scan:02 code 0.95 actual',
			'01505019914433 | -/03/- | out_for_delivery:out_for_delivery | 2026-02-04T08:10:00 +01:00 2026-02-04T07:10:00Z location_inferred | dpd.scan:03 code 0.95 actual',
			'01505019914433 | -/04/- | delivery_attempted:unspecified | 2026-02-04T18:10:00 +01:00 2026-02-04T17:10:00Z location_inferred | dpd.scan:04 code 0.95 actual',
			'01505019914433 | -/23/- | available_for_pickup:at_pickup_point | 2026-02-05T11:10:00 +01:00 2026-02-05T10:10:00Z location_inferred | dpd.scan:23 code 0.95 actual',
			'01505019914433 | -/13/- | delivered:- | 2026-02-05T14:30:00 +01:00 2026-02-05T13:30:00Z location_inferred | dpd.scan:13 code 0.95 actual',
		],
	],
	[
		'dpdLifeCycle.steps',
		SourceId.DpdLifeCycle,
		[
			'01505019914434 | -/ACCEPTED/- | picked_up:received_by_carrier | 2026-02-03T18:10:00 null no instant unknown | dpd.lifeCycle:ACCEPTED code 0.9 actual',
			'01505019914434 | -/ON_THE_ROAD/- | in_transit:en_route | 2026-02-03T23:10:00 null no instant unknown | dpd.lifeCycle:ON_THE_ROAD code 0.9 actual',
			'01505019914434 | -/AT_DELIVERY_DEPOT/- | in_transit:arrived_at_facility | null null no instant unknown | dpd.lifeCycle:AT_DELIVERY_DEPOT code 0.9 planned',
			'01505019914434 | -/DELIVERED/- | delivered:- | null null no instant unknown | dpd.lifeCycle:DELIVERED code 0.9 planned',
		],
	],
	[
		'dpdLifeCycleSoap.tracking',
		SourceId.DpdLifeCycleSoap,
		[
			'05308801410058 | -/BetweenDepots/- | in_transit:en_route | 2026-08-17T19:11:26 null no instant unknown | dpd.lifeCycle:BetweenDepots code 0.9 actual',
			'05308801410058 | -/Courier/- | out_for_delivery:out_for_delivery | 2026-08-18T07:34:00 null no instant unknown | dpd.lifeCycle:Courier code 0.9 actual',
			'05308801410058 | -/DeliveryFailure/- | delivery_attempted:unspecified | 2026-08-18T17:34:00 null no instant unknown | dpd.lifeCycle:DeliveryFailure code 0.9 actual',
			'05308801410058 | -/Delivered/- | delivered:- | 2026-08-19T12:00:00 null no instant unknown | dpd.lifeCycle:Delivered code 0.9 planned',
		],
	],
	[
		'dpdScanInfo.rows',
		SourceId.DpdScanInfo,
		[
			'05300000000000 | -/02/- | in_transit:arrived_at_facility | 2026-08-15T06:00:00 null no instant unknown | dpd.scan:02 code 1 actual',
			'05300000000000 | -/06/- | returning:return_initiated | 2026-08-15T19:00:00 null no instant unknown | dpd.scan:06 code 1 actual',
			'05300000000000 | -/13/- | delivered:- | 2026-08-16T19:29:06 null no instant unknown | dpd.scan:13 code 1 actual',
		],
	],
	[
		'chronopost.skybill',
		SourceId.Chronopost,
		[
			'XT845237012FR | -/DC/- | pre_transit:info_received | 2026-06-19T13:47:53 +02:00 2026-06-19T11:47:53Z explicit | chronopost.event:DC code 0.85 actual',
			'XT845237012FR | -/DB/- | picked_up:received_by_carrier | 2026-06-20T16:54:13 +02:00 2026-06-20T14:54:13Z explicit | chronopost.event:DB code 0.85 actual',
			'XT845237012FR | -/TA/- | out_for_delivery:out_for_delivery | 2026-06-22T07:12:05 +02:00 2026-06-22T05:12:05Z explicit | chronopost.event:TA code 0.85 actual',
			'XT845237012FR | -/ZZ/- | delivery_attempted:recipient_unavailable | 2026-06-22T08:12:05 +02:00 2026-06-22T06:12:05Z explicit | text.en:nobody/absent text 0.5 actual',
			'XT845237012FR | -/D/- | delivered:- | 2026-06-23T08:30:00 +02:00 2026-06-23T06:30:00Z explicit | chronopost.event:D code 0.85 actual',
		],
	],
	[
		'tntTrack.response',
		SourceId.TntTrack,
		[
			'123456782 | -/OK/- | delivered:- | 2026-02-04T08:41:00 null no instant unknown | tnt.status:OK code 0.9 actual',
			'123456782 | -/OD/- | out_for_delivery:out_for_delivery | 2026-02-04T07:47:00 null no instant unknown | tnt.status:OD code 0.9 actual',
			'123456782 | -/MLA/- | exception:delayed | 2026-02-03T16:51:00 null no instant unknown | tnt.status:MLA code 0.9 actual',
			'123456782 | -/ZZ/- | exception:refused | 2026-02-03T11:00:00 null no instant unknown | text.en:refused text 0.5 actual',
			'123456782 | -/CO/- | delivery_attempted:recipient_unavailable | 2026-02-03T10:00:00 null no instant unknown | tnt.postCh:CO code 0.8 actual',
		],
	],
];

describe('documented payloads of DPD and the express carriers', () => {
	test.each(GOLDEN)('%s', expectGolden);
});
