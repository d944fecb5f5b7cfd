/** Why a rule could not be judged. Closed list; each leads to a review at least, never to a pass. */
export enum Problem {
	Missing = 'missing',
	MissingBaseline = 'missing_baseline',
	ZeroBaseline = 'zero_baseline',
	NotANumber = 'not_a_number',
	AmbiguousNumber = 'ambiguous_number',
	OutOfRange = 'out_of_range',
	NotATime = 'not_a_time',
	UnitMissing = 'unit_missing',
	UnitUnknown = 'unit_unknown',
	UnitCategory = 'unit_category',
	UnitMistake = 'unit_mistake',
	CurrencyMissing = 'currency_missing',
	RateMissing = 'rate_missing',
	RateStale = 'rate_stale',
	PriceMissing = 'price_missing',
	AmountMissing = 'amount_missing',
	DriftUnit = 'drift_unit',
}

/** A problem with what it is about, for people: `"1.234,56" can be read in two ways`. */
export interface ProblemReport {
	readonly problem: Problem;
	readonly text: string;
}

export const problem = (kind: Problem, text: string): { ok: false; problem: ProblemReport } => ({
	ok: false,
	problem: { problem: kind, text },
});

export type Read<T> = { readonly ok: true; readonly value: T } | ReturnType<typeof problem>;

export const read = <T>(value: T): Read<T> => ({ ok: true, value });
