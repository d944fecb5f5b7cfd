import { Decimal } from 'decimal.js';

/** A number that says in which unit or currency it is given, as an item writes it. */
export interface Measured {
	amount: number;
	/** Name of a unit of measure, e.g. "Dozens". */
	unit?: string;
	/** ISO 4217 code, e.g. "EUR". */
	currency?: string;
}

/** `{amount: 2, unit: "Dozens"}` or `{amount: 9.5, currency: "USD"}`, amount not checked yet; null for anything else. */
export function asMeasured(
	input: unknown,
): (Omit<Measured, 'amount'> & { amount: unknown }) | null {
	if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
	const { amount, unit, currency, ...rest } = input as Record<string, unknown>;
	const isNamed = (name: unknown) => typeof name === 'string' && name.trim() !== '';
	if (amount === undefined || Object.keys(rest).length > 0) return null;
	if (isNamed(unit) && currency === undefined) return { amount, unit: String(unit).trim() };
	if (isNamed(currency) && unit === undefined) return { amount, currency: String(currency).trim() };
	return null;
}

/** A unit of measure as Odoo has it. */
export interface Unit {
	id: number;
	name: string;
	/** How much of the reference unit it holds (Odoo 19), or how many of it make one (before). */
	factor: number;
	/** Whether `factor` counts the other way round: Odoo 17 and 18. */
	factorIsInverse: boolean;
	/** Equal for units that can be converted: the root of the tree, or the category. */
	family: string;
}

/** The amount in the other unit, or null where the units measure different things. Not rounded: Odoo does that. */
export function convertUnit(amount: number, from: Unit, to: Unit): number | null {
	if (from.family !== to.family) return null;
	if (from.id === to.id) return amount;
	const [multiply, divide] = from.factorIsInverse
		? [to.factor, from.factor]
		: [from.factor, to.factor];
	return new Decimal(amount).times(multiply).div(divide).toSignificantDigits(15).toNumber();
}

/** A currency with its rate on a day: how many of it one of the company's currency is worth. */
export interface CurrencyRate {
	id: number;
	/** ISO 4217. */
	name: string;
	rate: number;
	decimalPlaces: number;
}

/** The amount in the other currency, rounded half up to its decimal places. */
export function convertCurrency(amount: number, from: CurrencyRate, to: CurrencyRate): number {
	if (from.id === to.id) return amount;
	return new Decimal(amount)
		.times(to.rate)
		.div(from.rate)
		.toDecimalPlaces(to.decimalPlaces, Decimal.ROUND_HALF_UP)
		.toNumber();
}
