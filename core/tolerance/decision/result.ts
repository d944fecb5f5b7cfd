import type { ProblemReport } from '../reading/problem';
import type { Route } from '../route';

/** What became of one rule. Closed list. */
export enum Verdict {
	Within = 'within',
	Exceeded = 'exceeded',
	/** It cannot be said: a value is missing, ambiguous, or not comparable. */
	Indeterminate = 'indeterminate',
	/** Beyond the limit, and accepted before by somebody. */
	Acknowledged = 'acknowledged',
	Off = 'off',
	/** The rule is optional and the item does not have its field, or another kind of baseline. */
	NotGiven = 'not_given',
}

export enum Side {
	Upper = 'upper',
	Lower = 'lower',
}

/** What one rule found out about one line, or about the document. Figures are decimal text. */
export interface RuleResult {
	readonly rule: string;
	readonly field: string;
	readonly verdict: Verdict;
	readonly route: Route;
	/** The direction of the deviation; null for none. */
	readonly side?: Side | null;
	readonly expected?: string | null;
	readonly actual?: string | null;
	readonly unit?: string | null;
	readonly actualUnit?: string | null;
	/** Signed, in `unit`. */
	readonly deviation?: string;
	/** Signed, of the expected value; null where there is none to take it of. */
	readonly percent?: string | null;
	/** What is exceeded with how much (`10 %`), or the limits that hold (`10 % → approve:1`). */
	readonly limit?: string;
	readonly exceededBy?: string;
	readonly conversions?: readonly string[];
	readonly problem?: ProblemReport;
	readonly mistake?: string;
	readonly drift?: DriftResult;
	readonly acknowledgedBy?: string;
	/** How the limits were chosen, where the rule has scopes. */
	readonly resolution?: readonly string[];
}

export interface DriftResult {
	/** `30 days`, `20 decisions`, `document PO00012`. */
	readonly window: string;
	readonly group: string;
	/** Decisions before this one that count. */
	readonly earlier: number;
	/** This item's own part, signed. */
	readonly own: string;
}

/** Beside the rules, what decides. Closed list. */
export enum Reason {
	Exceeded = 'exceeded',
	Indeterminate = 'indeterminate',
	UnitMistake = 'unit_mistake',
	Acknowledged = 'acknowledged',
	NothingJudged = 'nothing_judged',
	PolicyNotEffective = 'policy_not_effective',
	PolicyNotApproved = 'policy_not_approved',
	UnreadableTime = 'unreadable_time',
	Raised = 'raised',
}
