import { ONE, ZERO, type Decimal } from '../decimal';
import { Measure } from '../policy/types';
import { read, type Read } from '../reading/problem';
import type { Comparison } from './comparison';
import type { MeasureContext } from './context';
import { readPair, type Pair } from './pair';
import type { FieldText } from '../input';

export const NO_CONVERSIONS: readonly string[] = [];
const DEFAULT_DECIMALS = 4;

/** Plain numbers: nothing to convert. */
export function compareNumbers(field: FieldText, { rule }: MeasureContext): Read<Comparison> {
	const pair = readPair(field, rule);
	if (!pair.ok) return pair;
	const { expected, actual } = pair.value;
	return read({
		deviation: deviationOf(expected, actual, rule.measure),
		base: baseOf(expected),
		expected: expectedTextOf(pair.value),
		actual: actual.toFixed(),
		scale: ONE,
		limitScale: ONE,
		driftScale: ONE,
		driftUnit: null,
		unit: null,
		decimals: DEFAULT_DECIMALS,
		conversions: NO_CONVERSIONS,
		mistake: null,
	});
}

/** Actual minus expected, or the actual value itself, of two values that are on one scale. */
export const deviationOf = (expected: Decimal, actual: Decimal, measure: Measure): Decimal =>
	measure === Measure.Actual || expected === ZERO ? actual : actual.minus(expected);

export function baseOf(expected: Decimal): Decimal | null {
	if (expected.isZero()) return null;
	return expected.s > 0 ? expected : expected.abs();
}

export const expectedTextOf = ({ expected, hasExpected }: Pair): string | null =>
	hasExpected ? expected.toFixed() : null;
