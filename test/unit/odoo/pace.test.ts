import { Pace } from '../../../core/odoo';

const weights = (count: number, weight: number) => Array.from({ length: count }, () => weight);

test('begins with 500 records, or with as many as have 500 rows', () => {
	expect(new Pace().take(weights(2000, 1), 0)).toBe(500);
	expect(new Pace().take(weights(500, 11), 0)).toBe(45);
});

test('takes what is left, and always at least one', () => {
	expect(new Pace().take(weights(520, 1), 500)).toBe(20);
	expect(new Pace().take([5000, 1], 0)).toBe(1);
});

test('a quick Odoo gets larger requests, up to a limit', () => {
	const pace = new Pace();
	pace.took(500, 1000, true);
	expect(pace.take(weights(9000, 1), 0)).toBe(2000);
});

test('a slow Odoo gets what it can do in 8 seconds', () => {
	const pace = new Pace();
	pace.took(500, 40_000, true);
	expect(pace.take(weights(9000, 1), 0)).toBe(100);
	pace.took(100, 8000, true);
	expect(pace.take(weights(9000, 1), 0)).toBe(100);
});

test('after a failure requests are no larger than the first, and stay small where Odoo is slow', () => {
	const quick = new Pace();
	quick.took(500, 1000, true);
	quick.took(2000, 4000, false);
	expect(quick.take(weights(9000, 1), 0)).toBe(500);
	const slow = new Pace();
	slow.took(500, 40_000, true);
	slow.took(100, 9000, false);
	expect(slow.take(weights(9000, 1), 0)).toBe(100);
});
