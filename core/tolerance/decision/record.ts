import type { Contribution, EvaluationInput } from '../input';
import { hashOf } from '../policy/hash';
import type { Outcome, Route } from '../route';
import type { Reason, RuleResult } from './result';

export const RECORD_SCHEMA = 'tolerance-decision/1';

export interface LineResult {
	readonly line: string;
	readonly route: Route;
	readonly results: readonly RuleResult[];
}

/** What made the decision stricter than a pass, strictest first. */
export interface Contributor {
	readonly line: string | null;
	readonly rule: string;
	readonly route: Route;
	readonly deviation: string | null;
	readonly unit: string | null;
}

/** Why an item goes where it goes: all that is needed to check it, and to evaluate it again. */
export interface Decision {
	readonly schema: typeof RECORD_SCHEMA;
	readonly policy: { readonly id: string; readonly version: string; readonly hash: string };
	readonly key: string | null;
	readonly document: string | null;
	/** When it happened, as far as known, and when it was decided. */
	readonly at: string;
	readonly decidedAt: string;
	readonly outcome: Outcome;
	readonly route: Route;
	readonly level: number | null;
	readonly indeterminate: boolean;
	readonly reasons: readonly Reason[];
	/** For people. */
	readonly sentence: string;
	readonly contributors: readonly Contributor[];
	/** Rules about the document as a whole. */
	readonly results: readonly RuleResult[];
	readonly lines: readonly LineResult[];
	/** Lines that may go on while others wait, where the policy allows that. */
	readonly acceptance?: {
		readonly accepted: readonly string[];
		readonly held: readonly string[];
		readonly blocked: readonly string[];
	};
	readonly contributions: readonly Contribution[];
	readonly inputs: EvaluationInput;
}

/** A decision with the digest of its canonical JSON. */
export interface DecisionRecord extends Decision {
	readonly digest: string;
}

export const seal = (decision: Decision): DecisionRecord => ({
	...decision,
	digest: hashOf(decision),
});

/** Whether a record is as it was sealed. */
export const isIntact = ({ digest, ...decision }: DecisionRecord): boolean =>
	hashOf(decision) === digest;
