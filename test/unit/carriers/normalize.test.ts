import {
	normalize,
	NoticeKind,
	SourceError,
	SourceErrorKind,
	SourceId,
	SOURCES,
	type SourceDefinition,
} from '../../../core/carriers';
import { Milestone, SubStatus } from '../../../core/event';
import { fixture, lines } from './helpers/fixture';

const failure = (run: () => unknown): SourceError => {
	try {
		run();
	} catch (error) {
		if (error instanceof SourceError) return error;
		throw error;
	}
	throw new Error('nothing was thrown');
};

const alert = fixture('upsTrackAlert.delivered').payload as Record<string, unknown>;
const withStatus = (status: object): unknown => ({ ...alert, activityStatus: status });

describe('ids', () => {
	test('the same scan by Track Alert and by the Track API has the same id', () => {
		const history = normalize(fixture('upsTrackV1.history').payload).events;
		const pushed = ['upsTrackAlert.delivered', 'upsTrackAlert.outForDelivery'].map(
			(name) => normalize(fixture(name).payload).events[0].id,
		);
		expect(pushed).toEqual([history[0].id, history[1].id]);
	});

	test('the same scan of two packages has two ids', () => {
		const history = normalize(fixture('upsTrackV1.history').payload).events;
		expect(history[1].id).not.toBe(history[4].id);
	});

	test('are unique within the documented histories', () => {
		for (const name of ['upsTrackV1.history', 'uspsV3.delivered', 'aftership.webhook']) {
			const ids = normalize(fixture(name).payload).events.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
		}
	});
});

describe('unknown codes', () => {
	const unknown = { type: 'Q', code: 'Q9', description: 'New', descriptionCode: '999' };

	test('are unknown, with confidence 0, and listed with all that is needed to report them', () => {
		const { events, unmapped } = normalize(withStatus(unknown));
		expect(events[0].data.milestone).toBe(Milestone.Unknown);
		expect(events[0].data.mapping).toMatchObject({ by: 'fallback', confidence: 0 });
		expect(unmapped).toEqual([
			{
				source: 'upsTrackAlert',
				carrier: 'ups',
				type: 'Q',
				code: 'Q9',
				subCode: '999',
				description: 'New',
				tables: ['ups.activity', 'ups.statusCode'],
				eventId: events[0].id,
				trackingNumber: '1Z204W4R0308071865',
				pointer: '',
			},
		]);
	});

	test('a type letter alone does not decide for an event that has a code', () => {
		const status = { type: 'D', code: 'Q9', description: 'Delivered' };
		expect(normalize(withStatus(status)).events[0].data.milestone).toBe(Milestone.Unknown);
	});

	test('an override gives them a meaning, and goes before the built-in tables', () => {
		const overrides = [
			{ source: 'upsTrackAlert', type: 'Q', code: 'Q9', milestone: Milestone.Exception },
			{ code: 'FS', milestone: Milestone.AvailableForPickup, subStatus: SubStatus.AtLocker },
		];
		expect(normalize(withStatus(unknown), null, { overrides }).events[0].data).toMatchObject({
			milestone: Milestone.Exception,
			mapping: { by: 'override', confidence: 1 },
		});
		expect(normalize(alert, null, { overrides }).events[0].data).toMatchObject({
			milestone: Milestone.AvailableForPickup,
			subStatus: SubStatus.AtLocker,
		});
	});

	test('the same letters mean another thing under another type', () => {
		const of = (type: string) =>
			normalize(withStatus({ type, code: 'OT' })).events[0].data.milestone;
		expect([of('I'), of('X')]).toEqual([Milestone.OutForDelivery, Milestone.Exception]);
	});
});

