import type { Policy } from '../policy/compiled';
import { routeText, type Route } from '../route';
import { Reason, Verdict, type RuleResult } from './result';

interface Spoken {
	readonly line: string | null;
	readonly result: RuleResult;
}

/** `Received 112, ordered 100: +12 % exceeds 10 % (policy receipts v3, rule qty.over): approval level 1`. */
export function sentenceOf(
	policy: Policy,
	route: Route,
	worst: Spoken | null,
	others: number,
	reasons: readonly Reason[],
): string {
	const verdict = routeText(route);
	const name = `policy ${policy.text.id} v${policy.text.version}`;
	const special = reasons.map((reason) => SPECIAL[reason]).find((text) => text !== undefined);
	const raised = reasons.includes(Reason.Raised) ? ', raised on request' : '';
	if (worst === null) {
		return `${capital(special ?? 'all is within tolerance')} (${name})${raised}: ${verdict}`;
	}
	const { line, result } = worst;
	const place = line === null ? '' : `Line ${line}: `;
	const more = others > 0 ? `, and ${others} more` : '';
	return `${place}${capital(factOf(policy, result))} (${name}, rule ${result.rule}${more})${raised}: ${verdict}`;
}

const SPECIAL: Readonly<Partial<Record<Reason, string>>> = {
	[Reason.PolicyNotApproved]: 'the policy is not on the list of approved ones',
	[Reason.PolicyNotEffective]: 'the policy is not in force',
	[Reason.NothingJudged]: 'no rule found anything to judge',
	[Reason.UnreadableTime]: 'the time of the event cannot be read',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function factOf(policy: Policy, result: RuleResult): string {
	const field = policy.fields.get(result.field);
	const { verdict, problem, expected, actual, deviation, percent, drift } = result;
	if (verdict === Verdict.Indeterminate && problem) {
		return `${field?.label ?? result.field} cannot be judged, ${problem.text}`;
	}
	const values = [
		actual == null
			? null
			: `${field?.actual ?? 'actual'} ${withUnit(actual, result.actualUnit ?? result.unit)}`,
		expected == null ? null : `${field?.expected ?? 'expected'} ${withUnit(expected, result.unit)}`,
	].filter((text) => text !== null);
	const off = percent ? `${percent} %` : withUnit(deviation ?? '0', result.unit);
	const sum = drift ? `, with ${drift.earlier} earlier in ${drift.window}` : '';
	return `${values.join(', ')}: ${judgement(result, off, sum)}`;
}

function judgement(result: RuleResult, off: string, sum: string): string {
	const { verdict, exceededBy, limit, mistake, acknowledgedBy } = result;
	if (verdict === Verdict.Indeterminate && mistake)
		return `looks like a mistake of units (${mistake})`;
	const hint = mistake ? `, and looks like a mistake of units (${mistake})` : '';
	if (verdict === Verdict.Exceeded)
		return `${exceededBy ?? off}${sum} exceeds ${limit ?? ''}${hint}`;
	if (verdict === Verdict.Acknowledged)
		return `${exceededBy ?? off}${sum} was accepted by ${acknowledgedBy ?? ''}`;
	return `${off}${sum} is within tolerance${hint}`;
}

/** Dates and windows have no unit; what they differ by has. */
const withUnit = (text: string, unit: string | null | undefined): string =>
	unit == null || /\d-\d/.test(text) ? text : `${text} ${unit}`;
