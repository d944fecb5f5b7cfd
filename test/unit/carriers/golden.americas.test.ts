import { SourceId } from '../../../core/carriers';
import { expectGolden, type Golden } from './helpers/golden';

// Each fixture names its document; the lines were checked by hand against it. The last word is the class.
const GOLDEN: readonly Golden[] = [
	[
		'uspsWebTools.fields',
		SourceId.UspsWebTools,
		[
			'9102901000462189604217 | -/01/- | delivered:- | 2015-04-28T09:01:00 -05:00 2015-04-28T14:01:00Z location_inferred | usps.event:01 code 1 actual',
			'9102901000462189604217 | -/OF/- | out_for_delivery:out_for_delivery | 2015-04-28T08:29:00 -05:00 2015-04-28T13:29:00Z location_inferred | usps.event:OF code 1 actual',
			'9102901000462189604217 | -/EF/- | in_transit:departed_facility | 2015-04-28T04:05:00 -05:00 2015-04-28T09:05:00Z location_inferred | usps.event:EF code 1 actual',
			'9102901000462189604217 | -/10/- | in_transit:processed | 2015-04-25T19:19:00 null no instant unknown | usps.event:10 code 1 actual',
			'9102901000462189604217 | -/GX/- | pre_transit:info_received | 2015-04-23T23:36:00 null no instant unknown | usps.event:GX code 1 actual',
		],
	],
	[
		'canadaPost.details',
		SourceId.CanadaPost,
		[
			'7023210039414604 | -/20/- | informational:documents | 2011-02-03T11:59:59 -05:00 2011-02-03T16:59:59Z explicit | canadapost.event:20 code 1 actual',
			'7023210039414604 | -/0174/- | out_for_delivery:out_for_delivery | 2011-02-03T08:27:43 -05:00 2011-02-03T13:27:43Z explicit | canadapost.event:174 code 1 actual',
			'7023210039414604 | -/0100/- | in_transit:processed | 2011-02-02T14:45:48 -05:00 2011-02-02T19:45:48Z explicit | canadapost.event:100 code 1 actual',
			'7023210039414604 | -/0173/- | exception:address_issue | 2011-02-02T06:19:57 -05:00 2011-02-02T11:19:57Z explicit | canadapost.event:173 code 1 actual',
			'7023210039414604 | -/1496/- | delivered:- | 2011-02-01T07:59:52 -05:00 2011-02-01T12:59:52Z explicit | canadapost.event:1496 code 1 actual',
			'7023210039414604 | -/20/- | informational:documents | 2011-02-01T07:59:52 -05:00 2011-02-01T12:59:52Z explicit | canadapost.event:20 code 1 actual',
		],
	],
	[
		'canadaPost.returned',
		SourceId.CanadaPost,
		[
			'7023210039414604 | -/1496/- | returned:returned_to_sender | 2021-06-07T14:10:00 -04:00 2021-06-07T18:10:00Z explicit | canadapost.event:1496 code 1 actual',
			'7023210039414604 | -/1479/- | delivery_attempted:unspecified | 2021-06-01T10:00:00 -02:30 2021-06-01T12:30:00Z explicit | canadapost.event:1479 code 1 actual',
			'7023210039414604 | -/1405/- | available_for_pickup:at_locker | 2021-05-31T09:00:00 -07:00 2021-05-31T16:00:00Z explicit | canadapost.event:1405 code 1 actual',
			'7023210039414604 | -/4600/- | in_transit:arrived_at_facility | 2021-05-02T15:49:00 null no instant unknown | canadapost.event:4600 code 1 actual',
			'7023210039414604 | -/9999/- | delivered:neighbour | 2021-05-01T15:49:00 -04:00 2021-05-01T19:49:00Z explicit | text.en:delivered/left ... neighbor/neighbour/neighbors/neighbours text 0.5 actual',
		],
	],
	[
		'seko.events',
		SourceId.Seko,
		[
			'999880931315 | -/OP-1/- | pre_transit:label_created | 2024-12-13T09:55:23.043 null no instant unknown | seko.omniCode:OP-1 code 1 actual',
			'999880931315 | -/OP-79/1.0 | in_transit:en_route | 2024-12-23T15:29:00 null no instant unknown | seko.omniCode:OP-79 code 1 actual',
			'999880931315 | -/OP-21/11.0 | out_for_delivery:out_for_delivery | 2024-12-24T07:37:54 null no instant unknown | seko.omniCode:OP-21 code 1 actual',
			'999880931315 | -/OP-76/3.121 | available_for_pickup:at_pickup_point | 2024-12-24T12:00:00 null no instant unknown | seko.omniCode:OP-76 code 1 actual',
			'999880931315 | -/OP-72/3.0 | delivered:- | 2024-12-24T13:31:47 null no instant unknown | seko.omniCode:OP-72 code 1 actual',
			'1245 | -/OP-64/- | returned:returned_to_sender | 2018-08-28T17:22:43 null no instant unknown | seko.omniCode:OP-64 code 1 actual',
		],
	],
	[
		'sendle.webhooks',
		SourceId.Sendle,
		[
			'SAMPLE1 | -/Dropped off/- | picked_up:dropped_off | 2025-03-31T21:21:05 +00:00 2025-03-31T21:21:05Z explicit | sendle.eventType:Dropped Off code 1 actual',
			'SAMPLE1 | -/Left with Agent/- | available_for_pickup:at_pickup_point | 2025-04-02T21:21:05 +00:00 2025-04-02T21:21:05Z explicit | sendle.eventType:Left with Agent code 1 actual',
			'SAMPLE1 | -/Delivered/- | delivered:- | 2025-04-03T21:21:05 +00:00 2025-04-03T21:21:05Z explicit | sendle.eventType:Delivered code 1 actual',
			'SAMPLE1 | -/Return to Sender/- | returning:return_in_progress | 2025-04-03T21:22:05 +00:00 2025-04-03T21:22:05Z explicit | text.en:being returned text 0.5 actual',
		],
	],
	[
		'upsTrackV1.mailInnovations',
		SourceId.UpsTrackV1,
		[
			'92419900000033499522966220 | D/1G/- | delivered:pickup_point_collected | 2026-01-07T18:00:00 -05:00 2026-01-07T23:00:00Z carrier_gmt | ups.mail:1G code 1 actual',
			'92419900000033499522966220 | I/1D/- | available_for_pickup:at_post_office | 2026-01-06T18:00:00 -05:00 2026-01-06T23:00:00Z carrier_gmt | ups.mail:1D code 1 actual',
			'92419900000033499522966220 | I/1A/- | out_for_delivery:out_for_delivery | 2026-01-05T18:00:00 -05:00 2026-01-05T23:00:00Z carrier_gmt | ups.mail:1A code 1 actual',
			'92419900000033499522966220 | I/1B/- | in_transit:processed | 2026-01-04T18:00:00 -05:00 2026-01-04T23:00:00Z carrier_gmt | ups.mail:1B code 1 actual',
		],
	],
	[
		'upsTrackV1.freight',
		SourceId.UpsTrackV1,
		[
			'92419900000033499522966220 | D/012/- | delivered:- | 2026-01-07T18:00:00 -05:00 2026-01-07T23:00:00Z carrier_gmt | ups.freight:012 code 1 actual',
			'92419900000033499522966220 | I/011/- | out_for_delivery:out_for_delivery | 2026-01-06T18:00:00 -05:00 2026-01-06T23:00:00Z carrier_gmt | ups.freight:011 code 1 actual',
			'92419900000033499522966220 | X/SC/- | cancelled:cancelled | 2026-01-05T18:00:00 -05:00 2026-01-05T23:00:00Z carrier_gmt | ups.freight:SC code 1 actual',
		],
	],
	[
		'purolator.scans',
		SourceId.Purolator,
		[
			'329014521622 | Delivery/-/- | delivered:- | 2022-01-28T13:01:15 null no instant unknown | text.en:delivered text 0.6 actual',
			'329014521622 | OnDelivery/-/- | out_for_delivery:out_for_delivery | 2022-01-28T08:37:04 null no instant unknown | text.en:on vehicle for delivery text 0.6 actual',
			'329014521622 | Undeliverable/-/- | delivery_attempted:recipient_unavailable | 2022-01-27T15:00:00 null no instant unknown | text.en:not/nobody/nobody/no-one ... home/in/present/available/there text 0.5 actual',
			'329014521622 | Undeliverable/-/- | delivery_attempted:business_closed | 2022-01-27T15:01:00 null no instant unknown | text.fr:ferme* text 0.5 actual',
			'329014521622 | Undeliverable/-/- | exception:- | 2022-01-27T16:00:00 null no instant unknown | purolator.scanType:Undeliverable category 0.7 actual',
			'329014521622 | Other/-/- | in_transit:arrived_at_facility | 2022-01-27T01:09:22 null no instant unknown | text.en:arrived text 0.5 actual',
			'329014521622 | ProofOfPickUp/-/- | picked_up:picked_up | 2022-01-26T16:00:00 null no instant unknown | text.en:picked up text 0.6 actual',
			'329014521622 | Other/-/- | unknown:- | 2022-01-26T12:00:00 null no instant unknown | none fallback 0 actual',
		],
	],
	[
		'smartKargo.events',
		SourceId.SmartKargo,
		[
			'ORDER045 | -/DDL/- | delivered:- | 2021-01-26T14:30:00 null no instant unknown | smartkargo.eventType:DDL code 0.9 actual',
			'ORDER045 | -/ADL/- | delivery_attempted:unspecified | 2021-01-26T10:30:00 null no instant unknown | smartkargo.eventType:ADL code 0.9 actual',
			'ORDER045 | -/BKD/- | pre_transit:info_received | 2021-01-25T13:03:17 null no instant unknown | smartkargo.eventType:BKD code 0.9 actual',
		],
	],
	[
		'aramex.tracking',
		SourceId.Aramex,
		[
			'44262358066 | -/SH014/- | unknown:- | 2024-08-06T09:01:00 +03:00 2024-08-06T06:01:00Z explicit | none fallback 0 actual',
			'44262358066 | -/SH003/- | out_for_delivery:out_for_delivery | 2024-08-07T09:01:00 +03:00 2024-08-07T06:01:00Z explicit | text.en:out for delivery text 0.5 actual',
			'44262358066 | -/SH033/- | delivery_attempted:recipient_unavailable | 2024-08-07T10:01:00 +03:00 2024-08-07T07:01:00Z explicit | text.en:not/nobody/nobody/no-one ... home/in/present/available/there text 0.5 actual',
			'44262358066 | -/SH005/- | delivered:- | 2024-08-08T09:01:00 +03:00 2024-08-08T06:01:00Z explicit | text.en:delivered text 0.5 actual',
			'44262358066 | -/SH999/- | informational:documents | 2024-08-08T09:02:40 +03:00 2024-08-08T06:02:40Z explicit | text.en:supporting document* text 0.5 actual',
		],
	],
	[
		'correiosBrasil.objetos',
		SourceId.CorreiosBrasil,
		[
			'QP302718234BR | BDE/01/- | delivered:- | 2023-03-28T14:10:00 null no instant unknown | text.pt:entregue text 0.5 actual',
			'QP302718234BR | OEC/01/- | out_for_delivery:out_for_delivery | 2023-03-28T09:00:00 null no instant unknown | text.pt:saiu para entrega text 0.5 actual',
			'QP302718234BR | BDE/20/- | delivery_attempted:recipient_unavailable | 2023-03-27T15:00:00 null no instant unknown | text.pt:nao atendid* text 0.5 actual',
			'QP302718234BR | DO/01/- | in_transit:en_route | 2023-03-25T22:19:00 null no instant unknown | text.pt:em transito text 0.5 actual',
			'QP302718234BR | PO/01/- | picked_up:dropped_off | 2023-03-22T12:25:43 null no instant unknown | text.pt:postad* text 0.5 actual',
			'YJ460348417BR | BDE/23/- | returned:returned_to_sender | 2023-04-10T10:00:00 null no instant unknown | text.pt:entregue a/ao ... remetente text 0.5 actual',
			'YJ460348417BR | OEC/09/- | returning:return_in_progress | 2023-04-10T08:00:00 null no instant unknown | text.pt:saiu para entrega ao remetente text 0.5 actual',
			'YJ460348417BR | LDI/02/- | available_for_pickup:at_pickup_point | 2023-04-01T08:00:00 null no instant unknown | text.pt:aguarda* levantamento/retirada text 0.5 actual',
		],
	],
];

describe('documented payloads of carriers of the Americas, and of others', () => {
	test.each(GOLDEN)('%s', expectGolden);
});
