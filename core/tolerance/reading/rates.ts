import type { Decimal } from '../decimal';
import type { RateText } from '../input';
import { readNumber } from './number';
import { problem, Problem, read, type Read } from './problem';

/** Units of a currency for one of the policy's currency, with the day it holds. */
export interface Rate {
	readonly rate: Decimal;
	readonly at: string;
}

const DAY_MS = 86_400_000;

interface Row {
	readonly currency: string;
	readonly base: string | undefined;
	readonly rate: Decimal;
	readonly at: string;
	readonly ms: number;
	readonly text?: RateText;
}

export type RateRows = ReadonlyMap<string, readonly Row[]>;

/** Rates by currency, latest first. Rows that are not readable are as good as not there. */
export function rateRows(rates: readonly RateText[]): RateRows {
	const table = new Map<string, Row[]>();
	for (const text of rates) {
		const { currency, rate, at, base } = text;
		const value = readNumber(rate);
		const ms = Date.parse(at);
		if (!value.ok || !value.value.gt(0) || Number.isNaN(ms)) continue;
		const rows = table.get(currency) ?? [];
		rows.push({ currency, base, rate: value.value, at, ms, text });
		table.set(currency, rows);
	}
	for (const rows of table.values()) rows.sort((a, b) => b.ms - a.ms);
	return table;
}

/** Rates for one decision. Knows which ones it used. */
export class RateLookup {
	private usedRows: Map<string, RateText> | null = null;

	constructor(
		private readonly rows: RateRows,
		private readonly policyCurrency: string | undefined,
		private readonly maxAgeDays: number | undefined,
	) {}

	get used(): RateText[] {
		const rows = this.usedRows;
		return rows === null ? [] : [...rows.keys()].sort().map((key) => rows.get(key) as RateText);
	}

	/** The latest rate on or before `atMs`. */
	find(currency: string, atMs: number): Read<Rate> {
		const row = this.latest(currency, atMs);
		if (!row) return this.missing(currency);
		const age = this.tooOld(row, atMs);
		if (age) return age;
		const base = row.base ?? this.policyCurrency;
		if (base === this.policyCurrency) return read(row);
		// The table counts in the company's currency, the policy in another one.
		const own =
			this.policyCurrency === undefined ? undefined : this.latest(this.policyCurrency, atMs);
		if (!own || own.base !== row.base) return this.missing(currency);
		return this.tooOld(own, atMs) ?? read({ rate: row.rate.div(own.rate), at: row.at });
	}

	/** Whether a rate that came with a value is fresh enough. */
	given(currency: string, rate: unknown, at: string | undefined, atMs: number): Read<Rate> {
		const value = readNumber(rate);
		if (!value.ok || !value.value.gt(0)) return this.missing(currency);
		const ms = at === undefined ? NaN : Date.parse(at);
		if (Number.isNaN(ms)) {
			return this.maxAgeDays === undefined
				? read({ rate: value.value, at: '' })
				: problem(Problem.RateStale, `the rate of ${currency} has no date`);
		}
		const row = { currency, base: undefined, rate: value.value, at: at as string, ms };
		return this.tooOld(row, atMs) ?? read(row);
	}

	private latest(currency: string, atMs: number): Row | undefined {
		const row = this.rows.get(currency)?.find(({ ms }) => ms <= atMs);
		if (row?.text) (this.usedRows ??= new Map()).set(`${currency} ${row.at}`, row.text);
		return row;
	}

	private missing(currency: string) {
		const base = this.policyCurrency ?? 'the currency of the policy, which has none';
		return problem(Problem.RateMissing, `there is no rate of ${currency} to ${base}`);
	}

	private tooOld({ currency, at, ms }: Row, atMs: number) {
		const days = Math.abs(atMs - ms) / DAY_MS;
		if (this.maxAgeDays === undefined || days <= this.maxAgeDays) return null;
		const text = `the rate of ${currency} of ${at} is ${Math.floor(days)} days from the event; ${this.maxAgeDays} are allowed`;
		return problem(Problem.RateStale, text);
	}
}
