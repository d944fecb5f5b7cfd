import type { Decimal } from '../decimal';

/**
 * Two values made comparable by multiplication alone, so that no verdict hangs on a rounded quotient:
 * a figure here is the true one × `scale`.
 */
export interface Comparison {
	/** Actual minus expected, signed. */
	readonly deviation: Decimal;
	/** What percentages are of: the size of the expected value; null where it is zero or not there. */
	readonly base: Decimal | null;
	/** A figure / scale is in `unit`. */
	readonly scale: Decimal;
	/** An absolute limit × limitScale can be held against the deviation. */
	readonly limitScale: Decimal;
	/** Unit or currency of the shown figures. */
	readonly unit: string | null;
	readonly decimals: number;
	/** For drift: a figure / driftScale is in `driftUnit`, whatever the item's own unit is. */
	readonly driftScale: Decimal;
	readonly driftUnit: string | null;
	/** How values were converted: `1 Dozens = 12 Units`, `1 EUR = 1.08 USD (2026-01-31)`. */
	readonly conversions: readonly string[];
	readonly expected: string | null;
	readonly actual: string | null;
	/** Unit or currency of the actual value, where it is another than `unit`. */
	readonly actualUnit?: string | null | undefined;
	/** A factor between the values that looks like a mistake of units. */
	readonly mistake: string | null;
}
