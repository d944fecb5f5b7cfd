import { routeText } from '../route';
import type { DecisionRecord } from './record';
import { Verdict, type RuleResult } from './result';

/** A record in words: the sentence, then each rule with its figures, limits, conversions and how its limits were chosen. */
export function explain(record: DecisionRecord): string[] {
	const { policy, at, decidedAt, document, key, acceptance } = record;
	const what = document ?? key;
	return [
		record.sentence,
		`Decided ${decidedAt} about what happened ${at}${what === null ? '' : `, ${what}`}, by policy ${policy.id} v${policy.version} (${policy.hash.slice(0, 19)}…)`,
		...record.results.flatMap((result) => ruleTexts(result, '')),
		...record.lines.flatMap(({ line, results }) =>
			results.flatMap((result) => ruleTexts(result, `Line ${line}, `)),
		),
		...(acceptance
			? [
					`May go on: ${listed(acceptance.accepted)}; wait: ${listed(acceptance.held)}; blocked: ${listed(acceptance.blocked)}`,
				]
			: []),
	];
}

const listed = (names: readonly string[]): string =>
	names.length === 0 ? 'none' : names.join(', ');

function ruleTexts(result: RuleResult, place: string): string[] {
	const { rule, verdict, route, deviation, percent, unit, limit, drift } = result;
	const head = `${place}rule ${rule}: ${VERDICT_TEXT[verdict]}`;
	if (verdict === Verdict.Off || verdict === Verdict.NotGiven) return [head];
	const figures =
		deviation === undefined
			? (result.problem?.text ?? '')
			: `expected ${result.expected ?? 'nothing'}, actual ${result.actual ?? 'nothing'}, deviation ${deviation}${unit == null ? '' : ` ${unit}`}${percent == null ? '' : ` (${percent} %)`}, ${verdict === Verdict.Exceeded ? 'beyond' : 'limits'} ${limit ?? ''}`;
	return [
		`${head}, ${routeText(route)}. ${figures}`,
		...(drift
			? [
					`  sum of ${drift.earlier} earlier and this one (${drift.own}) in ${drift.window}${drift.group === '' ? '' : ` for ${drift.group}`}`,
				]
			: []),
		...(result.conversions ?? []).map((text) => `  ${text}`),
		...(result.mistake === undefined ? [] : [`  looks like a mistake of units: ${result.mistake}`]),
		...(result.resolution ?? []).map((text) => `  ${text}`),
	];
}

const VERDICT_TEXT: Readonly<Record<Verdict, string>> = {
	[Verdict.Within]: 'within',
	[Verdict.Exceeded]: 'exceeded',
	[Verdict.Indeterminate]: 'cannot be judged',
	[Verdict.Acknowledged]: 'exceeded, and accepted before',
	[Verdict.Off]: 'off',
	[Verdict.NotGiven]: 'not asked, the item does not have the field',
};
