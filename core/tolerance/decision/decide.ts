import type {
	Acknowledged,
	DocumentText,
	EvaluationInput,
	Facts,
	FieldText,
	LineText,
	PriorDecision,
	RateText,
	UnitText,
} from '../input';
import { compare, type MeasureContext } from '../measure';
import type { Policy, Rule } from '../policy/compiled';
import { Baseline, JudgeBy, Measure } from '../policy/types';
import { problem, Problem } from '../reading/problem';
import { RateLookup, type RateRows } from '../reading/rates';
import { readTime } from '../reading/time';
import { UnitLookup, type givenUnits } from '../reading/units';
import { isGiven, textOf, valueOf } from '../reading/value';
import { plain } from '../plain';
import { quiet, type AcknowledgedBook } from './acknowledge';
import { concluded } from './conclude';
import { sumDrift, type DriftOutcome, type DriftPart } from './drift';
import { asPrior, type DriftBook } from './driftBook';
import { judgeRule, type Finding } from './judgeRule';
import type { Decision } from './record';
import { Reason, Verdict, type RuleResult } from './result';

/** What all decisions of a batch share. */
export interface DecisionContext {
	readonly policy: Policy;
	readonly rates: RateRows;
	readonly units: ReturnType<typeof givenUnits>;
	readonly book: DriftBook;
	readonly acknowledged: AcknowledgedBook;
	/** The time of the last decision: mostly that of the next one too. */
	clock: { text: string; ms: number };
}

export type DecisionRequest = Pick<
	EvaluationInput,
	'document' | 'now' | 'atLeast' | 'atLeastReason' | 'approvedPolicies'
>;

/** A rule's result with the line it is about; null for the document. */
export interface Judged {
	readonly line: string | null;
	readonly result: RuleResult;
}

interface Place {
	readonly line: string | null;
	readonly rules: readonly Rule[];
	readonly facts: Facts;
	readonly field: (name: string) => FieldText | undefined;
}

/** Decides about one document. Pure but for the lookups, which remember what they were asked. */
export function decide(asked: DecisionRequest, shared: DecisionContext): Decision {
	const request = asDocument(plain(asked) as DecisionRequest);
	const { document } = request;
	const { policy } = shared;
	const time = timeOf(request, shared);
	const stop = stopOf(request, policy, time.ms);
	const rates = new RateLookup(shared.rates, policy.text.currency, policy.text.rateMaxAgeDays);
	const units = new UnitLookup(shared.units, policy.units);
	const context = { rates, units, atMs: time.ms };
	const parts: DriftPart[] = [];
	const judged: Judged[] = [];
	const accepted: Acknowledged[] = [];
	const settle = (line: string | null, finding: Finding): void => {
		const result = judgeRule(finding, policy);
		const acceptance = shared.acknowledged.find(document.document ?? '', line, result, time.ms);
		if (acceptance) accepted.push(acceptance);
		judged.push({ line, result: acceptance ? quiet(result, acceptance) : result });
	};
	for (const place of stop === null ? placesOf(document, policy) : NO_PLACES) {
		for (const rule of place.rules) {
			const skipped = skipOf(rule, place);
			if (skipped) {
				judged.push({ line: place.line, result: skipped });
				continue;
			}
			const finding = findingOf(rule, place, policy, context);
			if (rule.drift) parts.push({ finding, line: place.line });
			else settle(place.line, finding);
		}
	}
	const key = textOf(document.key);
	const drift =
		parts.length === 0
			? NO_DRIFT
			: sumDrift(parts, {
					book: shared.book,
					key,
					document: textOf(document.document),
					atMs: time.ms,
				});
	drift.findings.forEach((finding, at) => settle(parts[at].line, finding));
	return concluded({
		request,
		policy,
		judged,
		at: time.text,
		reasons: [stop, time.readable ? null : Reason.UnreadableTime].filter((one) => one !== null),
		contributions: drift.contributions,
		used: usedOf(rates.used, units.used, asPrior(drift.used), accepted),
	});
}

/** The inputs that counted, for the record; what is empty is left out. */
function usedOf(
	rates: readonly RateText[],
	units: readonly UnitText[],
	prior: readonly PriorDecision[],
	acknowledged: readonly Acknowledged[],
): Partial<EvaluationInput> | null {
	if (rates.length + units.length + prior.length + acknowledged.length === 0) return null;
	return {
		...(rates.length > 0 && { rates }),
		...(units.length > 0 && { units }),
		...(prior.length > 0 && { prior }),
		...(acknowledged.length > 0 && { acknowledged }),
	};
}

