import { ONE, type Decimal } from '../decimal';
import type { ValueText } from '../input';
import { problem, Problem, read, type Read } from '../reading/problem';
import type { MeasureContext } from './context';
import digits from './currencyDigits.json';

const DEFAULT_DECIMALS = 2;
/** ISO 4217 minor units other than two. */
const DIGITS = digits as Readonly<Record<string, number>>;

export const currencyDecimals = (currency: string | null, { policy }: MeasureContext): number => {
	const name = currency ?? '';
	return policy.text.decimals?.currencies?.[name] ?? DIGITS[name] ?? DEFAULT_DECIMALS;
};

export interface CurrencyRate {
	readonly rate: Decimal;
	/** For the record, null where nothing was converted. */
	readonly text: string | null;
}

const NONE: CurrencyRate = { rate: ONE, text: null };

/** Units of the value's currency for one of the policy's. */
export function rateOf(
	currency: string | null,
	value: ValueText,
	context: MeasureContext,
	atMs = context.atMs,
): Read<CurrencyRate> {
	const own = context.policy.text.currency ?? null;
	if (currency === own) return read(NONE);
	if (currency === null) return problem(Problem.CurrencyMissing, 'the value has no currency');
	const found =
		value.rate === undefined
			? context.rates.find(currency, atMs)
			: context.rates.given(currency, value.rate, value.rateAt, atMs);
	if (!found.ok) return found;
	const { rate, at } = found.value;
	return read({ rate, text: `1 ${own} = ${rate.toString()} ${currency} (${at || 'no date'})` });
}

/** Turns an absolute limit, in the rule's or the policy's currency, into the currency of the expected value. */
export function limitRate(
	currency: string | null,
	value: ValueText,
	context: MeasureContext,
): Read<Decimal> {
	const { rule, policy } = context;
	const limitCurrency = rule.in ?? policy.text.currency ?? null;
	if (!rule.hasAbsolute || limitCurrency === null || limitCurrency === currency) return read(ONE);
	const own = rateOf(currency, value, context);
	if (!own.ok) return own;
	const limit = rateOf(limitCurrency, {}, context);
	if (!limit.ok) return limit;
	return read(limit.value.rate === ONE ? own.value.rate : own.value.rate.div(limit.value.rate));
}
