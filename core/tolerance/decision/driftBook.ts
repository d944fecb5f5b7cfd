import { Exact, type Decimal } from '../decimal';
import { PriorStatus, type Contribution, type PriorDecision } from '../input';
import type { Rule } from '../policy/compiled';

/** One earlier deviation that may count. */
export interface DriftEntry {
	readonly key: string | null;
	readonly document: string | null;
	readonly at: string;
	readonly status: PriorStatus;
	readonly contribution: Contribution;
	/** null: not a number, which no sum can be made of. */
	readonly amount: Decimal | null;
	readonly base: Decimal | null;
	readonly ms: number;
}

export interface DriftQuery {
	readonly rule: Rule;
	readonly group: string;
	readonly key: string | null;
	readonly document: string | null;
	readonly atMs: number;
}

const DAY_MS = 86_400_000;
const DEFAULT_COUNTS: ReadonlyArray<`${PriorStatus}`> = [PriorStatus.Passed, PriorStatus.Pending];

/** Earlier decisions, found by rule and group. Grows with each decision of a batch. */
export class DriftBook {
	private readonly entries = new Map<string, DriftEntry[]>();

	constructor(prior: readonly PriorDecision[] = []) {
		for (const decision of prior) this.add(decision);
	}

	/** A decision with the key of an earlier one takes its place. */
	add({ key, document, at, status, contributions }: PriorDecision): void {
		const ms = Date.parse(at);
		for (const contribution of contributions) {
			const place = placeOf(contribution.rule, contribution.group);
			const entry = {
				key,
				document,
				at,
				status,
				contribution,
				amount: numberOf(contribution.amount),
				base: numberOf(contribution.base),
				// What has no readable time always counts.
				ms: Number.isNaN(ms) ? Infinity : ms,
			};
			const others = this.entries.get(place);
			if (others) others.push(entry);
			else this.entries.set(place, [entry]);
		}
	}

	/** Forgets what an earlier look at the same thing added. */
	forget(key: string, rules: readonly Rule[]): void {
		if (rules.length === 0) return;
		for (const [place, entries] of this.entries) {
			if (entries.some((entry) => entry.key === key)) {
				this.entries.set(
					place,
					entries.filter((entry) => entry.key !== key),
				);
			}
		}
	}

	/** What counts in the window of a rule; the same thing judged before does not count against itself. */
	find({ rule, group, key, document, atMs }: DriftQuery): DriftEntry[] {
		const { window, counts = DEFAULT_COUNTS } = rule.drift as NonNullable<Rule['drift']>;
		const found = (this.entries.get(placeOf(rule.id, group)) ?? []).filter(
			(entry) =>
				counts.includes(entry.status as (typeof counts)[number]) &&
				(key === null || entry.key !== key),
		);
		if (window.document)
			return found.filter((entry) => document !== null && entry.document === document);
		if (window.days !== undefined) {
			const from = atMs - window.days * DAY_MS;
			return found.filter(({ ms }) => ms > from);
		}
		return found.sort(byTime).slice(-((window.count ?? 1) - 1));
	}
}

const numberOf = (text: string | null): Decimal | null => {
	try {
		const value = text === null ? null : new Exact(text);
		return value?.isFinite() ? value : null;
	} catch {
		return null;
	}
};

const placeOf = (rule: string, group: string): string => `${rule}\u001f${group}`;

const byTime = (left: DriftEntry, right: DriftEntry): number =>
	left.ms - right.ms || compareText(left, right);

const compareText = (left: DriftEntry, right: DriftEntry): number =>
	textOf(left) < textOf(right) ? -1 : 1;

const textOf = ({ key, document, contribution }: DriftEntry): string =>
	[key, document, contribution.line, contribution.amount].join('\u001f');

/** The entries as decisions, in an order of their own: a record that holds them can be evaluated again. */
export const asPrior = (entries: readonly DriftEntry[]): PriorDecision[] =>
	entries.length === 0
		? []
		: [...new Set(entries)].sort(byRule).map(({ key, document, at, status, contribution }) => ({
				key,
				document,
				at,
				status,
				contributions: [contribution],
			}));

const byRule = (left: DriftEntry, right: DriftEntry): number => {
	const [a, b] = [left, right].map(({ contribution: { rule, group } }) => placeOf(rule, group));
	if (a !== b) return a < b ? -1 : 1;
	return byTime(left, right);
};
