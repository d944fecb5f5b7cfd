import fc from 'fast-check';
import {
	formatOffset,
	isZone,
	offsetInZone,
	parseOffset,
	readTime,
	readX12Zone,
	resolveTime,
	TimeAnomaly,
	TimeCertainty,
	TimePrecision,
	TimeShape,
	zoneOfCountry,
	type TimeEvidence,
} from '../../../core/event';

const resolve = (
	shape: TimeShape,
	date: string,
	time = '',
	more: Partial<TimeEvidence> = {},
): ReturnType<typeof resolveTime> =>
	resolveTime({
		local: readTime(shape, date, time),
		gmt: null,
		offsetMinutes: null,
		zone: null,
		utcLabel: TimeCertainty.Explicit,
		...more,
	});

describe('shapes', () => {
	test.each([
		[TimeShape.Iso, '2024-04-23T09:50:04Z', '', '2024-04-23T09:50:04Z'],
		[TimeShape.Iso, '2024-04-23T09:50:04-04:00', '', '2024-04-23T13:50:04Z'],
		[TimeShape.Iso, '2024-04-23T09:50:04-0400', '', '2024-04-23T13:50:04Z'],
		[TimeShape.Iso, '2024-04-23T09:50:04.250+05:30', '', '2024-04-23T04:20:04.250Z'],
		[TimeShape.Iso, '2024-04-23 09:50:04 -7:00', '', '2024-04-23T16:50:04Z'],
		[TimeShape.EpochSeconds, '1713880204', '', '2024-04-23T13:50:04Z'],
		[TimeShape.EpochMillis, '1713880204123', '', '2024-04-23T13:50:04.123Z'],
	])('%s %s %s is the instant %s', (shape, date, time, instant) => {
		expect(resolve(shape, date, time)).toMatchObject({
			occurredAt: instant,
			certainty: TimeCertainty.Explicit,
		});
	});

	test.each([
		[TimeShape.Iso, '2024-04-23T09:50:04', '', '2024-04-23T09:50:04', TimePrecision.Second],
		[TimeShape.Iso, '2024-04-23T09:50:04.120', '', '2024-04-23T09:50:04.120', TimePrecision.Second],
		[TimeShape.Iso, '2024-04-23T09:50', '', '2024-04-23T09:50:00', TimePrecision.Minute],
		[TimeShape.Iso, '2024-04-23', '', '2024-04-23', TimePrecision.Day],
		[TimeShape.CompactSeconds, '20240423', '095004', '2024-04-23T09:50:04', TimePrecision.Second],
		[TimeShape.CompactSeconds, '20240423', '74700', '2024-04-23T07:47:00', TimePrecision.Second],
		[TimeShape.CompactSeconds, '20240423', '0', '2024-04-23T00:00:00', TimePrecision.Second],
		[TimeShape.CompactSeconds, '20240423', '15:44:34', '2024-04-23T15:44:34', TimePrecision.Second],
		[TimeShape.CompactSeconds, '20240423', '', '2024-04-23', TimePrecision.Day],
		[TimeShape.X12, '20260828', '1630', '2026-08-28T16:30:00', TimePrecision.Minute],
		[TimeShape.X12, '20260828', '930', '2026-08-28T09:30:00', TimePrecision.Minute],
		[TimeShape.X12, '20260828', '163005', '2026-08-28T16:30:05', TimePrecision.Second],
		[TimeShape.X12, '20260828', '16300512', '2026-08-28T16:30:05.120', TimePrecision.Second],
		[TimeShape.MonthFirst, '04/23/2024 9:50 AM', '', '2024-04-23T09:50:00', TimePrecision.Minute],
		[
			TimeShape.MonthFirst,
			'4/23/2024, 12:05 p.m.',
			'',
			'2024-04-23T12:05:00',
			TimePrecision.Minute,
		],
		[TimeShape.MonthFirst, '4/23/2024 12:05 am', '', '2024-04-23T00:05:00', TimePrecision.Minute],
	])(
		'%s "%s" "%s" is the wall time %s (%s) and no instant',
		(shape, date, time, local, precision) => {
			expect(resolve(shape, date, time)).toMatchObject({
				occurredAt: null,
				occurredAtLocal: local,
				offset: null,
				certainty: TimeCertainty.Unknown,
				precision,
			});
		},
	);

	test.each([
		[TimeShape.Iso, '2024-02-30T10:00:00', ''],
		[TimeShape.Iso, '2023-02-29', ''],
		[TimeShape.Iso, '2024-04-23T24:00:00', ''],
		[TimeShape.Iso, '2024-04-23T10:60:00', ''],
		[TimeShape.Iso, '2024-04-23T10:00:00+19:00', ''],
		[TimeShape.Iso, '0001-01-01T00:00:00', ''],
		[TimeShape.Iso, 'yesterday', ''],
		[TimeShape.CompactSeconds, '20241301', '000000'],
		[TimeShape.CompactSeconds, '20240423', '250000'],
		[TimeShape.CompactSeconds, '20240423', '1234567'],
		[TimeShape.X12, '20240423', '2460'],
		[TimeShape.MonthFirst, '04/23/2024 13:50 AM', ''],
		[TimeShape.EpochSeconds, 'soon', ''],
	])('%s "%s" "%s" is refused', (shape, date, time) => {
		expect(readTime(shape, date, time)).toBeNull();
	});
});

