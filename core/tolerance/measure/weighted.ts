import { ONE } from '../decimal';
import type { FieldText, ValueText } from '../input';
import { readNumber } from '../reading/number';
import { problem, Problem, read, type Read } from '../reading/problem';
import { nameOf, valueOf } from '../reading/value';
import type { Comparison } from './comparison';
import type { MeasureContext } from './context';
import { currencyDecimals, limitRate, rateOf } from './currencies';
import { compareQuantities, times } from './quantity';
import { compareTimes } from './time';
import type { Decimal } from '../decimal';

interface Amount {
	readonly value: Decimal;
	readonly text: ValueText;
	readonly currency: string | null;
}

/** Quantity difference × unit price: much of something cheap weighs little. Source: SAP's tolerance key DQ. */
export function compareValues(field: FieldText, context: MeasureContext): Read<Comparison> {
	const quantity = compareQuantities(field, unitLimits(context));
	if (!quantity.ok) return quantity;
	const price = firstAmount(['unit_price'], context);
	if (price === null)
		return problem(Problem.PriceMissing, 'there is no unit price to value the quantity with');
	const perUnit = priceFactor(price.text, quantity.value, context);
	if (!perUnit.ok) return perUnit;
	const { deviation, base } = quantity.value;
	return weighted(
		{
			...quantity.value,
			deviation: deviation.times(price.value),
			base: base?.times(price.value).abs() ?? null,
			scale: perUnit.value,
		},
		price,
		price.currency,
		context,
	);
}

/** Days × amount: a dear delivery may be early by fewer days than a cheap one. Source: SAP's tolerance key ST. */
export function compareAmountDays(field: FieldText, context: MeasureContext): Read<Comparison> {
	const time = compareTimes(field, context);
	if (!time.ok) return time;
	const amount = firstAmount(['line_amount', 'document_amount'], context);
	if (amount === null)
		return problem(Problem.AmountMissing, 'there is no amount to weigh the days with');
	const deviation = time.value.deviation.times(amount.value.abs());
	return weighted(
		{ ...time.value, deviation },
		amount,
		`${amount.currency ?? ''} × ${time.value.unit}`.trim(),
		{
			...context,
			rule: { ...context.rule, in: null },
		},
	);
}

/** The quantities themselves have no limit here. */
const unitLimits = (context: MeasureContext): MeasureContext => ({
	...context,
	rule: { ...context.rule, in: null, hasAbsolute: false },
});

function firstAmount(names: readonly string[], context: MeasureContext): Amount | null {
	for (const name of names) {
		const field = context.field(name);
		for (const text of [valueOf(field?.expected), valueOf(field?.actual)]) {
			const value = readNumber(text.value);
			if (value.ok) {
				const currency = nameOf(text.currency) ?? context.policy.text.currency ?? null;
				return { value: value.value, text, currency };
			}
		}
	}
	return null;
}

/** How many of the common unit the price is for. */
function priceFactor(
	{ unit }: ValueText,
	quantity: Comparison,
	context: MeasureContext,
): Read<Decimal> {
	const name = nameOf(unit);
	if (name === null || name === quantity.unit) return read(quantity.scale);
	const known = context.units.get(name);
	if (!known) return problem(Problem.UnitUnknown, `the unit "${name}" of the price is not known`);
	return known.reference === quantity.driftUnit
		? read(known.factor)
		: problem(
				Problem.UnitCategory,
				`the price is per ${name}, the quantity in ${quantity.unit ?? 'no unit'}`,
			);
}

function weighted(
	comparison: Comparison,
	amount: Amount,
	unit: string | null,
	context: MeasureContext,
): Read<Comparison> {
	const limit = limitRate(amount.currency, amount.text, context);
	if (!limit.ok) return limit;
	const rate = context.rule.drift
		? rateOf(amount.currency, amount.text, context)
		: read({ rate: ONE, text: null });
	if (!rate.ok) return rate;
	return read({
		...comparison,
		limitScale: times(comparison.scale, limit.value),
		driftScale: times(comparison.scale, rate.value.rate),
		driftUnit: context.policy.text.currency ?? null,
		unit,
		decimals: currencyDecimals(amount.currency, context),
	});
}
