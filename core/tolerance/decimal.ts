import Decimal from 'decimal.js';

/**
 * decimal.js, of the three of its family (big.js, bignumber.js): the only one whose precision also holds for
 * products and sums, so that a hostile number cannot make the arithmetic slow.
 * Enough digits that products of what people and systems write are exact: limits are compared unrounded.
 */
export const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });

/** Quotients that are only shown, or put on record. */
const Shown = Decimal.clone({ precision: 30, rounding: Decimal.ROUND_HALF_UP });
const Percentage = Decimal.clone({ precision: 20, rounding: Decimal.ROUND_HALF_UP });

export type { Decimal };

export const ZERO = new Exact(0);
export const ONE = new Exact(1);
export const HUNDRED = new Exact(100);

/** How a shown figure is rounded; verdicts never are. */
export enum Rounding {
	HalfUp = 'half_up',
	HalfEven = 'half_even',
}

const MODE: Readonly<Record<Rounding, Decimal.Rounding>> = {
	[Rounding.HalfUp]: Decimal.ROUND_HALF_UP,
	[Rounding.HalfEven]: Decimal.ROUND_HALF_EVEN,
};

/** A figure to show, without an exponent: `12.5`, `-0.004`. */
export const shown = (value: Decimal, decimals: number, rounding = Rounding.HalfUp): string => {
	const rounded =
		value.decimalPlaces() <= decimals ? value : value.toDecimalPlaces(decimals, MODE[rounding]);
	return rounded.isZero() ? '0' : rounded.toFixed();
};

/** `numerator / denominator` with digits enough to be shown. */
export const ratio = (numerator: Decimal, denominator: Decimal): Decimal =>
	denominator === ONE ? numerator : new Shown(numerator).div(denominator);

/** A percentage to show. */
export const percentOf = (part: Decimal, whole: Decimal): Decimal =>
	Percentage.div(part, whole).times(HUNDRED);
