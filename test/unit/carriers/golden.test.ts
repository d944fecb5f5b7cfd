import { normalize, SourceId } from '../../../core/carriers';
import { fixture, lines } from './helpers/fixture';

// Each fixture names its document; the lines were checked by hand against it.
const GOLDEN: ReadonlyArray<
	readonly [name: string, source: SourceId, expected: readonly string[]]
> = [
	[
		'upsTrackAlert.preparing',
		SourceId.UpsTrackAlert,
		[
			'1ZABCXYZ0112346789 | I/YP/071 | in_transit:processed | 2024-04-23T00:30:52 -04:00 2024-04-23T04:30:52Z carrier_gmt | ups.activity:YP code 0.95',
		],
	],
	[
		'upsTrackAlert.outForDelivery',
		SourceId.UpsTrackAlert,
		[
			'1Z204W4R0308071865 | I/OT/021 | out_for_delivery:out_for_delivery | 2024-04-23T09:15:19 -04:00 2024-04-23T13:15:19Z carrier_gmt | ups.activity:I/OT code+type 1',
		],
	],
	[
		'upsTrackAlert.delivered',
		SourceId.UpsTrackAlert,
		[
			'1Z204W4R0308071865 | D/FS/011 | delivered:- | 2024-04-23T09:50:04 -04:00 2024-04-23T13:50:04Z carrier_gmt | ups.statusCode:011 code 0.95',
		],
	],
	[
		'upsTrackV1.history',
		SourceId.UpsTrackV1,
		[
			'1Z204W4R0308071865 | D/FS/011 | delivered:- | 2024-04-23T09:50:04 -04:00 2024-04-23T13:50:04Z carrier_gmt | ups.statusCode:011 code 0.95',
			'1Z204W4R0308071865 | I/OT/021 | out_for_delivery:out_for_delivery | 2024-04-23T09:15:19 -04:00 2024-04-23T13:15:19Z carrier_gmt | ups.activity:I/OT code+type 1',
			'1Z204W4R0308071865 | I/YP/071 | in_transit:processed | 2024-04-23T03:47:00 -04:00 2024-04-23T07:47:00Z carrier_gmt | ups.activity:YP code 0.95',
			'1Z204W4R0308071865 | M/MP/003 | pre_transit:info_received | 2024-04-20T07:13:56 null no instant unknown | ups.activity:M/MP code+type 1',
			'1Z204W4R0308071874 | I/OT/021 | out_for_delivery:out_for_delivery | 2024-04-23T09:15:19 -04:00 2024-04-23T13:15:19Z carrier_gmt | ups.activity:I/OT code+type 1',
		],
	],
	[
		'fedexTrackV1.history',
		SourceId.FedexTrackV1,
		[
			'123456789012 | DL/DL/- | delivered:- | 2018-02-05T09:30:00 -08:00 2018-02-05T17:30:00Z explicit | fedex.event:DL code 1',
			'123456789012 | PU/PU/A25 | in_transit:customs_processing | 2018-02-02T12:01:00 -07:00 2018-02-02T19:01:00Z explicit | fedex.event:PU/A25 code 1',
		],
	],
	[
		'dhlUnified.express',
		SourceId.DhlUnified,
		[
			'7777777770 | express/DELIVERED/pre-transit | pre_transit:- | 2018-03-02T07:53:47 +01:00 2018-03-02T06:53:47Z location_inferred | dhl.statusCode:pre-transit category 0.7',
		],
	],
	[
		'dhlUnified.push',
		SourceId.DhlUnified,
		[
			'00340434161094027318 | parcel-de/NO-SUCH-CODE/delivered | delivered:- | 2024-03-02T10:02:00 +01:00 2024-03-02T09:02:00Z location_inferred | dhl.statusCode:delivered category 0.7',
			'00340434161094027318 | parcel-de/NO-SUCH-CODE/transit | in_transit:- | 2024-03-01T10:02:00 +01:00 2024-03-01T09:02:00Z explicit | dhl.statusCode:transit category 0.7',
			'00340434161094027318 | parcel-de/NO-SUCH-CODE/transit | in_transit:- | 2024-02-28T10:02:00 +00:00 2024-02-28T10:02:00Z explicit | dhl.statusCode:transit category 0.7',
			'00340434161094027318 | parcel-de/NO-SUCH-CODE/transit | in_transit:- | 2024-02-27T10:02:00 null no instant unknown | dhl.statusCode:transit category 0.7',
			'00340434161094027318 | parcel-de/NO-SUCH-CODE/unknown | unknown:- | 2024-02-26T10:02:00 null no instant unknown | dhl.statusCode:unknown fallback 0',
		],
	],
	[
		'aftership.webhook',
		SourceId.AfterShip,
		[
			'9400110897700003231250 | InfoReceived/InfoReceived_001/GX | pre_transit:info_received | 2026-07-08 null no instant unknown | aftership.tag:InfoReceived/InfoReceived_001 aggregator 0.8',
			'9400110897700003231250 | InTransit/InTransit_003/07 | in_transit:arrived_at_facility | 2026-07-10T10:33:38 null no instant unknown | aftership.tag:InTransit/InTransit_003 aggregator 0.8',
			'9400110897700003231250 | InTransit/InTransit_004/PS | in_transit:arrived_destination_country | 2026-07-10T18:20:00 +02:00 2026-07-10T16:20:00Z location_inferred | aftership.tag:InTransit/InTransit_004 aggregator 0.8',
			'9400110897700003231250 | Exception/Exception_099/XX | exception:- | 2026-07-10T19:00:00 +02:00 2026-07-10T17:00:00Z explicit | aftership.tag:Exception category 0.7',
			'9400110897700003231250 | Delivered/Delivered_003/01 | delivered:signed | 2026-07-11T12:15:00 +02:00 2026-07-11T10:15:00Z explicit | aftership.tag:Delivered/Delivered_003 aggregator 0.8',
		],
	],
	[
		'easypost.tracker',
		SourceId.EasyPost,
		[
			'EZ1000000001 | pre_transit/status_update/- | pre_transit:- | 2022-03-11T03:34:58 +00:00 2022-03-11T03:34:58Z assumed_utc | easypost.status:pre_transit/status_update aggregator 0.8',
			'EZ1000000001 | pre_transit/status_update/- | pre_transit:- | 2022-03-11T16:11:58 +00:00 2022-03-11T16:11:58Z assumed_utc | easypost.status:pre_transit/status_update aggregator 0.8',
		],
	],
	[
		'easypost.event',
		SourceId.EasyPost,
		[
			'EZ4000000004 | delivered/arrived_at_destination/- | returned:returned_to_sender | 2022-03-15T12:02:58 -05:00 2022-03-15T17:02:58Z explicit | easypost.status:delivered/arrived_at_destination aggregator 0.8',
		],
	],
	[
		'x12_214.carrierGuide',
		SourceId.X12Shipment214,
		[
			'0123456789 | 1650/AF/NS | picked_up:departed_pickup | 2026-08-28T16:30:00 -04:00 2026-08-28T20:30:00Z explicit | x12.at701:AF standard 0.9',
		],
	],
	[
		'x12_214.interchange',
		SourceId.X12Shipment214,
		[
			'0123456789 | 1650/X6/NS | in_transit:en_route | 2026-08-28T16:30:00 -04:00 2026-08-28T20:30:00Z explicit | x12.at701:X6 standard 0.9',
			'0123456789 | 1652/AB/NA | informational:delivery_scheduled | 2026-08-29T09:00:00 null no instant unknown | x12.at703:AB standard 0.9',
			'0123456789 | 1650/D1/NS | delivered:- | 2026-08-30T10:15:00 -05:00 2026-08-30T15:15:00Z explicit | x12.at701:D1 standard 0.9',
			'0123456789 | 1650/A7/BS | exception:refused | 2026-08-30T09:30:00 +02:00 2026-08-30T07:30:00Z location_inferred | x12.at701:A7 standard 0.9',
		],
	],
];

