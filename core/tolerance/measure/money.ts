import { ONE, type Decimal } from '../decimal';
import { FieldKind } from '../fields';
import type { FieldText } from '../input';
import { problem, Problem, read, type Read } from '../reading/problem';
import { commonFactors, unitMistake } from '../reading/units';
import type { Comparison } from './comparison';
import type { MeasureContext } from './context';
import { currencyDecimals, limitRate, rateOf } from './currencies';
import { baseOf, deviationOf, expectedTextOf, NO_CONVERSIONS } from './number';
import { currenciesOfPair, readPair, unitsOfPair, type Pair } from './pair';
import { conversionTexts, times } from './quantity';

interface Multipliers {
	/** To be multiplied with the expected and the actual value. */
	readonly expected: Decimal;
	readonly actual: Decimal;
	readonly conversions: readonly string[];
}

const AS_GIVEN: Multipliers = { expected: ONE, actual: ONE, conversions: NO_CONVERSIONS };

/** Amounts of money. In one currency they are compared in it, and no rate is needed. */
export function compareMoney(field: FieldText, context: MeasureContext): Read<Comparison> {
	const pair = readPair(field, context.rule);
	return pair.ok ? compare(pair.value, AS_GIVEN, context) : pair;
}

/** Prices: money per unit. A price of 12 per dozen is one of 1 per piece. */
export function comparePrices(field: FieldText, context: MeasureContext): Read<Comparison> {
	const pair = readPair(field, context.rule);
	if (!pair.ok) return pair;
	const [from, to] = unitsOfPair(pair.value);
	const factors = commonFactors(from, to, context.units, ONE);
	if (!factors.ok) return factors;
	if (factors.value.expected.eq(factors.value.actual))
		return compare(pair.value, AS_GIVEN, context);
	// e/f against a/g is e·g against a·f.
	const perUnit = {
		expected: factors.value.actual,
		actual: factors.value.expected,
		conversions: conversionTexts(from, to, context.units),
	};
	return compare(pair.value, perUnit, context);
}

function compare(pair: Pair, perUnit: Multipliers, context: MeasureContext): Read<Comparison> {
	const { rule, policy } = context;
	const own = policy.text.currency ?? null;
	const [from, to] = currenciesOfPair(pair, own);
	const exchange = exchangeOf(from, to, pair, context);
	if (!exchange.ok) return exchange;
	const scale = times(exchange.value.expected, perUnit.expected);
	const expected = times(pair.expected, scale);
	const actual = times(times(pair.actual, exchange.value.actual), perUnit.actual);
	const limit = limitRate(from, pair.expectedText, context);
	if (!limit.ok) return limit;
	const drift = rule.drift
		? rateOf(from, pair.expectedText, context)
		: read({ rate: ONE, text: null });
	if (!drift.ok) return drift;
	return read({
		deviation: deviationOf(expected, actual, rule.measure),
		base: baseOf(expected),
		expected: expectedTextOf(pair),
		actual: pair.actual.toFixed(),
		scale,
		limitScale: times(scale, limit.value),
		driftScale: times(scale, drift.value.rate),
		driftUnit: own,
		unit: from,
		actualUnit: from === to ? undefined : to,
		decimals: currencyDecimals(from, context),
		conversions: [...perUnit.conversions, ...exchange.value.conversions],
		mistake:
			perUnit === AS_GIVEN && rule.definition.kind === FieldKind.Money
				? null
				: unitMistake(expected, actual),
	});
}

function exchangeOf(
	from: string | null,
	to: string | null,
	pair: Pair,
	context: MeasureContext,
): Read<Multipliers> {
	if (from === to) return read(AS_GIVEN);
	if (from === null || to === null) {
		return problem(
			Problem.CurrencyMissing,
			`one value is in ${from ?? to}, the other has no currency`,
		);
	}
	const ofExpected = rateOf(from, pair.expectedText, context);
	if (!ofExpected.ok) return ofExpected;
	const ofActual = rateOf(to, pair.actualText, context);
	if (!ofActual.ok) return ofActual;
	const conversions = [ofExpected.value.text, ofActual.value.text].filter((text) => text !== null);
	return read({ expected: ofActual.value.rate, actual: ofExpected.value.rate, conversions });
}
