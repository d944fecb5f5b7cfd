import {
	formatInstant,
	formatOffset,
	formatWallTime,
	parseOffset,
	readTime,
	TimeShape,
	ZoneFamily,
	zoneOffset,
	zoneOfPlace,
} from '../../../core/event/time';

const RECEIVED = '2026-01-03T08:00:00Z';

const show = (shape: TimeShape, date: string, time = ''): string | null => {
	const read = readTime(shape, date, time, RECEIVED);
	if (read === null) return null;
	const offset = read.offsetMinutes === null ? '' : ` ${formatOffset(read.offsetMinutes)}`;
	return formatWallTime(read.wall) + offset;
};

describe('the shapes of the field', () => {
	test.each<[TimeShape, string, string, string | null]>([
		[TimeShape.Iso, '2023-12-12T00:48:02-0500', '', '2023-12-12T00:48:02 -05:00'],
		[TimeShape.Iso, '2023-12-12T00:48:02.123', '', '2023-12-12T00:48:02.123'],
		[TimeShape.Iso, '2023-12-12+01:00', '', '2023-12-12 +01:00'],
		[TimeShape.CompactSeconds, '20240423095004', '', '2024-04-23T09:50:04'],
		[TimeShape.CompactSeconds, '20240423T095004Z', '', '2024-04-23T09:50:04 +00:00'],
		[TimeShape.CompactSeconds, '202404230950', '', '2024-04-23T09:50:00'],
		[TimeShape.CompactDayFirst, '23042024', '0950', '2024-04-23T09:50:00'],
		[TimeShape.CompactDayFirst, '23042024', '', '2024-04-23'],
		[TimeShape.X12, '20240423', '09:50', '2024-04-23T09:50:00'],
		[TimeShape.DayFirst, '25.11.2026 10:44', '', '2026-11-25T10:44:00'],
		[TimeShape.DayFirst, '25/11/2026, 10:44', '', '2026-11-25T10:44:00'],
		[TimeShape.DayFirst, '25-11-2026 10:44:07.123', '', '2026-11-25T10:44:07.123'],
		[TimeShape.DayFirst, '25-11-2026', '10:44:07', '2026-11-25T10:44:07'],
		[TimeShape.DayFirst, '5.1.2026', '', '2026-01-05'],
		[TimeShape.DayFirst, '25/11/26', '', null],
		[TimeShape.DayFirst, '11/25/2026', '', null],
		[TimeShape.DayFirst, '25.11/2026', '', null],
		[TimeShape.MonthFirst, '11/25/2026 10:44 PM', '', '2026-11-25T22:44:00'],
		[TimeShape.MonthFirst, '11/25/2026 22:44', '', '2026-11-25T22:44:00'],
		[TimeShape.YearFirst, '2026/11/25 10:44', '', '2026-11-25T10:44:00'],
		[TimeShape.English, 'May 1, 2015', '8:07 am', '2015-05-01T08:07:00'],
		[TimeShape.English, 'May 1, 2015', '', '2015-05-01'],
		[TimeShape.English, 'September 12, 2015, 12:07 am', '', '2015-09-12T00:07:00'],
		[TimeShape.English, '1 May 2015 18:07', '', '2015-05-01T18:07:00'],
		[TimeShape.English, '01-MAY-2015 08:07:09', '', '2015-05-01T08:07:09'],
		[TimeShape.English, 'Fri, 1 May 2015 08:07', '', '2015-05-01T08:07:00'],
		[TimeShape.English, '1 Mai 2015', '', null],
		[TimeShape.English, '1 Foo 2015', '', null],
		[TimeShape.EpochSeconds, '1722924060', '', '2024-08-06T06:01:00 +00:00'],
		[TimeShape.EpochMillis, '1722924060000', '', '2024-08-06T06:01:00 +00:00'],
		[TimeShape.Epoch, '1722924060', '', '2024-08-06T06:01:00 +00:00'],
		[TimeShape.Epoch, '1722924060123', '', '2024-08-06T06:01:00.123 +00:00'],
		[TimeShape.Epoch, '9999999999999999', '', null],
		[TimeShape.DotNetDate, '/Date(1722924060000+0300)/', '', '2024-08-06T09:01:00 +03:00'],
		[TimeShape.DotNetDate, '\\/Date(1722924060000)\\/', '', '2024-08-06T06:01:00 +00:00'],
		[TimeShape.DotNetTicks, '638585208600000000', '', '2024-08-06T06:01:00'],
		[TimeShape.Edifact, '202408060601', '203', '2024-08-06T06:01:00'],
		[TimeShape.Edifact, '20240806060107', '204', '2024-08-06T06:01:07'],
		[TimeShape.Edifact, '202408060601+02', '303', '2024-08-06T06:01:00 +02:00'],
		[TimeShape.Edifact, '202408060601EST', '303', null],
		[TimeShape.Edifact, '202408060601CET', '303', '2024-08-06T06:01:00 +01:00'],
		[TimeShape.Edifact, '20240806', '102', '2024-08-06'],
		[TimeShape.Edifact, '2408060601', '201', '2024-08-06T06:01:00'],
		[TimeShape.Edifact, '202408060601', '', '2024-08-06T06:01:00'],
		[TimeShape.Edifact, '20240806', '718', null],
		[TimeShape.CargoImp, '04JAN1430', '', '2026-01-04T14:30:00'],
		[TimeShape.CargoImp, '31DEC', '1430', '2025-12-31T14:30:00'],
		[TimeShape.CargoImp, '29FEB1200', '', '2024-02-29T12:00:00'],
		[TimeShape.CargoImp, '05JAN24', '', '2024-01-05'],
		[TimeShape.CargoImp, '05XXX1430', '', null],
		[TimeShape.MonthDay, '12/31 09:50', '', '2025-12-31T09:50:00'],
	])('%s reads "%s" "%s" as %s', (shape, date, time, expected) => {
		expect(show(shape, date, time)).toBe(expected);
	});

	it('takes no year from nowhere', () => {
		expect(readTime(TimeShape.CargoImp, '05JAN1430', '')).toBeNull();
	});

	it('answers hostile text at once', () => {
		const hostile = [
			'1'.repeat(100_000),
			' '.repeat(100_000),
			'1/'.repeat(50_000),
			'a '.repeat(50_000),
		];
		for (const shape of Object.values(TimeShape)) {
			for (const text of hostile) expect(readTime(shape, text, text, RECEIVED)).toBeNull();
		}
	});

	it('shows an instant as it is', () => {
		const read = readTime(TimeShape.DotNetDate, '/Date(1722924060000+0300)/', '');
		expect(formatInstant((read?.wall.millis ?? 0) - 180 * 60_000)).toBe('2024-08-06T06:01:00Z');
	});
});

describe('zones beside the time', () => {
	it('reads offsets as carriers write them', () => {
		expect(
			['-05:00', '-7:00', '-04.00', '+0200', 'GMT+2', 'UTC-05:00', 'EDT'].map(parseOffset),
		).toEqual([-300, -420, -240, 120, 120, -300, null]);
	});

	it('reads abbreviations only where they mean one thing', () => {
		expect(zoneOffset('EDT', null)).toBe(-240);
		expect(zoneOffset('CST', null)).toBeNull();
		expect(zoneOffset('CST', ZoneFamily.America)).toBe(-360);
		expect(zoneOffset('CST', ZoneFamily.Asia)).toBe(480);
		expect(zoneOffset('constructor', ZoneFamily.Asia)).toBeNull();
	});

	it('knows the zone of states that keep one time', () => {
		expect(zoneOfPlace('US', 'NY')).toBe('America/New_York');
		expect(zoneOfPlace('USA', 'ny')).toBe('America/New_York');
		expect(zoneOfPlace('US', 'TX')).toBeNull();
		expect(zoneOfPlace('US', null)).toBeNull();
		expect(zoneOfPlace('DE', 'NY')).toBe('Europe/Berlin');
	});
});
