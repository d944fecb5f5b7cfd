import type { Contribution, EvaluationInput } from '../input';
import type { Policy } from '../policy/compiled';
import { levelOf, outcomeOf, rankOf, strictest, type Route } from '../route';
import { textOf } from '../reading/value';
import type { DecisionRequest, Judged } from './decide';
import { RECORD_SCHEMA, type Contributor, type Decision, type LineResult } from './record';
import { Reason, Verdict } from './result';
import { sentenceOf } from './sentence';

export interface Conclusion {
	readonly request: DecisionRequest;
	readonly policy: Policy;
	readonly judged: readonly Judged[];
	readonly at: string;
	/** Why no rule was asked, or why the rules do not say it all. */
	readonly reasons: readonly Reason[];
	readonly contributions: readonly Contribution[];
	/** The part of the shared inputs that this decision used; null for none. */
	readonly used: Partial<EvaluationInput> | null;
}

const BLOCKING: ReadonlySet<Reason> = new Set([
	Reason.PolicyNotApproved,
	Reason.PolicyNotEffective,
]);

/** The strictest of all results, with what led to it. */
export function concluded(conclusion: Conclusion): Decision {
	const { request, policy, judged, used } = conclusion;
	const strict = strictestOf(judged);
	const reasons = reasonsOf(conclusion, strict);
	const route = routeOf(reasons, strict, conclusion);
	const contributors = judged.filter(({ result }) => result.route !== 'auto').sort(byStrictness);
	const lines = linesOf(judged);
	const decision: Decision = {
		schema: RECORD_SCHEMA,
		policy: { id: policy.text.id, version: policy.text.version, hash: policy.hash },
		key: textOf(request.document.key),
		document: textOf(request.document.document),
		at: conclusion.at,
		decidedAt: request.now,
		outcome: outcomeOf(route),
		route,
		level: levelOf(route),
		indeterminate: reasons.includes(Reason.Indeterminate) || conclusion.reasons.length > 0,
		reasons,
		sentence: sentenceOf(
			policy,
			route,
			toldOf(contributors, judged),
			contributors.length - 1,
			reasons,
		),
		contributors: contributors.map(asContributor),
		results: judged.filter(({ line }) => line === null).map(({ result }) => result),
		lines,
		contributions: conclusion.contributions,
		inputs: used === null ? request : { ...request, ...used },
	};
	return policy.text.partialAcceptance === true && lines.length > 0
		? { ...decision, acceptance: acceptanceOf(lines) }
		: decision;
}

const strictestOf = (judged: readonly Judged[]): Route =>
	judged.reduce<Route>((route, { result }) => strictest(route, result.route), 'auto');

/** What the sentence is about: the strictest, or the only one, or what was accepted before. */
function toldOf(contributors: readonly Judged[], judged: readonly Judged[]): Judged | null {
	if (contributors.length > 0) return contributors[0];
	const telling = judged.filter(({ result }) => isTelling(result.verdict));
	if (telling.length === 1) return telling[0];
	return telling.find(({ result }) => result.verdict === Verdict.Acknowledged) ?? null;
}

const isTelling = (verdict: Verdict): boolean =>
	verdict !== Verdict.Off && verdict !== Verdict.NotGiven;

const REASON_OF: Readonly<Partial<Record<Verdict, Reason>>> = {
	[Verdict.Exceeded]: Reason.Exceeded,
	[Verdict.Indeterminate]: Reason.Indeterminate,
	[Verdict.Acknowledged]: Reason.Acknowledged,
};

function reasonsOf({ request, judged, reasons }: Conclusion, strict: Route): Reason[] {
	const found = new Set(reasons);
	let isJudged = false;
	for (const { result } of judged) {
		const reason = REASON_OF[result.verdict];
		if (reason !== undefined) found.add(reason);
		if (result.mistake !== undefined) found.add(Reason.UnitMistake);
		// A rule that the policy turns off has been thought of.
		isJudged ||= result.verdict !== Verdict.NotGiven;
	}
	if (!isJudged && !reasons.some((reason) => BLOCKING.has(reason))) found.add(Reason.NothingJudged);
	if (request.atLeast !== undefined && rankOf(request.atLeast) > rankOf(strict))
		found.add(Reason.Raised);
	return found.size === 0 ? [] : Object.values(Reason).filter((reason) => found.has(reason));
}

function routeOf(
	reasons: readonly Reason[],
	strict: Route,
	{ request, policy }: Conclusion,
): Route {
	let route = strictest(strict, request.atLeast ?? 'auto');
	for (const reason of reasons) {
		if (BLOCKING.has(reason)) return 'block';
		if (reason === Reason.NothingJudged || reason === Reason.UnreadableTime) {
			route = strictest(route, policy.text.indeterminate ?? 'review');
		}
	}
	return route;
}

function byStrictness(left: Judged, right: Judged): number {
	const strictness = rankOf(right.result.route) - rankOf(left.result.route);
	if (strictness !== 0) return strictness;
	const [a, b] = [left, right].map(({ line, result }) => `${line ?? ''}\u001f${result.rule}`);
	return a < b ? -1 : Number(a > b);
}

const asContributor = ({ line, result }: Judged): Contributor => ({
	line,
	rule: result.rule,
	route: result.route,
	deviation: result.deviation ?? null,
	unit: result.unit ?? null,
});

function linesOf(judged: readonly Judged[]): LineResult[] {
	const lines = new Map<string, LineResult & { results: Array<Judged['result']> }>();
	for (const { line, result } of judged) {
		if (line === null) continue;
		const known = lines.get(line);
		if (known) {
			known.results.push(result);
			lines.set(line, { ...known, route: strictest(known.route, result.route) });
		} else lines.set(line, { line, route: result.route, results: [result] });
	}
	return [...lines.values()];
}

function acceptanceOf(lines: readonly LineResult[]): NonNullable<Decision['acceptance']> {
	const names = (keep: (route: Route) => boolean): string[] =>
		lines.filter(({ route }) => keep(route)).map(({ line }) => line);
	return {
		accepted: names((route) => rankOf(route) < rankOf('review')),
		held: names((route) => rankOf(route) >= rankOf('review') && route !== 'block'),
		blocked: names((route) => route === 'block'),
	};
}