describe('documented payloads', () => {
	test.each(GOLDEN)('%s', (name, source, expected) => {
		const result = normalize(fixture(name).payload);
		expect(result.source).toBe(source);
		expect(lines(result)).toEqual(expected);
	});

	test('uspsV3.delivered', () => {
		const result = normalize(fixture('uspsV3.delivered').payload);
		expect(result.source).toBe(SourceId.UspsV3);
		expect(result.events).toHaveLength(12);
		expect(lines(result)[0]).toBe(
			'9400109104250532908587 | -/01/- | delivered:- | 2024-11-22T13:58:00 -05:00 2024-11-22T18:58:40Z carrier_gmt | usps.event:01 code 1',
		);
		expect(lines(result)[11]).toBe(
			'9400109104250532908587 | -/GX/- | pre_transit:info_received | 2024-11-15T11:32:00 -05:00 2024-11-15T16:32:33Z carrier_gmt | usps.event:GX code 1',
		);
	});

	test('the same payload as text and as a parsed value reads alike', () => {
		for (const name of ['upsTrackV1.history', 'uspsV3.delivered', 'dhlUnified.push']) {
			const { payload } = fixture(name);
			expect(normalize(JSON.stringify(payload))).toEqual(normalize(payload));
		}
	});

	test('a return that arrives is returned, never delivered', () => {
		const [event] = normalize(fixture('easypost.event').payload).events;
		expect(event.data.shipment.isReturn).toBe(true);
		expect(event.data.milestone).toBe('returned');
	});
});
