import { SourceId } from '../../../core/carriers';
import { expectGolden, type Golden } from './helpers/golden';

// Each fixture names its document; the lines were checked by hand against it. The last word is the class.
const GOLDEN: readonly Golden[] = [
	[
		'dhlParcelDe.detail',
		SourceId.DhlParcelDe,
		[
			'00340434161094015902 | ES/SHRCU/PCKST | picked_up:dropped_off | 2016-03-17T11:44:00 +01:00 2016-03-17T10:44:00Z carrier_default | dhl.parcelDe:SHRCU/PCKST code 1 actual',
			'00340434161094015902 | AA/LDTMV/MVMTV | in_transit:departed_facility | 2016-03-17T15:51:00 +01:00 2016-03-17T14:51:00Z carrier_default | dhl.parcelDe:AA/LDTMV/MVMTV code 1 actual',
			'00340434161094015902 | EE/ULFMV/UNLDD | in_transit:arrived_at_facility | 2016-03-18T03:32:00 +01:00 2016-03-18T02:32:00Z carrier_default | dhl.parcelDe:EE/ULFMV/UNLDD code 1 actual',
			'00340434161094015902 | PO/SRTED/NRQRD | out_for_delivery:out_for_delivery | 2016-03-18T09:02:00 +01:00 2016-03-18T08:02:00Z carrier_default | dhl.parcelDe:PO/SRTED/NRQRD code 1 actual',
			'00340434161094015902 | ZU/DLVRD/OTHER | delivered:- | 2016-03-18T10:02:00 +01:00 2016-03-18T09:02:00Z carrier_default | dhl.parcelDe:DLVRD/OTHER code 1 actual',
		],
	],
	[
		'dhlParcelDe.traps',
		SourceId.DhlParcelDe,
		[
			'00340434161094015919 | ZN/NTDEL/NHOME | delivery_attempted:recipient_unavailable | 2016-03-17T11:44:00 +01:00 2016-03-17T10:44:00Z carrier_default | dhl.parcelDe:NTDEL/NHOME code 1 actual',
			'00340434161094015919 | ZU/DLVRD/CUSTM | in_transit:customs_processing | 2016-03-17T15:51:00 +01:00 2016-03-17T14:51:00Z carrier_default | dhl.parcelDe:DLVRD/CUSTM code 1 actual',
			'00340434161094015919 | ZF/HLDCC/SERPT | available_for_pickup:at_pickup_point | 2016-03-18T09:02:00 +01:00 2016-03-18T08:02:00Z carrier_default | dhl.parcelDe:HLDCC/SERPT code 1 actual',
			'00340434161094015919 | ZF/HLDCC/NTCCN | exception:unclaimed | 2016-03-27T09:02:00 +02:00 2016-03-27T07:02:00Z carrier_default | dhl.parcelDe:HLDCC/NTCCN code 1 actual',
			'00340434161094015919 | ZN/RETRN/NTCCN | returning:return_initiated | 2016-03-27T12:00:00 +02:00 2016-03-27T10:00:00Z carrier_default | dhl.parcelDe:RETRN/NTCCN code 1 actual',
			'00340434161094015919 | PO/SRTED/ZZZZZ | out_for_delivery:out_for_delivery | 2016-03-28T08:02:00 +02:00 2016-03-28T06:02:00Z carrier_default | dhl.unified:parcel-de/PO category 0.7 actual',
			'00340434161094015919 | ZU/DLVRD/ACCPT | returned:returned_to_sender | 2016-03-28T10:02:00 +02:00 2016-03-28T08:02:00Z carrier_default | dhl.parcelDe:DLVRD/ACCPT code 1 actual',
		],
	],
	[
		'hermesGermany.info',
		SourceId.HermesGermany,
		[
			'H1000730000008151234 | -/0000/- | pre_transit:info_received | 2026-01-18T08:30:00 +01:00 2026-01-18T07:30:00Z explicit | hermes.event:0000 code 1 actual',
			'H1000730000008151234 | -/2000/- | in_transit:arrived_at_facility | 2026-01-19T10:15:00 +01:00 2026-01-19T09:15:00Z explicit | hermes.event:2000 code 1 actual',
			'H1000730000008151234 | -/3000/- | out_for_delivery:out_for_delivery | 2026-01-20T07:00:00 +01:00 2026-01-20T06:00:00Z explicit | hermes.event:3000 code 1 actual',
			'H1000730000008151234 | -/060003004/- | delivery_attempted:recipient_unavailable | 2026-01-20T15:00:00 +01:00 2026-01-20T14:00:00Z explicit | hermes.event:060003004 code 1 actual',
			'H1000730000008151234 | -/4031/- | delivery_attempted:unspecified | 2026-01-20T18:00:00 +01:00 2026-01-20T17:00:00Z explicit | hermes.event:4031 code 1 actual',
			'H1000730000008151234 | -/090003008/- | delivered:pickup_point_collected | 2026-01-22T12:00:00 +01:00 2026-01-22T11:00:00Z explicit | hermes.event:090003008 code 1 actual',
			'H1000730000008151234 | -/7500/- | returned:returned_to_sender | 2026-01-28T12:00:00 +01:00 2026-01-28T11:00:00Z explicit | hermes.event:7500 code 1 actual',
		],
	],
	[
		'dhlExpress.tracking',
		SourceId.DhlExpress,
		[
			'9356579890 | -/OK/- | delivered:- | 2026-01-13T17:00:00 -05:00 2026-01-13T22:00:00Z explicit | dhl.unified:express/OK code 1 actual',
			'9356579890 | -/WC/- | out_for_delivery:out_for_delivery | 2026-01-13T09:12:00 -05:00 2026-01-13T14:12:00Z explicit | dhl.unified:express/WC code 1 actual',
			'9356579890 | -/NH/- | delivery_attempted:recipient_unavailable | 2026-01-12T19:40:00 -05:00 2026-01-13T00:40:00Z explicit | dhl.unified:express/NH code 1 actual',
			'9356579890 | -/PU/- | picked_up:picked_up | 2026-01-10T18:00:00 +01:00 2026-01-10T17:00:00Z explicit | dhl.unified:express/PU code 1 actual',
		],
	],
	[
		'dhlExpressXml.response',
		SourceId.DhlExpressXml,
		[
			'7740445152 | -/PL/- | in_transit:processed | 2026-01-09T21:10:34 null no instant unknown | dhl.unified:express/PL code 1 actual',
			'7740445152 | -/RD/- | exception:refused | 2026-01-12T10:00:00 null no instant unknown | dhl.unified:express/RD code 1 actual',
			'7740445152 | -/RT/- | returning:return_in_progress | 2026-01-13T10:00:00 null no instant unknown | dhl.unified:express/RT code 1 actual',
			'7740445152 | -/OK/- | delivered:- | 2026-01-16T11:30:00 null no instant unknown | dhl.unified:express/OK code 1 actual',
		],
	],
	[
		'dhlEcommerceUs.push',
		SourceId.DhlEcommerceUs,
		[
			'420902459261290990166901234567 | -/600/6000 | delivered:- | 2026-03-06T14:12:00 -05:00 2026-03-06T19:12:00Z explicit | dhl.unified:ecommerce/600 code 0.9 actual',
			'420902459261290990166901234567 | -/598/5980 | out_for_delivery:out_for_delivery | 2026-03-06T08:12:00 -05:00 2026-03-06T13:12:00Z explicit | dhl.unified:ecommerce/598 code 0.9 actual',
			'420902459261290990166901234567 | -/520/5200 | in_transit:arrived_at_facility | 2026-03-05T08:12:00 -05:00 2026-03-05T13:12:00Z explicit | dhl.unified:ecommerce/520 code 0.9 actual',
			'420902459261290990166901234567 | -/99999/1 | in_transit:processed | 2026-03-01T08:12:00 -06:00 2026-03-01T14:12:00Z explicit | text.en:processed text 0.5 actual',
		],
	],
];

describe('documented payloads of the German parcel carriers and DHL', () => {
	test.each(GOLDEN)('%s', expectGolden);
});
