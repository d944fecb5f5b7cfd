import { Exact, HUNDRED } from '../decimal';
import { RuleLevel } from '../fields';
import { calendarOf } from '../reading/calendar';
import { mildest } from '../route';
import { limitsText } from './limitText';
import { fieldOf, hasAbsolute, policyIssues } from './check';
import type { Limit, Policy, Rule, Scoped, Sides, UnitFactor } from './compiled';
import { hashOf } from './hash';
import { schemaIssues, type PolicyIssue } from './schema';
import { BaselineRule, Check, Combine, Dimension, Measure } from './types';
import type { DecimalText, LimitText, PolicyText, RuleText, ScopedText, SidesText } from './types';

export type Compiled =
	| { readonly ok: true; readonly policy: Policy; readonly warnings: readonly PolicyIssue[] }
	| { readonly ok: false; readonly issues: readonly PolicyIssue[] };

/** Checks a policy and makes it ready to decide. Everything that costs time is done here, once. */
export function compilePolicy(document: unknown): Compiled {
	const wrong = schemaIssues(document);
	if (wrong.length > 0) return { ok: false, issues: wrong };
	const text = document as PolicyText;
	const issues = policyIssues(text);
	if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
	const rules = text.rules.map((rule) => compileRule(rule, text)).sort(byId);
	const at = (level: RuleLevel): Rule[] =>
		rules.filter(({ definition }) => definition.level === level);
	const policy: Policy = {
		text,
		hash: hashOf(text),
		calendar: calendarOf(text.calendar ?? {}),
		units: unitsOf(text),
		fields: new Map(rules.map(({ field, definition }) => [field, definition])),
		lineRules: at(RuleLevel.Line),
		documentRules: at(RuleLevel.Document),
		allRules: rules,
	};
	return { ok: true, policy, warnings: issues };
}

const byId = (left: Rule, right: Rule): number => (left.id < right.id ? -1 : 1);

const unitsOf = ({ units = {} }: PolicyText): Map<string, UnitFactor> =>
	new Map(
		Object.entries(units).map(([name, { reference, factor }]) => [
			name,
			{ reference, factor: new Exact(factor) },
		]),
	);

const compileRule = (rule: RuleText, policy: PolicyText): Rule => ({
	id: rule.id,
	field: rule.field,
	definition: fieldOf(rule.field, policy) as Rule['definition'],
	measure: rule.measure ?? Measure.Difference,
	in: rule.in ?? null,
	optional: rule.optional ?? false,
	baseline: rule.baseline ?? null,
	zeroBaseline: rule.zeroBaseline ?? BaselineRule.Review,
	missingBaseline: rule.missingBaseline ?? BaselineRule.Review,
	drift: rule.drift ?? null,
	hasAbsolute: hasAbsolute(rule),
	base: compileSides(rule),
	scopes: (rule.scopes ?? [])
		.map((scoped) => compileScoped(scoped, policy.scopeOrder ?? Object.values(Dimension)))
		.sort((a, b) => b.weight - a.weight || (a.label < b.label ? -1 : 1)),
});

function compileSides({ check = Check.Enforce, upper = [], lower = [] }: SidesText): Sides {
	const [above, below] = [upper, lower].map((limits) =>
		limits.filter((limit) => limit.check !== Check.Off).map((limit) => compileLimit(limit, check)),
	);
	return {
		check,
		upper: above,
		lower: below,
		upperText: limitsText(above),
		lowerText: limitsText(below),
	};
}

const decimal = (value: DecimalText | undefined) => (value === undefined ? null : new Exact(value));

const shareOf = (percent: DecimalText) => new Exact(percent).div(HUNDRED);

function compileLimit(limit: LimitText, ruleCheck: Check): Limit {
	const warns = limit.check === Check.Warn || ruleCheck === Check.Warn;
	return {
		absolute: decimal(limit.absolute),
		share: limit.percent === undefined ? null : shareOf(limit.percent),
		bands: limit.bands
			? {
					kind: limit.bands.kind,
					steps: limit.bands.steps.map(({ upTo, percent }) => ({
						upTo: decimal(upTo),
						share: shareOf(percent),
					})),
				}
			: null,
		combine: limit.combine ?? Combine.LesserOf,
		route: warns ? mildest(limit.route, 'notify') : limit.route,
		check: warns ? Check.Warn : Check.Enforce,
	};
}

function compileScoped(scoped: ScopedText, order: readonly Dimension[]): Scoped {
	const when = Object.values(Dimension)
		.filter((dimension) => scoped.when[dimension] !== undefined)
		.map((dimension) => ({
			dimension,
			values: [scoped.when[dimension] ?? []].flat() as readonly string[],
		}));
	return {
		...compileSides(scoped),
		label: when.map(({ dimension, values }) => `${dimension}=${values.join('|')}`).join(' & '),
		when,
		weight: when.reduce((sum, { dimension }) => sum + weightOf(dimension, order), 0),
	};
}

/** Dimensions that the order leaves out are the least specific. */
const weightOf = (dimension: Dimension, order: readonly Dimension[]): number => {
	const at = order.indexOf(dimension);
	return at < 0 ? 1 : 2 ** (order.length - at);
};