describe('offsets', () => {
	test.each([
		['Z', 0],
		['-04.00', -240],
		['-7:00', -420],
		['+0530', 330],
		['+5', 300],
		['-00:00', 0],
		['+15:00', null],
		['EDT', null],
		['', null],
	])('%s is %p minutes', (text, minutes) => expect(parseOffset(text)).toBe(minutes));

	test('are written the way they are read', () => {
		fc.assert(
			fc.property(fc.integer({ min: -840, max: 840 }), (minutes) => {
				expect(parseOffset(formatOffset(minutes))).toBe(minutes);
			}),
		);
	});
});

describe('evidence', () => {
	test('a GMT twin gives the instant and the offset', () => {
		const gmt = readTime(TimeShape.CompactSeconds, '20240423', '135004');
		expect(resolve(TimeShape.CompactSeconds, '20240423', '095004', { gmt })).toMatchObject({
			occurredAt: '2024-04-23T13:50:04Z',
			offset: '-04:00',
			certainty: TimeCertainty.CarrierGmt,
		});
	});

	test('a contradicting offset is flagged, and the GMT twin holds', () => {
		const gmt = readTime(TimeShape.CompactSeconds, '20240423', '135004');
		const time = resolve(TimeShape.CompactSeconds, '20240423', '095004', {
			gmt,
			offsetMinutes: -300,
		});
		expect(time).toMatchObject({
			occurredAt: '2024-04-23T13:50:04Z',
			anomaly: TimeAnomaly.OffsetMismatch,
		});
	});

	test('a Z that its source does not mean is "assumed"', () => {
		const time = resolve(TimeShape.Iso, '2024-04-23T09:50:04Z', '', {
			utcLabel: TimeCertainty.AssumedUtc,
		});
		expect(time.certainty).toBe(TimeCertainty.AssumedUtc);
	});

	test('a day never becomes an instant', () => {
		const zone = { name: 'Europe/Berlin', certainty: TimeCertainty.CarrierDefault };
		expect(resolve(TimeShape.Iso, '2024-04-23', '', { zone }).occurredAt).toBeNull();
	});
});

describe('zones', () => {
	const berlin = (local: string) =>
		resolve(TimeShape.Iso, local, '', {
			zone: { name: 'Europe/Berlin', certainty: TimeCertainty.LocationInferred },
		});

	test('resolve summer and winter', () => {
		expect(berlin('2024-07-01T12:00:00').occurredAt).toBe('2024-07-01T10:00:00Z');
		expect(berlin('2024-01-01T12:00:00').occurredAt).toBe('2024-01-01T11:00:00Z');
		expect(berlin('2024-03-31T01:59:59').occurredAt).toBe('2024-03-31T00:59:59Z');
		expect(berlin('2024-03-31T03:00:00').occurredAt).toBe('2024-03-31T01:00:00Z');
	});

	test('do not resolve a gap or an overlap silently', () => {
		expect(berlin('2024-03-31T02:30:00')).toMatchObject({
			occurredAt: null,
			certainty: TimeCertainty.Unknown,
			anomaly: TimeAnomaly.SummerTimeGap,
		});
		expect(berlin('2024-10-27T02:30:00')).toMatchObject({
			occurredAt: null,
			occurredAtLocal: '2024-10-27T02:30:00',
			anomaly: TimeAnomaly.SummerTimeOverlap,
		});
	});

	test('an offset agrees with its instant in every zone', () => {
		const zones = fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
		const minute = fc.integer({ min: 0, max: 25_000_000 });
		fc.assert(
			fc.property(zones, minute, (zone, n) => {
				const wall = Date.UTC(1990, 0, 1) + n * 60_000;
				const offset = offsetInZone(zone, wall);
				if (typeof offset !== 'number') return;
				const instant = new Date(wall - offset * 60_000);
				const shown = instant.toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
				expect(shown).toBe(new Date(wall).toISOString().slice(0, 19));
			}),
			{ numRuns: 200 },
		);
	});

	test('countries with several zones have none', () => {
		expect(['US', 'ES', 'BR', 'AU', 'PT', 'XX'].map(zoneOfCountry)).toEqual(Array(6).fill(null));
		expect(['NL', 'nld', 'DE', 'GB', 'JPN'].map(zoneOfCountry)).toEqual([
			'Europe/Amsterdam',
			'Europe/Amsterdam',
			'Europe/Berlin',
			'Europe/London',
			'Asia/Tokyo',
		]);
		expect(isZone('Mars/Olympus')).toBe(false);
	});

	test.each([
		['UT', { offsetMinutes: 0 }],
		['ED', { offsetMinutes: -240 }],
		['ET', { zone: 'America/New_York' }],
		['LT', { local: true }],
		['01', { offsetMinutes: 60 }],
		['12', { offsetMinutes: 720 }],
		['13', { offsetMinutes: -720 }],
		['24', { offsetMinutes: -60 }],
		['25', null],
		['toString', null],
	])('X12 time code %s', (code, zone) => expect(readX12Zone(code)).toEqual(zone));
});
