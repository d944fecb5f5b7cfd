import { asMeasured, convertCurrency, convertUnit } from '../../../core/odoo';

const unit = (id: number, factor: number, family = '1', factorIsInverse = false) => ({
	id,
	name: `Unit ${id}`,
	factor,
	family,
	factorIsInverse,
});

describe('amounts with a unit or a currency', () => {
	it.each([
		[
			{ amount: 2, unit: 'kg' },
			{ amount: 2, unit: 'kg' },
		],
		[
			{ amount: '2', currency: ' EUR ' },
			{ amount: '2', currency: 'EUR' },
		],
		[{ amount: 2, unit: 'kg', currency: 'EUR' }, null],
		[{ amount: 2 }, null],
		[{ amount: 2, unit: 'kg', other: 1 }, null],
		[2, null],
		[[1], null],
	])('%j', (input, measured) => {
		expect(asMeasured(input)).toEqual(measured);
	});

	it('converts by factors either way round, and not between what measures different things', () => {
		expect(convertUnit(2, unit(1, 12), unit(2, 1))).toBe(24);
		expect(convertUnit(2, unit(1, 1 / 12, '1', true), unit(2, 1, '1', true))).toBe(24);
		expect(convertUnit(0.3, unit(1, 1), unit(1, 1))).toBe(0.3);
		expect(convertUnit(1, unit(1, 1), unit(2, 1, '2'))).toBeNull();
	});

	it('rounds money half up to the decimal places of the currency', () => {
		const currency = (id: number, rate: number, decimalPlaces: number) => ({
			id,
			name: `C${id}`,
			rate,
			decimalPlaces,
		});
		expect(convertCurrency(10, currency(1, 1, 2), currency(2, 1.0005, 2))).toBe(10.01);
		expect(convertCurrency(10, currency(1, 2, 2), currency(2, 305, 0))).toBe(1525);
	});
});