describe('what is not an event', () => {
	test('a status without event is told, with its value', () => {
		const { events, notices } = normalize(fixture('aftership.pending').payload);
		expect(events).toEqual([]);
		expect(notices).toMatchObject([
			{ kind: NoticeKind.StatusWithoutEvent, pointer: '/msg/tag', value: 'Pending' },
		]);
	});

	test('an error of the source about one number is told in its own words', () => {
		const { notices } = normalize(fixture('fedexTrackV1.history').payload);
		expect(notices).toContainEqual(
			expect.objectContaining({
				kind: NoticeKind.NoEvents,
				trackingNumber: '999999999999',
				message: 'Tracking number cannot be found.',
			}),
		);
	});

	test('a status that the source documents as an event becomes one, when there is no list', () => {
		const push = fixture('dhlUnified.push').payload as Record<string, unknown>;
		const { events } = normalize({ ...push, events: undefined });
		expect(events.map(({ data }) => data.raw)).toMatchObject([
			{ code: 'DLVRD', pointer: '/status' },
		]);
	});

	test('sentences in the place of events are problems with their place', () => {
		const { events, problems } = normalize(fixture('uspsV3.summary').payload);
		expect(events).toEqual([]);
		expect(problems.map(({ kind, place }) => [kind, place])).toEqual([
			[SourceErrorKind.NotAnEvent, '/eventSummaries/0'],
			[SourceErrorKind.NotAnEvent, '/eventSummaries/1'],
		]);
	});

	test('one bad event does not keep the good ones back', () => {
		const usps = structuredClone(fixture('uspsV3.delivered').payload) as {
			trackingEvents: unknown[];
		};
		usps.trackingEvents[3] = null;
		const { events, problems } = normalize(usps);
		expect([events.length, problems.length]).toEqual([11, 1]);
	});
});

describe('payloads that cannot be read', () => {
	test.each([
		['', SourceErrorKind.Syntax],
		[null, SourceErrorKind.Syntax],
		[42, SourceErrorKind.Syntax],
		['{"a":', SourceErrorKind.Syntax],
		['hello', SourceErrorKind.Syntax],
		['ISA*00*', SourceErrorKind.Syntax],
		['['.repeat(200), SourceErrorKind.TooDeep],
		[{ hello: 'world' }, SourceErrorKind.UnknownSource],
	])('%p', (payload, kind) => {
		expect(failure(() => normalize(payload)).problem.kind).toBe(kind);
	});

	test('a wrong source is refused', () => {
		const run = () => normalize(alert, SourceId.EasyPost);
		expect(failure(run).problem.kind).toBe(SourceErrorKind.WrongSource);
	});

	test('a payload that fits two sources is refused, and both are named', () => {
		const both = { ...alert, trackingEvents: [], object: 'Tracker', tracking_code: 'EZ1' };
		expect(normalize(both).source).toBe(SourceId.EasyPost);
		const twice = { output: { completeTrackResults: [] }, trackResponse: { shipment: [] } };
		const { problem } = failure(() => normalize(twice));
		expect(problem.kind).toBe(SourceErrorKind.AmbiguousSource);
		expect(problem.message).toContain('FedEx Track');
		expect(problem.message).toContain('UPS Track API');
	});

	test('too many events are refused', () => {
		const limits = { events: 5 };
		const run = () => normalize(fixture('uspsV3.delivered').payload, null, { limits });
		expect(failure(run).problem.kind).toBe(SourceErrorKind.TooManyEvents);
	});

	test('in a batch the other payloads come out', () => {
		const { events, problems } = normalize([alert, { hello: 'world' }, alert]);
		expect(events.map(({ data }) => data.raw.pointer)).toEqual(['/0', '/2']);
		expect(problems).toMatchObject([{ kind: SourceErrorKind.UnknownSource, place: '/1' }]);
	});
});

