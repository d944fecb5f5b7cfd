import {
	addDuration,
	calendarProblem,
	DurationUnit,
	type BusinessCalendar,
} from '../../../core/approval';

const berlin: BusinessCalendar = {
	zone: 'Europe/Berlin',
	weekdays: [1, 2, 3, 4, 5],
	from: '08:00',
	to: '17:00',
	holidays: ['2026-12-25', '2026-12-28'],
};

const after = (
	start: string,
	amount: number,
	unit: DurationUnit,
	calendar: BusinessCalendar | null = berlin,
) => new Date(addDuration(Date.parse(start), { amount, unit }, calendar)).toISOString();

const { Minutes, Hours, Days } = DurationUnit;

test.each([
	['within the day', '2026-12-01T09:00:00+01:00', 4, Hours, '2026-12-01T12:00:00.000Z'],
	['to the end of the day', '2026-12-01T09:00:00+01:00', 8, Hours, '2026-12-01T16:00:00.000Z'],
	['over night', '2026-12-01T16:30:00+01:00', 60, Minutes, '2026-12-02T07:30:00.000Z'],
	['over the weekend', '2026-12-04T16:00:00+01:00', 2, Hours, '2026-12-07T08:00:00.000Z'],
	['over holidays', '2026-12-24T16:00:00+01:00', 2, Hours, '2026-12-29T08:00:00.000Z'],
	['from before work', '2026-12-01T05:00:00+01:00', 1, Hours, '2026-12-01T08:00:00.000Z'],
	['from a Sunday', '2026-12-06T12:00:00+01:00', 30, Minutes, '2026-12-07T07:30:00.000Z'],
	['of days', '2026-12-03T10:15:00+01:00', 2, Days, '2026-12-07T09:15:00.000Z'],
	['of days from a night', '2026-12-03T22:00:00+01:00', 1, Days, '2026-12-07T07:00:00.000Z'],
	['of days when clocks change', '2026-03-27T10:00:00+01:00', 1, Days, '2026-03-30T08:00:00.000Z'],
	['of no time', '2026-12-06T12:00:00+01:00', 0, Hours, '2026-12-07T07:00:00.000Z'],
])('working time %s', (_name, start, amount, unit, end) => {
	expect(after(start, amount, unit)).toBe(end);
});

test('without a calendar all time counts', () => {
	expect(after('2026-12-04T16:00:00Z', 3, Days, null)).toBe('2026-12-07T16:00:00.000Z');
	expect(after('2026-12-04T16:00:00Z', 90, Minutes, null)).toBe('2026-12-04T17:30:00.000Z');
});

test('a night shift day that clocks make longer has its real hours', () => {
	const always = { ...berlin, weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' };
	expect(after('2026-10-25T00:00:00+02:00', 25, Hours, always)).toBe('2026-10-25T23:00:00.000Z');
});

test.each<[string, Partial<BusinessCalendar>]>([
	['time zone', { zone: 'Mars/Base' }],
	['workday', { weekdays: [] }],
	['time of day', { from: '8' }],
	['ends before', { from: '17:00', to: '08:00' }],
	['not a day', { holidays: ['25.12.2026'] }],
	['not a day', { holidays: ['2026-02-30'] }],
])('a calendar with a fault says so: %s', (words, fault) => {
	expect(calendarProblem({ ...berlin, ...fault })).toContain(words);
});

test('a calendar that holds', () => {
	expect(calendarProblem(berlin)).toBeNull();
});
