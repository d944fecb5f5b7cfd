import { percentOf, ratio, shown } from '../decimal';
import { FieldKind } from '../fields';
import type { Facts } from '../input';
import type { Comparison } from '../measure';
import type { Policy, Rule, Sides } from '../policy/compiled';
import { resolveScope } from '../policy/scope';
import { BaselineRule, Check, OnMistake } from '../policy/types';
import { Problem, problem, type ProblemReport, type Read } from '../reading/problem';
import { rankOf, strictest, type Route } from '../route';
import { judgeLimits, withSign } from './limits';
import { Side, Verdict, type DriftResult, type RuleResult } from './result';

/** A rule with what it found, still to be held against the limits. */
export interface Finding {
	readonly rule: Rule;
	readonly facts: Facts;
	readonly comparison: Read<Comparison>;
	readonly drift?: DriftResult;
}

/** The verdict of one rule: of several equally specific scopes the strictest. */
export function judgeRule(finding: Finding, policy: Policy): RuleResult {
	const { rule, facts } = finding;
	if (rule.scopes.length === 0) return judgeSides(finding, rule.base, policy);
	const { chosen, path } = resolveScope(rule, facts);
	let strict: RuleResult | null = null;
	for (const sides of chosen) {
		const result = judgeSides(finding, sides, policy);
		if (strict === null || rankOf(result.route) > rankOf(strict.route)) strict = result;
	}
	return { ...(strict as RuleResult), resolution: path };
}

function judgeSides(finding: Finding, sides: Sides, policy: Policy): RuleResult {
	const { rule, comparison } = finding;
	const { id, field } = rule;
	if (sides.check === Check.Off) return { rule: id, field, verdict: Verdict.Off, route: 'auto' };
	if (!comparison.ok) return indeterminate(rule, comparison.problem, sides, policy);
	const found = comparison.value;
	const side = sideOf(found);
	const limits = side === Side.Lower ? sides.lower : sides.upper;
	const { hit, isOfNothing } = judgeLimits(limits, found);
	const nothing = isOfNothing ? problem(Problem.ZeroBaseline, OF_NOTHING).problem : null;
	const exceeded = hit?.route ?? 'auto';
	const doubtful = strictest(
		nothing ? doubtRoute(nothing, rule, sides, policy) : 'auto',
		mistakeRoute(found, sides, policy),
	);
	const route = strictest(exceeded, doubtful);
	const result: Writable<RuleResult> = {
		rule: id,
		field,
		verdict: verdictOf(exceeded, doubtful, hit !== null),
		route,
		side,
		expected: found.expected,
		actual: found.actual,
		unit: found.unit,
		deviation: withSign(
			shown(ratio(found.deviation, found.scale), found.decimals, policy.text.decimals?.rounding),
		),
		limit: hit?.limit ?? (side === Side.Lower ? sides.lowerText : sides.upperText),
	};
	if (found.actualUnit !== undefined) result.actualUnit = found.actualUnit;
	if (rule.definition.kind !== FieldKind.Time) result.percent = percentText(found);
	if (hit) result.exceededBy = hit.deviation;
	if (found.conversions.length > 0) result.conversions = found.conversions;
	if (nothing) result.problem = nothing;
	if (found.mistake !== null) result.mistake = found.mistake;
	if (finding.drift) result.drift = finding.drift;
	return result;
}

type Writable<T> = { -readonly [name in keyof T]: T[name] };

const OF_NOTHING = 'there is nothing to take a percentage of';

const sideOf = ({ deviation }: Comparison): Side | null => {
	if (deviation.isZero()) return null;
	return deviation.s > 0 ? Side.Upper : Side.Lower;
};

const percentText = ({ deviation, base }: Comparison): string | null =>
	base === null ? null : withSign(shown(percentOf(deviation, base), 2));

/** A doubt that is stricter than what is exceeded is what people have to hear of. */
function verdictOf(exceeded: Route, doubtful: Route, isHit: boolean): Verdict {
	if (isHit && rankOf(exceeded) >= rankOf(doubtful)) return Verdict.Exceeded;
	return doubtful === 'auto' ? Verdict.Within : Verdict.Indeterminate;
}

/** A factor of 12, 1000 or 0.4536 is a mistake of units, not a deviation: somebody looks at it. */
function mistakeRoute({ mistake }: Comparison, sides: Sides, policy: Policy): Route {
	const on = policy.text.onUnitMistake ?? OnMistake.Review;
	if (mistake === null || on === OnMistake.Name) return 'auto';
	return warned(on === OnMistake.Block ? 'block' : 'review', sides);
}

function indeterminate(
	rule: Rule,
	report: ProblemReport,
	sides: Sides,
	policy: Policy,
): RuleResult {
	return {
		rule: rule.id,
		field: rule.field,
		verdict: Verdict.Indeterminate,
		route: doubtRoute(report, rule, sides, policy),
		problem: report,
	};
}

/** What cannot be judged never passes, but where the policy only asks for a notice. */
function doubtRoute(
	{ problem: kind }: ProblemReport,
	rule: Rule,
	sides: Sides,
	policy: Policy,
): Route {
	const blocks =
		kind === Problem.UnitCategory ||
		(kind === Problem.ZeroBaseline && rule.zeroBaseline === BaselineRule.Block) ||
		(kind === Problem.MissingBaseline && rule.missingBaseline === BaselineRule.Block);
	return warned(blocks ? 'block' : (policy.text.indeterminate ?? 'review'), sides);
}

const warned = (route: Route, { check }: Sides): Route => (check === Check.Warn ? 'notify' : route);
