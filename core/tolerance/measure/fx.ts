import type { FieldText, ValueText } from '../input';
import { problem, Problem, read, type Read } from '../reading/problem';
import { nameOf } from '../reading/value';
import type { Comparison } from './comparison';
import type { MeasureContext } from './context';
import { currencyDecimals, rateOf } from './currencies';
import { baseOf, expectedTextOf } from './number';
import { readPair } from './pair';

/**
 * What the exchange rate alone changed: the expected amount at the rate of when it was agreed and at that of
 * now, in the policy's currency. Kept apart from price deviations, which are judged at one rate.
 */
export function compareRates(field: FieldText, context: MeasureContext): Read<Comparison> {
	const pair = readPair(field, context.rule);
	if (!pair.ok) return pair;
	const { expected, expectedText, actualText } = pair.value;
	const own = context.policy.text.currency ?? null;
	const currency = nameOf(expectedText.currency) ?? own;
	const then = rateOf(currency, expectedText, context, whenOf(expectedText, context));
	if (!then.ok) return then;
	const now = rateOf(currency, actualText, context, whenOf(actualText, context));
	if (!now.ok) return now;
	if (context.rule.in !== null && context.rule.in !== own) {
		return problem(
			Problem.CurrencyMissing,
			'what a rate changes is judged in the policy’s currency',
		);
	}
	// amount/then against amount/now, both times then·now.
	const scale = then.value.rate.times(now.value.rate);
	return read({
		deviation: expected.times(then.value.rate).minus(expected.times(now.value.rate)),
		base: baseOf(expected.times(now.value.rate)),
		expected: expectedTextOf(pair.value),
		actual: pair.value.actual.toFixed(),
		scale,
		limitScale: scale,
		driftScale: scale,
		driftUnit: own,
		unit: own,
		decimals: currencyDecimals(own, context),
		conversions: [then.value.text, now.value.text].filter((text) => text !== null),
		mistake: null,
	});
}

const whenOf = ({ rateAt, at }: ValueText, { atMs }: MeasureContext): number => {
	const ms = Date.parse(rateAt ?? at ?? '');
	return Number.isNaN(ms) ? atMs : ms;
};
