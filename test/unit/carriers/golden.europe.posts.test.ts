import { SourceId } from '../../../core/carriers';
import { expectGolden, type Golden } from './helpers/golden';

// Each fixture names its document; the lines were checked by hand against it. The last word is the class.
const GOLDEN: readonly Golden[] = [
	[
		'laPosteSuivi.parcel',
		SourceId.LaPosteSuivi,
		[
			'6A10000000001 | -/DI2/- | returned:returned_to_sender | 2026-03-09T09:38:00 +01:00 2026-03-09T08:38:00Z explicit | laposte.event:DI2 code 0.95 actual',
			'6A10000000001 | -/RE1/- | returning:return_in_progress | 2026-03-06T09:38:00 +01:00 2026-03-06T08:38:00Z explicit | laposte.event:RE1 code 0.95 actual',
			'6A10000000001 | -/AG1/- | available_for_pickup:at_post_office | 2026-02-20T14:01:00 +01:00 2026-02-20T13:01:00Z explicit | laposte.event:AG1 code 0.95 actual',
			'6A10000000001 | -/DI3/- | exception:delayed | 2026-02-19T14:01:00 +01:00 2026-02-19T13:01:00Z explicit | laposte.event:DI3 code 0.95 actual',
			'6A10000000001 | -/MD2/- | out_for_delivery:out_for_delivery | 2026-02-19T09:01:00 +01:00 2026-02-19T08:01:00Z explicit | laposte.event:MD2 code 0.95 actual',
			'6A10000000001 | -/ET1/- | in_transit:processed | 2026-02-18T16:25:00 +01:00 2026-02-18T15:25:00Z explicit | laposte.event:ET1 code 0.95 actual',
			'6A10000000001 | -/PC1/- | picked_up:received_by_carrier | 2026-02-17T14:43:00 +01:00 2026-02-17T13:43:00Z explicit | laposte.event:PC1 code 0.95 actual',
			'6A10000000001 | -/DR1/- | pre_transit:info_received | 2026-02-17T08:41:00 +01:00 2026-02-17T07:41:00Z explicit | laposte.event:DR1 code 0.95 actual',
		],
	],
	[
		'colissimo.timeline',
		SourceId.Colissimo,
		[
			'6C14140000002 | -/COMCFM/- | pre_transit:info_received | 2026-02-17T08:41:00 +01:00 2026-02-17T07:41:00Z explicit | colissimo.event:COMCFM code 0.95 actual',
			'6C14140000002 | -/DEPGUI/- | picked_up:dropped_off | 2026-02-17T14:43:00 +01:00 2026-02-17T13:43:00Z explicit | colissimo.event:DEPGUI code 0.95 actual',
			'6C14140000002 | -/RENAVI/- | delivery_attempted:unspecified | 2026-02-19T10:00:00 +01:00 2026-02-19T09:00:00Z explicit | colissimo.event:RENAVI code 0.95 actual',
			'6C14140000002 | -/ZZZZZZ/- | out_for_delivery:out_for_delivery | 2026-02-19T08:00:00 +01:00 2026-02-19T07:00:00Z explicit | text.fr:en cours de livraison text 0.5 actual',
			'6C14140000002 | -/LIVCFM/- | delivered:- | 2026-02-21T11:00:00 +01:00 2026-02-21T10:00:00Z explicit | colissimo.event:LIVCFM code 0.95 actual',
		],
	],
	[
		'colissimoSoap.track',
		SourceId.ColissimoSoap,
		[
			'6A10000000001 | -/LIVREO/- | returned:returned_to_sender | 2026-03-09T09:38:00 +01:00 2026-03-09T08:38:00Z explicit | colissimo.event:LIVREO code 0.95 actual',
		],
	],
	[
		'springXbs.track',
		SourceId.SpringXbs,
		[
			'LX210720682NL | -/101/- | in_transit:arrived_destination_country | 2024-01-02T04:58:45 -05:00 2024-01-02T09:58:45Z carrier_gmt | spring.event:101 code 0.95 actual',
			'LX210720682NL | -/9301/- | out_for_delivery:out_for_delivery | 2024-01-07T07:38:45 -05:00 2024-01-07T12:38:45Z carrier_gmt | spring.event:9301 code 0.95 actual',
			'LX210720682NL | -/100/- | delivered:- | 2024-01-07T10:19:48 -05:00 2024-01-07T15:19:48Z carrier_gmt | spring.event:100 code 0.95 actual',
		],
	],
	[
		'landmarkTrack.response',
		SourceId.LandmarkTrack,
		[
			'LTN123121 | -/400/- | delivery_attempted:unspecified | 2025-10-04T00:15:00 null no instant unknown | landmark.event:400 code 0.95 actual',
			'LTN123121 | -/150/- | in_transit:border_crossed | 2025-10-01T15:02:00 null no instant unknown | landmark.event:150 code 0.95 actual',
			'LTN123121 | -/50/- | pre_transit:info_received | 2025-09-30T11:45:00 null no instant unknown | landmark.event:50 code 0.95 actual',
		],
	],
	[
		'postNord.tracking',
		SourceId.PostNord,
		[
			'84971563697SE | -/INFORMED/31 | pre_transit:info_received | 2026-04-10T09:00:00 +02:00 2026-04-10T07:00:00Z location_inferred | postnord.status:INFORMED code 0.95 actual',
			'84971563697SE | -/EN_ROUTE/81 | in_transit:en_route | 2026-04-11T03:00:00 +02:00 2026-04-11T01:00:00Z location_inferred | postnord.status:EN_ROUTE code 0.95 actual',
			'84971563697SE | -/AVAILABLE_FOR_DELIVERY/82 | available_for_pickup:at_pickup_point | 2026-04-11T14:00:00 +02:00 2026-04-11T12:00:00Z location_inferred | postnord.status:AVAILABLE_FOR_DELIVERY code 0.95 actual',
			'84971563697SE | -/DELIVERED/92 | delivered:- | 2026-04-13T17:00:00 +02:00 2026-04-13T15:00:00Z location_inferred | postnord.status:DELIVERED code 0.95 actual',
		],
	],
	[
		'postNl.complete',
		SourceId.PostNl,
		[
			'3SDEVC123456789 | -/22I/- | delivered:pickup_point_collected | 2026-03-10T17:05:00 +01:00 2026-03-10T16:05:00Z carrier_default | postnl.event:22I code 1 actual',
			'3SDEVC123456789 | -/02J/- | available_for_pickup:at_pickup_point | 2026-03-09T09:00:05 +01:00 2026-03-09T08:00:05Z carrier_default | postnl.event:02J code 1 actual',
			'3SDEVC123456789 | -/70K/- | delivery_attempted:unspecified | 2026-03-08T15:20:05 +01:00 2026-03-08T14:20:05Z carrier_default | postnl.event:70K code 1 actual',
			'3SDEVC123456789 | -/05J/- | out_for_delivery:out_for_delivery | 2026-03-08T09:20:05 +01:00 2026-03-08T08:20:05Z carrier_default | postnl.event:05J code 1 actual',
			'3SDEVC123456789 | -/06I/- | in_transit:available_for_delivery | 2026-03-08T02:20:05 +01:00 2026-03-08T01:20:05Z carrier_default | postnl.event:06I code 1 actual',
			'3SDEVC123456789 | -/01B/- | picked_up:received_by_carrier | 2026-03-07T23:20:05 +01:00 2026-03-07T22:20:05Z carrier_default | postnl.event:01B code 1 actual',
			'3SDEVC123456789 | -/01A/- | pre_transit:info_received | 2026-03-07T09:51:08.500 +01:00 2026-03-07T08:51:08.500Z carrier_default | postnl.event:01A code 1 actual',
		],
	],
	[
		'postNl.updates',
		SourceId.PostNl,
		[
			'3SDEVC775533080 | -/-/5 | in_transit:processed | 2026-11-08T02:17:49 +01:00 2026-11-08T01:17:49Z carrier_default | postnl.status:5 code 0.95 actual',
			'3SDEVC775533081 | -/-/12 | available_for_pickup:at_pickup_point | 2026-11-08T08:15:00 +01:00 2026-11-08T07:15:00Z carrier_default | postnl.status:12 code 0.95 actual',
			'3SDEVC775533082 | -/-/27 | returning:return_initiated | 2026-07-08T08:15:00 +02:00 2026-07-08T06:15:00Z carrier_default | postnl.status:27 code 0.95 actual',
		],
	],
	[
		'bpost.item',
		SourceId.Bpost,
		[
			'323212345659900040669030 | -/T00/- | in_transit:processed | 2026-11-22T23:19:29 +01:00 2026-11-22T22:19:29Z explicit | bpost.state:T00 code 0.95 actual',
			'323212345659900040669030 | -/L00/- | out_for_delivery:out_for_delivery | 2026-11-23T07:11:18.923 +01:00 2026-11-23T06:11:18.923Z explicit | bpost.state:L00 code 0.95 actual',
			'323212345659900040669030 | -/U01/- | delivered:- | 2026-11-23T09:31:07.427 +01:00 2026-11-23T08:31:07.427Z explicit | bpost.state:U01 code 0.95 actual',
			'323212345659900040669030 | -/Z99/- | unknown:- | 2026-11-24T09:31:07 +01:00 2026-11-24T08:31:07Z explicit | none fallback 0 actual',
		],
	],
	[
		'royalMail.events',
		SourceId.RoyalMail,
		[
			'FQ087430672GB | -/EVKSP/- | delivered:signed | 2026-10-21T10:04:00 +01:00 2026-10-21T09:04:00Z explicit | royalmail.event:EVKSP code 0.85 actual',
			'FQ087430672GB | -/EVGPD/- | out_for_delivery:out_for_delivery | 2026-10-21T08:04:00 +01:00 2026-10-21T07:04:00Z explicit | royalmail.event:EVGPD code 0.85 actual',
			'FQ087430672GB | -/EVKNA/- | delivery_attempted:recipient_unavailable | 2026-10-20T10:04:00 +01:00 2026-10-20T09:04:00Z explicit | royalmail.event:EVKNA code 0.85 actual',
			'FQ087430672GB | -/EVNMI/- | exception:missort | 2026-10-19T10:04:00 +01:00 2026-10-19T09:04:00Z explicit | royalmail.event:EVNMI code 0.85 actual',
			'FQ087430672GB | -/EVZZZ/- | picked_up:received_by_carrier | 2026-10-18T10:04:00 +01:00 2026-10-18T09:04:00Z explicit | text.en:item received text 0.5 actual',
			'FQ087430672GB | -/EVAIE/- | pre_transit:info_received | 2026-10-17T10:04:00 +01:00 2026-10-17T09:04:00Z explicit | royalmail.event:EVAIE code 0.85 actual',
		],
	],
	[
		'royalMail.summary',
		SourceId.RoyalMail,
		[
			'FQ087430672GB | -/EVNDA/- | available_for_pickup:at_post_office | 2026-10-20T10:04:00 +01:00 2026-10-20T09:04:00Z explicit | royalmail.event:EVNDA code 0.85 actual',
		],
	],
	[
		'correos.events',
		SourceId.Correos,
		[
			'PQ43B40710017080124108X | -/P040000V/- | in_transit:processed | 2026-03-19T19:00:16 null no instant unknown | correos.event:P040000V code 0.9 actual',
			'PQ43B40710017080124108X | -/H020000V/- | out_for_delivery:out_for_delivery | 2026-03-20T09:00:16 null no instant unknown | text.es:en reparto text 0.5 actual',
			'PQ43B40710017080124108X | -/I010000V/- | delivered:- | 2026-03-20T12:00:16 null no instant unknown | text.es:entregad* text 0.5 actual',
		],
	],
	[
		'posteItaliane.movements',
		SourceId.PosteItaliane,
		[
			'1UW0000000000 | -/-/- | picked_up:received_by_carrier | 2026-11-02T06:13:20 +00:00 2026-11-02T06:13:20Z explicit | text.it:presa in carico text 0.5 actual',
			'1UW0000000000 | -/-/- | out_for_delivery:out_for_delivery | 2026-11-03T10:00:00 +00:00 2026-11-03T10:00:00Z explicit | text.it:in consegna text 0.5 actual',
			'1UW0000000000 | -/-/- | delivered:- | 2026-11-03T12:46:40 +00:00 2026-11-03T12:46:40Z explicit | text.it:consegnat* text 0.5 actual',
		],
	],
	[
		'austrianPost.detail',
		SourceId.AustrianPost,
		[
			'1000000000000000000002 | AVI/SE/- | pre_transit:info_received | 2026-01-12T18:02:10 +01:00 2026-01-12T17:02:10Z location_inferred | austrianpost.event:AVI/SE code 0.95 actual',
			'1000000000000000000002 | ZUH/SF/- | delivery_attempted:unspecified | 2026-01-13T11:00:00 +01:00 2026-01-13T10:00:00Z location_inferred | austrianpost.event:ZUH/SF code 0.95 actual',
			'1000000000000000000002 | PUG/UPB/- | available_for_pickup:at_locker | 2026-01-13T14:00:00 +01:00 2026-01-13T13:00:00Z location_inferred | austrianpost.event:PUG/UPB code 0.95 actual',
			'1000000000000000000002 | ZUS/ZP/- | delivered:to_recipient | 2026-01-14T14:00:00 +01:00 2026-01-14T13:00:00Z location_inferred | austrianpost.event:ZUS/ZP code 0.95 actual',
		],
	],
	[
		'austrianPostFile.events',
		SourceId.AustrianPostFile,
		[
			'1000000000000000000001 | AVI/SE/- | pre_transit:info_received | 2025-11-12T18:02:10 +01:00 2025-11-12T17:02:10Z location_inferred | austrianpost.event:AVI/SE code 0.95 actual',
			'1000000000000000000001 | BEI/EZ/- | in_transit:processed | 2025-11-13T22:41:00 +01:00 2025-11-13T21:41:00Z location_inferred | austrianpost.event:BEI/EZ code 0.95 actual',
			'1000000000000000000001 | AZT/AT/- | out_for_delivery:out_for_delivery | 2025-11-14T08:08:00 +01:00 2025-11-14T07:08:00Z location_inferred | austrianpost.event:AZT/AT code 0.95 actual',
			'1000000000000000000001 | ZUH/BN/- | delivery_attempted:recipient_unavailable | 2025-11-14T12:32:18 +01:00 2025-11-14T11:32:18Z location_inferred | austrianpost.event:ZUH/BN code 0.95 actual',
			'1000000000000000000001 | HIA/HO/- | available_for_pickup:at_post_office | 2025-11-15T09:00:00 +01:00 2025-11-15T08:00:00Z location_inferred | austrianpost.event:HIA/HO code 0.95 actual',
			'1000000000000000000001 | PKI/PD/- | informational:- | 2025-11-17T09:00:00 +01:00 2025-11-17T08:00:00Z location_inferred | austrianpost.event:PKI/PD code 0.95 actual',
			'1000000000000000000001 | ZUS/ZB/- | delivered:- | 2025-11-18T10:15:00 +01:00 2025-11-18T09:15:00Z location_inferred | austrianpost.event:ZUS/ZB code 0.95 actual',
			'1000000000000000000001 | ZUS/ZR/- | returned:returned_to_sender | 2025-11-28T10:15:00 +01:00 2025-11-28T09:15:00Z location_inferred | austrianpost.event:ZUS/ZR code 0.95 actual',
			'1000000000000000000001 | ZUS/QQ/- | unknown:- | 2025-11-28T11:15:00 null no instant unknown | none fallback 0 actual',
		],
	],
	[
		'swissPost.events',
		SourceId.SwissPost,
		[
			'990000000000000001 | -/PARCEL.*.2.600/- | pre_transit:info_received | 2026-03-02T16:00:00 +01:00 2026-03-02T15:00:00Z explicit | swisspost.event:600 code 0.85 actual',
			'990000000000000001 | -/PARCEL.*.2.100/- | picked_up:received_by_carrier | 2026-03-02T18:10:00 +01:00 2026-03-02T17:10:00Z explicit | swisspost.event:100 code 0.85 actual',
			'990000000000000001 | -/PARCEL.*.2.1302/- | in_transit:processed | 2026-03-02T23:40:00 +01:00 2026-03-02T22:40:00Z explicit | swisspost.event:1302 code 0.85 actual',
			'990000000000000001 | -/PARCEL.*.2.1003/- | out_for_delivery:out_for_delivery | 2026-03-03T07:05:00 +01:00 2026-03-03T06:05:00Z explicit | swisspost.event:1003 code 0.85 actual',
			'990000000000000001 | -/PARCEL.*.2.2100/MEZ1 | available_for_pickup:notified | 2026-03-03T10:20:00 +01:00 2026-03-03T09:20:00Z explicit | swisspost.event:2100 code 0.85 actual',
			'990000000000000001 | -/PARCEL.*.2.2000/- | delivered:pickup_point_collected | 2026-03-05T17:00:00 +01:00 2026-03-05T16:00:00Z explicit | swisspost.event:2000 code 0.85 actual',
			'990000000000000001 | -/PARCEL.*.2.2000/CANPDS | informational:- | 2026-03-05T17:02:00 +01:00 2026-03-05T16:02:00Z explicit | swisspost.event:2000/CANPDS code 0.85 actual',
			'990000000000000001 | -/PARCEL.*.2.3600/0 | returning:- | 2026-03-11T08:00:00 +01:00 2026-03-11T07:00:00Z explicit | swisspost.event:3600/0 code 0.85 actual',
			'990000000000000001 | -/PARCEL.*.2.2102/- | unknown:- | 2026-03-12T08:00:00 +01:00 2026-03-12T07:00:00Z explicit | none fallback 0 actual',
		],
	],
	[
		'swissPost.event',
		SourceId.SwissPost,
		[
			'980000000000000002 | -/LETTER.*.11.36/RET2 | returning:- | 2026-03-10T08:00:00 +01:00 2026-03-10T07:00:00Z explicit | swisspost.event:36/RET2 code 0.85 actual',
			'990000000000000001 | -/PARCEL.*.1073741824.TNT-OD/- | out_for_delivery:out_for_delivery | 2026-03-04T08:00:00 +01:00 2026-03-04T07:00:00Z explicit | tnt.postCh:OD code 0.85 actual',
		],
	],
];

describe('documented payloads of European posts', () => {
	test.each(GOLDEN)('%s', expectGolden);
});
