import type { Rounding } from '../decimal';
import type { FieldDefinition, FieldKind, RuleLevel } from '../fields';
import type { Route } from '../route';

/** Whether a limit, or a rule, counts. */
export enum Check {
	Off = 'off',
	/** What is beyond it passes, and somebody is told. */
	Warn = 'warn',
	Enforce = 'enforce',
}

/** How an absolute and a percentage limit work together. */
export enum Combine {
	/** The tighter of the two counts: one allowance, worked out anew for each expected value. */
	LesserOf = 'lesser_of',
	/** The wider of the two counts. */
	GreaterOf = 'greater_of',
	/** Each is tested, and reported, by itself. */
	Both = 'both',
}

/** What of a field is held against the limits. */
export enum Measure {
	/** Actual minus expected. */
	Difference = 'difference',
	/** The actual value itself; no expected value is needed. */
	Actual = 'actual',
	/** Quantity difference × unit price (as SAP's key DQ). */
	Value = 'value',
	/** Days early or late × amount (as SAP's key ST). */
	AmountDays = 'amount_days',
	/** What the change of the exchange rate alone makes of the expected amount. */
	Fx = 'fx',
}

/** What is done when a percentage would be one of nothing. */
export enum BaselineRule {
	/** Only the absolute limits are tested; review where there are none. */
	AbsoluteOnly = 'absolute_only',
	Review = 'review',
	Block = 'block',
}

export enum TimeUnit {
	Hours = 'hours',
	Days = 'days',
	BusinessDays = 'business_days',
}

export enum BandKind {
	/** The band of the expected value holds for all of it. */
	Flat = 'flat',
	/** Each part of the expected value has the percentage of its band, as with income tax. */
	Marginal = 'marginal',
}

/** What a rule can be narrowed to, in the order of `scopeOrder`. */
export enum Dimension {
	Product = 'product',
	Category = 'category',
	Partner = 'partner',
	Lane = 'lane',
	Carrier = 'carrier',
	Warehouse = 'warehouse',
	Company = 'company',
}

export enum Baseline {
	Firm = 'firm',
	Estimated = 'estimated',
}

export enum DriftMode {
	/** Deviations cancel each other out. */
	Net = 'net',
	/** Deviations add up, whichever way they go. */
	Gross = 'gross',
}

export enum JudgeBy {
	/** The policy in force when the event happened. */
	Event = 'event',
	/** The policy in force now. */
	Decision = 'decision',
}

export enum OnMistake {
	Name = 'name',
	Review = 'review',
	Block = 'block',
}

/** A decimal number, best written as text: `"2.5"`. */
export type DecimalText = string | number;

export interface BandText {
	/** Upper end of the band, in the expected value; the last band has none. */
	readonly upTo?: DecimalText;
	readonly percent: DecimalText;
}

/** One step of a side: what is beyond it takes the route. */
export interface LimitText {
	readonly check?: Check;
	readonly absolute?: DecimalText;
	readonly percent?: DecimalText;
	readonly combine?: Combine;
	readonly bands?: { readonly kind: BandKind; readonly steps: readonly BandText[] };
	readonly route: Route;
}

/** Limits for what is too much, too late (`upper`) and too little, too early (`lower`); a side left out is not checked. */
export interface SidesText {
	readonly check?: Check;
	readonly upper?: readonly LimitText[];
	readonly lower?: readonly LimitText[];
}

export type ScopeText = Readonly<Partial<Record<Dimension, string | readonly string[]>>>;

export interface ScopedText extends SidesText {
	readonly when: ScopeText;
}

export interface DriftText {
	readonly window: {
		readonly days?: number;
		readonly count?: number;
		/** All decisions about the same document. */
		readonly document?: true;
	};
	readonly mode: DriftMode;
	/** Which earlier decisions count as the same: those that are equal in these. */
	readonly by?: readonly Dimension[];
	/** What a percentage is of: the expected value at hand, or the sum of those in the window. */
	readonly percentOf?: 'current' | 'window';
	/** Which earlier decisions count: by default what passed by itself and what is pending. */
	readonly counts?: ReadonlyArray<'passed' | 'pending' | 'approved'>;
}

export interface RuleText extends SidesText {
	readonly id: string;
	readonly title?: string;
	readonly field: string;
	readonly measure?: Measure;
	/** Unit or currency of the absolute limits; of time rules `hours`, `days` or `business_days`. */
	readonly in?: string;
	/** Not judged, instead of indeterminate, when the item does not have the field. */
	readonly optional?: boolean;
	/** Only for expected values that are firm, or estimated (as SAP's keys PP and PS). */
	readonly baseline?: Baseline;
	readonly zeroBaseline?: BaselineRule;
	readonly missingBaseline?: BaselineRule;
	readonly drift?: DriftText;
	readonly scopes?: readonly ScopedText[];
}

/** A policy as it is written: a JSON document, described by `policies/tolerance-policy.schema.json`. */
export interface PolicyText {
	readonly $schema?: string;
	readonly id: string;
	readonly version: string;
	readonly title?: string;
	readonly description?: string;
	/** First and last day it is in force. */
	readonly effectiveFrom?: string;
	readonly effectiveTo?: string;
	readonly judgeBy?: JudgeBy;
	/** Currency of absolute amounts. */
	readonly currency?: string;
	readonly rateMaxAgeDays?: number;
	readonly calendar?: {
		readonly timeZone?: string;
		readonly workdays?: readonly number[];
		readonly holidays?: readonly string[];
	};
	/** Units with their factor to a reference unit, as Odoo has them. */
	readonly units?: Readonly<
		Record<string, { readonly reference: string; readonly factor: DecimalText }>
	>;
	readonly decimals?: {
		readonly rounding?: Rounding;
		readonly currencies?: Readonly<Record<string, number>>;
		readonly units?: Readonly<Record<string, number>>;
	};
	readonly fields?: Readonly<
		Record<
			string,
			{ readonly kind: FieldKind; readonly level?: RuleLevel } & Partial<FieldDefinition>
		>
	>;
	/** What the two values of a field are called in sentences. */
	readonly words?: Readonly<Record<string, { readonly expected: string; readonly actual: string }>>;
	readonly indeterminate?: 'review' | 'block';
	readonly onUnitMistake?: OnMistake;
	readonly partialAcceptance?: boolean;
	readonly scopeOrder?: readonly Dimension[];
	readonly rules: readonly RuleText[];
}