function timeOf({ document, now }: DecisionRequest, shared: DecisionContext) {
	if (shared.clock.text !== now) shared.clock = { text: now, ms: Date.parse(now) };
	const nowMs = shared.clock.ms;
	if (document.at === undefined || document.at === '')
		return { ms: nowMs, text: now, readable: true };
	const time = readTime(document.at, shared.policy.calendar);
	return time.ok
		? { ms: time.value.from, text: String(document.at), readable: true }
		: { ms: nowMs, text: now, readable: false };
}

/** A policy that may not decide blocks. */
function stopOf(
	{ approvedPolicies, now }: DecisionRequest,
	policy: Policy,
	atMs: number,
): Reason | null {
	if (approvedPolicies !== undefined && !approvedPolicies.includes(policy.hash)) {
		return Reason.PolicyNotApproved;
	}
	return isInForce(policy, policy.text.judgeBy === JudgeBy.Decision ? Date.parse(now) : atMs)
		? null
		: Reason.PolicyNotEffective;
}

/** Whether a policy is in force at an instant, by the days of its calendar. */
export function isInForce({ text, calendar }: Policy, atMs: number): boolean {
	const { effectiveFrom, effectiveTo } = text;
	const from = effectiveFrom === undefined ? null : readTime(effectiveFrom, calendar);
	const to = effectiveTo === undefined ? null : readTime(effectiveTo, calendar);
	return !(from?.ok && atMs < from.value.from) && !(to?.ok && atMs > to.value.to);
}

const NO_DRIFT: DriftOutcome = { findings: [], contributions: [], used: [] };
const NO_PLACES: readonly Place[] = [];
const NO_FACTS: Facts = {};

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is no document at all is judged as an empty one: by a person. */
const asDocument = (request: DecisionRequest): DecisionRequest =>
	isObject(request.document) ? request : { ...request, document: {} };

/** The document and its lines; without lines, the document is one line itself. */
function placesOf(document: DocumentText, policy: Policy): Place[] {
	const facts = isObject(document.scope) ? document.scope : NO_FACTS;
	const ofDocument = (name: string): FieldText | undefined => own(document.fields, name);
	const lines = Array.isArray(document.lines) ? (document.lines as readonly LineText[]) : null;
	const rules = lines === null ? policy.allRules : policy.documentRules;
	const places: Place[] = [{ line: null, rules, facts, field: ofDocument }];
	lines?.forEach((line, at) => {
		const { fields, scope } = line ?? {};
		places.push({
			line: String(line?.line ?? at + 1),
			rules: policy.lineRules,
			facts: isObject(scope) ? { ...facts, ...scope } : facts,
			field: (name) => own(fields, name) ?? (name === WHOLE_AMOUNT ? ofDocument(name) : undefined),
		});
	});
	return places;
}

/** What a line without an amount of its own is weighed with. */
const WHOLE_AMOUNT = 'document_amount';

const own = (
	fields: Readonly<Record<string, FieldText>> | undefined,
	name: string,
): FieldText | undefined =>
	isObject(fields) && Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined;

/** What a measure needs beside its field: one of these. */
const WEIGHTS: Readonly<Partial<Record<Measure, readonly string[]>>> = {
	[Measure.Value]: ['unit_price'],
	[Measure.AmountDays]: ['line_amount', WHOLE_AMOUNT],
};

const isThere = (field: FieldText | undefined): boolean =>
	field !== undefined && (isGiven(valueOf(field.expected)) || isGiven(valueOf(field.actual)));

function skipOf(rule: Rule, { field }: Place): RuleResult | null {
	const found = field(rule.field);
	const weights = WEIGHTS[rule.measure];
	const isWeighed = weights === undefined || weights.some((name) => isThere(field(name)));
	if (rule.optional && !(isThere(found) && isWeighed)) return notGiven(rule);
	if (rule.baseline === null || !isThere(found)) return null;
	const isEstimated = valueOf(found?.expected).estimated === true;
	const baseline = isEstimated ? Baseline.Estimated : Baseline.Firm;
	return baseline === rule.baseline ? null : notGiven(rule);
}

const notGiven = ({ id, field }: Rule): RuleResult => ({
	rule: id,
	field,
	verdict: Verdict.NotGiven,
	route: 'auto',
});

function findingOf(
	rule: Rule,
	{ field, facts }: Place,
	policy: Policy,
	{ rates, units, atMs }: Pick<MeasureContext, 'rates' | 'units' | 'atMs'>,
): Finding {
	const found = field(rule.field);
	const comparison =
		found === undefined
			? problem(Problem.Missing, `there is no ${rule.field}`)
			: compare(found, { policy, rule, rates, units, atMs, field });
	return { rule, facts, comparison };
}
