import {
	compilePolicy,
	evaluate,
	reevaluate,
	type DecisionRecord,
	type EvaluationInput,
	type Policy,
	type PolicyText,
	type RuleText,
} from '../../../../core/tolerance';

export const NOW = '2026-11-25T12:00:00Z';

/** A policy that must be a good one. */
export function policyOf(text: unknown): Policy {
	const compiled = compilePolicy(text);
	if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
	return compiled.policy;
}

export const rules = (list: RuleText[], more: Partial<PolicyText> = {}): PolicyText => ({
	id: 'test',
	version: '1',
	currency: 'EUR',
	...more,
	rules: list,
});

/** One decision; each of them is also made a second time from its record, byte by byte. */
export function decide(
	policy: PolicyText | Policy,
	document: EvaluationInput['document'],
	more: Partial<EvaluationInput> = {},
): DecisionRecord {
	const compiled = 'text' in policy ? policy : policyOf(policy);
	const record = evaluate(compiled, { document, now: NOW, ...more });
	const stored = JSON.parse(JSON.stringify(record)) as DecisionRecord;
	expect(JSON.stringify(reevaluate(compiled, stored))).toBe(JSON.stringify(record));
	return record;
}
