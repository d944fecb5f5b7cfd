import type { Dimension } from './policy/types';
import type { Route } from './route';

/** A value with what is known of it. A bare number or text is the same with nothing else known. */
export interface ValueText {
	readonly value?: unknown;
	/** A delivery window, as expected value of a time field. */
	readonly from?: unknown;
	readonly to?: unknown;
	/** Unit of a quantity, or the one a price is per; by the name in Odoo. */
	readonly unit?: string;
	readonly currency?: string;
	/** Units of `currency` for one of the policy's currency, and the day it holds; overrides the table of rates. */
	readonly rate?: unknown;
	readonly rateAt?: string;
	/** Where it is from, e.g. `purchase.order.line,42` or `WMS`. */
	readonly source?: string;
	/** When it was read or measured. */
	readonly at?: string;
	/** The value is an estimate (as expected value). */
	readonly estimated?: boolean;
}

/** One field of an item: what was expected and what came. */
export interface FieldText {
	readonly expected?: unknown;
	readonly actual?: unknown;
}

/** What scopes look at. Several values (id and name, a category and its parents) may be given as a list. */
export type Facts = Readonly<Partial<Record<Dimension, unknown>>>;

export interface LineText {
	/** Name of the line in records; its position where left out. */
	readonly line?: string | number;
	readonly scope?: Facts;
	readonly fields?: Readonly<Record<string, FieldText>>;
}

/** What is judged: a document with values of its own and lines. Without lines it is one line itself. */
export interface DocumentText {
	/** Unique name of what is judged, so that the same thing judged again is not counted twice. */
	readonly key?: string;
	/** The business document, e.g. `PO00012`. */
	readonly document?: string;
	/** When it happened, ISO 8601. */
	readonly at?: string;
	readonly scope?: Facts;
	readonly fields?: Readonly<Record<string, FieldText>>;
	readonly lines?: readonly LineText[];
}

/** A rate as Odoo has it: units of `currency` for one of `base`. */
export interface RateText {
	readonly currency: string;
	readonly rate: unknown;
	/** The day from which it holds, ISO 8601. */
	readonly at: string;
	/** The policy's currency where left out. */
	readonly base?: string;
}

export interface UnitText {
	readonly name: string;
	/** Name of the unit all of its kind are counted in. */
	readonly reference: string;
	readonly factor: unknown;
}

/** What became of an earlier decision. */
export enum PriorStatus {
	Passed = 'passed',
	Pending = 'pending',
	Approved = 'approved',
	Rejected = 'rejected',
}

/** What one decision adds to a window of drift; part of each decision record. */
export interface Contribution {
	readonly rule: string;
	/** The values of the rule's `by`. */
	readonly group: string;
	readonly line: string | null;
	readonly amount: string;
	/** The expected value; null where there is none. */
	readonly base: string | null;
	readonly unit: string | null;
}

/** An earlier decision, as far as the next ones need it. */
export interface PriorDecision {
	readonly key: string | null;
	readonly document: string | null;
	readonly at: string;
	readonly status: PriorStatus;
	readonly contributions: readonly Contribution[];
}

/** A deviation somebody accepted: as long as it does not grow, it is quiet. */
export interface Acknowledged {
	readonly document: string;
	readonly line?: string | null;
	readonly rule: string;
	/** Signed, in `unit`. */
	readonly deviation: unknown;
	readonly unit?: string | null;
	/** Last day it holds. */
	readonly until?: string;
	readonly by?: string;
}

/** All that a decision depends on beside the policy. Evaluating it again gives the same record. */
export interface EvaluationInput {
	readonly document: DocumentText;
	/** When the decision is made, ISO 8601. */
	readonly now: string;
	readonly rates?: readonly RateText[];
	readonly units?: readonly UnitText[];
	readonly prior?: readonly PriorDecision[];
	readonly acknowledged?: readonly Acknowledged[];
	/** A floor: the decision is never milder than this, whoever asks for it. */
	readonly atLeast?: Route;
	readonly atLeastReason?: string;
	/** Hashes of the policies that may decide; any when left out. */
	readonly approvedPolicies?: readonly string[];
}
