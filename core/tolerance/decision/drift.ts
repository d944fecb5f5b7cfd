import { ratio, shown, ZERO, type Decimal } from '../decimal';
import type { Contribution, Facts } from '../input';
import type { Comparison } from '../measure';
import type { Rule } from '../policy/compiled';
import { textsOf } from '../policy/scope';
import { DriftMode } from '../policy/types';
import { problem, Problem, read } from '../reading/problem';
import type { DriftBook, DriftEntry } from './driftBook';
import { withSign } from './limits';
import type { Finding } from './judgeRule';

/** A finding of a drift rule, with the line it is of. */
export interface DriftPart {
	readonly finding: Finding;
	readonly line: string | null;
}

export interface DriftContext {
	readonly book: DriftBook;
	readonly key: string | null;
	readonly document: string | null;
	readonly atMs: number;
}

/** The values that make earlier decisions count as the same. */
const groupOf = (rule: Rule, facts: Facts): string =>
	(rule.drift?.by ?? [])
		.map((dimension) => `${dimension}=${textsOf(facts[dimension]).join('|')}`)
		.join(' & ');

/** What a line adds to its window, in the unit of the window. */
function contributionOf({
	finding: { rule, facts, comparison },
	line,
}: DriftPart): Contribution | null {
	if (!comparison.ok) return null;
	const { deviation, base, driftScale, driftUnit } = comparison.value;
	return {
		rule: rule.id,
		group: groupOf(rule, facts),
		line,
		amount: ratio(deviation, driftScale).toFixed(),
		base: base === null ? null : ratio(base, driftScale).toFixed(),
		unit: driftUnit,
	};
}

export interface DriftOutcome {
	/** The findings with the sums in place of the single deviations, in the order of the parts. */
	readonly findings: readonly Finding[];
	readonly contributions: readonly Contribution[];
	readonly used: readonly DriftEntry[];
}

/** Sums each line with what counts before it. All lines of one document count for each of them, in whatever order they come. */
export function sumDrift(parts: readonly DriftPart[], context: DriftContext): DriftOutcome {
	const contributions = parts.map(contributionOf);
	const groups = new Map<string, Sum>();
	contributions.forEach((contribution, at) => {
		if (contribution === null) return;
		const name = `${contribution.rule}\u001f${contribution.group}`;
		const sum = groups.get(name) ?? startSum(parts[at].finding.rule, contribution, context);
		groups.set(name, sum);
		addTo(sum, parts[at].finding);
	});
	const findings = parts.map(({ finding }, at) => {
		const contribution = contributions[at];
		const sum = contribution && groups.get(`${contribution.rule}\u001f${contribution.group}`);
		return contribution && sum ? withSum(finding, contribution, sum, context) : finding;
	});
	return {
		findings,
		contributions: contributions.filter((one) => one !== null),
		used: [...groups.values()].flatMap(({ earlier }) => earlier),
	};
}

interface Sum {
	readonly earlier: readonly DriftEntry[];
	readonly mode: DriftMode;
	amount: Decimal;
	base: Decimal | null;
	/** A unit among them that is another than that of the item. */
	foreignUnit: string | null;
}

function startSum(rule: Rule, { group, unit }: Contribution, context: DriftContext): Sum {
	const { mode, percentOf = 'current' } = rule.drift as NonNullable<Rule['drift']>;
	const earlier = context.book.find({ rule, group, ...context });
	const sum: Sum = { earlier, mode, amount: ZERO, base: null, foreignUnit: null };
	for (const { amount, base, contribution } of earlier) {
		if (contribution.unit !== unit) sum.foreignUnit = contribution.unit ?? 'no unit';
		if (amount === null) sum.foreignUnit = 'no readable number';
		if (amount === null) continue;
		sum.amount = sum.amount.plus(mode === DriftMode.Gross ? amount.abs() : amount);
		if (percentOf === 'window' && base !== null) sum.base = (sum.base ?? ZERO).plus(base);
	}
	return sum;
}

function addTo(sum: Sum, { comparison }: Finding): void {
	if (!comparison.ok) return;
	const { base, driftScale, deviation } = comparison.value;
	const own = deviation.div(driftScale);
	sum.amount = sum.amount.plus(sum.mode === DriftMode.Gross ? own.abs() : own);
	if (base !== null) sum.base = (sum.base ?? ZERO).plus(base.div(driftScale));
}

function withSum(
	finding: Finding,
	{ group, unit }: Contribution,
	sum: Sum,
	context: DriftContext,
): Finding {
	const { comparison, rule } = finding;
	if (!comparison.ok) return finding;
	if (sum.foreignUnit !== null) {
		const text = `earlier deviations are in ${sum.foreignUnit}, this one in ${unit ?? 'no unit'}`;
		return { ...finding, comparison: problem(Problem.DriftUnit, text) };
	}
	const { driftScale, decimals } = comparison.value;
	const summed: Comparison = {
		...comparison.value,
		// A sum is no single value that could be in the wrong unit.
		mistake: null,
		deviation: sum.amount.times(driftScale),
		base: sum.base?.times(driftScale) ?? null,
	};
	const drift = {
		window: windowText(rule, context.document),
		group,
		earlier: sum.earlier.length,
		own: withSign(shown(ratio(comparison.value.deviation, comparison.value.scale), decimals)),
	};
	return { ...finding, comparison: read(summed), drift };
}

function windowText({ drift }: Rule, document: string | null): string {
	const { days, count } = (drift as NonNullable<Rule['drift']>).window;
	if (days !== undefined) return `${days} days`;
	return count !== undefined ? `${count} decisions` : `document ${document ?? '(none)'}`;
}