describe('numbers and names', () => {
	const dhl = (id: string) =>
		`{"shipments":[{"id":${id},"service":"express","events":[{"timestamp":"2018-03-02T07:53:47Z","status":"AF","statusCode":"transit","description":"4 \\"123456789012345678\\""}]}]}`;

	test('long tracking numbers keep all their digits when the payload is text', () => {
		const { events } = normalize(dhl('00340434161094027318'.replace(/^0+/, '')));
		expect(events[0].data.shipment.trackingNumber).toBe('340434161094027318');
		expect(events[0].data.raw.description).toBe('4 "123456789012345678"');
	});

	test('and are a problem, not a wrong number, when they were parsed before', () => {
		const { events, problems } = normalize(JSON.parse(dhl('340434161094027318')));
		expect(events).toEqual([]);
		expect(problems).toMatchObject([{ kind: SourceErrorKind.NumberPrecision }]);
	});

	test('__proto__ and inherited names are never read', () => {
		const hostile = JSON.parse(
			'{"trackingNumber":"1","localActivityDate":"20240101","activityStatus":{"__proto__":{"code":"OT"}},"constructor":{"prototype":{"x":1}}}',
		) as object;
		const { events } = normalize(hostile);
		expect(events[0].data.raw.code).toBeNull();
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});
});

describe('an answer that does not name the shipment', () => {
	const { payload } = fixture('packeta.tracking');
	const withoutNumbers = String(payload).replace(
		/<externalTrackingCode>.*?<\/externalTrackingCode>/g,
		'',
	);
	const numbers = (value: unknown, trackingNumber?: string): unknown[] =>
		normalize(value, null, { trackingNumber }).events.map(
			({ data }) => data.shipment.trackingNumber,
		);

	test('has no events without the number, and says what to do', () => {
		const { events, problems } = normalize(withoutNumbers);
		expect(events).toEqual([]);
		expect(problems[0]).toMatchObject({
			kind: SourceErrorKind.MissingTrackingNumber,
			advice: expect.stringContaining('Tracking Number'),
		});
	});

	test('takes the number that the caller gives', () => {
		expect(new Set(numbers(withoutNumbers, 'z 123 4567 890'))).toEqual(new Set(['Z1234567890']));
	});

	test("the caller's number goes before another carrier's", () => {
		expect(new Set(numbers(payload))).toEqual(new Set(['JVGL0123456789']));
		expect(new Set(numbers(payload, 'Z1234567890'))).toEqual(new Set(['Z1234567890']));
	});

	test('reads the statuses of DB Schenker for it: at disposal is not delivered', () => {
		const schenker = fixture('schenkerTracking.land').payload;
		const result = normalize(schenker, null, { trackingNumber: 'DEFRA 123456789' });
		expect(result.problems).toEqual([]);
		expect(lines(result)).toEqual([
			'DEFRA123456789 | -/ENT/- | pre_transit:info_received | 2026-03-02T09:12:00 null no instant unknown | schenker.status:ENT code 0.95',
			'DEFRA123456789 | -/COL/- | picked_up:picked_up | 2026-03-02T15:40:00 null no instant unknown | schenker.status:COL code 0.95',
			'DEFRA123456789 | -/MAN/- | in_transit:departed_facility | 2026-03-02T22:10:00 null no instant unknown | schenker.status:MAN code 0.95',
			'DEFRA123456789 | -/ENM/- | in_transit:arrived_at_facility | 2026-03-03T04:35:00 null no instant unknown | schenker.status:ENM code 0.95',
			'DEFRA123456789 | -/DOT/- | out_for_delivery:out_for_delivery | 2026-03-03T07:20:00 null no instant unknown | schenker.status:DOT code 0.95',
			'DEFRA123456789 | -/NDL/- | delivery_attempted:unspecified | 2026-03-03T13:05:00 null no instant unknown | schenker.status:NDL code 0.95',
			'DEFRA123456789 | -/DIS/- | available_for_pickup:at_terminal | 2026-03-04T08:00:00 null no instant unknown | schenker.status:DIS code 0.95',
			'DEFRA123456789 | -/PUP/- | delivered:pickup_point_collected | 2026-03-04T10:30:00 null no instant unknown | schenker.status:PUP code 0.95',
		]);
	});

	test("but not before the shipment's own", () => {
		expect(numbers(alert, 'Z1234567890')).toEqual(numbers(alert));
	});
});

