import type { Decimal } from '../decimal';
import type { FieldDefinition } from '../fields';
import type { Calendar } from '../reading/calendar';
import type { Route } from '../route';
import type {
	BandKind,
	Baseline,
	BaselineRule,
	Check,
	Combine,
	Dimension,
	DriftText,
	Measure,
	PolicyText,
} from './types';

export interface Band {
	/** null: no end. */
	readonly upTo: Decimal | null;
	/** A hundredth of the percentage. */
	readonly share: Decimal;
}

export interface Limit {
	readonly absolute: Decimal | null;
	/** A hundredth of the percentage. */
	readonly share: Decimal | null;
	readonly bands: { readonly kind: BandKind; readonly steps: readonly Band[] } | null;
	readonly combine: Combine;
	/** Of what is beyond; with `check: warn` never stricter than `notify`. */
	readonly route: Route;
	readonly check: Check;
}

export interface Sides {
	readonly check: Check;
	readonly upper: readonly Limit[];
	readonly lower: readonly Limit[];
	/** The limits as text, for the record of what is within them. */
	readonly upperText: string;
	readonly lowerText: string;
}

export interface Scoped extends Sides {
	/** E.g. `partner=Azure Interior & category=All / Food`. */
	readonly label: string;
	readonly when: ReadonlyArray<{
		readonly dimension: Dimension;
		readonly values: readonly string[];
	}>;
	/** One bit per dimension, the most specific dimension the highest. */
	readonly weight: number;
}

/** A rule ready to be evaluated: limits are parsed, defaults are filled in. */
export interface Rule {
	readonly id: string;
	readonly field: string;
	readonly definition: FieldDefinition;
	readonly measure: Measure;
	readonly in: string | null;
	readonly optional: boolean;
	readonly baseline: Baseline | null;
	readonly zeroBaseline: BaselineRule;
	readonly missingBaseline: BaselineRule;
	readonly drift: DriftText | null;
	/** Whether any limit is an absolute one, and needs its unit or currency. */
	readonly hasAbsolute: boolean;
	/** The limits where no scope fits. */
	readonly base: Sides;
	/** Most specific first. */
	readonly scopes: readonly Scoped[];
}

export interface UnitFactor {
	readonly reference: string;
	readonly factor: Decimal;
}

export interface Policy {
	readonly text: PolicyText;
	readonly hash: string;
	readonly calendar: Calendar;
	readonly units: ReadonlyMap<string, UnitFactor>;
	/** Sorted by id, so that their order in the document does not matter. */
	readonly fields: ReadonlyMap<string, FieldDefinition>;
	readonly lineRules: readonly Rule[];
	readonly documentRules: readonly Rule[];
	readonly allRules: readonly Rule[];
}