describe('definitions', () => {
	test('are plain JSON', () => {
		for (const definition of Object.values(SOURCES)) {
			expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
			expect(definition.document).not.toBe('');
		}
	});

	test('of a user work with tables of their own, through JSON', () => {
		const custom = {
			id: 'custom',
			name: 'Custom',
			kind: 'carrier',
			transport: 'push',
			document: 'in house',
			format: 'json',
			detect: [],
			carrier: { id: 'acme' },
			levels: { shipments: ['consignments'], events: ['history'] },
			trackingNumber: ['shipment:no'],
			key: { code: ['state'] },
			lookups: [{ table: 'acme', key: { code: 'code' }, by: 'code', confidence: 1 }],
			time: [{ shape: 'month_first', date: ['at'], zone: 'America/New_York' }],
			tables: [
				{
					id: 'acme',
					version: '1',
					document: 'in house',
					assignedBy: 'project',
					key: ['', 'state', ''],
					rows: [['', 'OK', '', 'delivered', '', '', '', '', '', 'Done']],
				},
			],
		};
		const definition = JSON.parse(JSON.stringify(custom)) as SourceDefinition;
		const payload = {
			consignments: [{ no: 'a 1', history: [{ state: 'OK', at: '4/23/2024 9:50 PM' }] }],
		};
		const [event] = normalize(payload, definition).events;
		expect(event.subject).toBe('A1');
		expect(event.data.milestone).toBe(Milestone.Delivered);
		expect(event.data.time).toMatchObject({
			occurredAt: '2024-04-24T01:50:00Z',
			certainty: 'carrier_default',
			precision: 'minute',
		});
	});

	test('with a wrong table are refused with the reason', () => {
		const definition = {
			...SOURCES.easypost,
			lookups: [{ ...SOURCES.easypost.lookups[0], table: 'x' }],
		};
		const { problem } = failure(() => normalize({}, { ...definition, detect: [] }));
		expect(problem).toMatchObject({ kind: SourceErrorKind.Definition });
		expect(problem.message).toContain('there is no code table "x"');
	});
});

test('a reason code on no list is "other" with its words, and told', () => {
	const { events, notices } = normalize(fixture('fedexTrackV1.history').payload);
	expect(events[1].data.reason).toEqual({
		code: 'other',
		party: null,
		raw: 'A25',
		text: 'Package available for clearance',
	});
	expect(notices.map(({ kind }) => kind)).toContain(NoticeKind.UnknownReason);
});

test('proofs are references, images are never copied', () => {
	const { events } = normalize(fixture('upsTrackV1.history').payload);
	const base = '/trackResponse/shipment/0/package/0/deliveryInformation';
	expect(events[0].data.delivery).toEqual({
		signedBy: 'John',
		place: 'Front Door',
		photo: { kind: 'binary', pointer: `${base}/deliveryPhoto/photo` },
		signature: { kind: 'binary', pointer: `${base}/signature/image` },
	});
	expect(JSON.stringify(events)).not.toContain('aGVsbG8=');
});

test('the estimate stands on the newest event of a piece that still travels', () => {
	const { events } = normalize(fixture('upsTrackV1.history').payload);
	expect(events.map(({ data }) => data.estimate)).toEqual([
		undefined,
		undefined,
		undefined,
		undefined,
		{ from: '2024-04-24T15:00:00', to: '2024-04-24T17:00:00' },
	]);
});

test('an X12 reason code names the reason and who answers for it; "normal status" is none', () => {
	const { events } = normalize(fixture('x12_214.interchange').payload);
	expect(events.map(({ data }) => data.reason)).toEqual([
		null,
		null,
		null,
		{ code: 'refused', party: 'consignee', raw: 'BS', text: 'Refused by Customer' },
	]);
});
