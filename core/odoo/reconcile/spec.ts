/** How a value of both sides is compared. */
export enum ValueKind {
	/** Exact decimals; texts such as "12.50" are numbers too. */
	Number = 'number',
	/** Instants; a text without a zone is UTC, as Odoo writes it. */
	Time = 'time',
	Text = 'text',
}

/** A value that should be the same on both sides. */
export interface ComparedValue {
	/** What the result calls it. */
	name: string;
	kind: ValueKind;
	/** Largest difference that counts as none: in the unit of the value, for times in minutes. */
	absolute?: number;
	/** The same in percent of what Odoo has; the more generous of the two counts. */
	percent?: number;
}

/** What two lists are compared by. */
export interface ComparisonSpec {
	/** Names of the parts of the key, in order. */
	keys: string[];
	values: ComparedValue[];
}

/** One row of either side: the parts of its key, and its values, in the order of the spec. */
export interface ComparedRow {
	key: readonly unknown[];
	values: readonly unknown[];
	/** Where it comes from: index of the item, or id of the record. */
	origin: number;
}

export enum ComparisonOutcome {
	Matched = 'matched',
	Different = 'different',
	/** The source has it, Odoo has not. */
	MissingInOdoo = 'missing_in_odoo',
	/** Odoo has it, the source has not. */
	MissingInSource = 'missing_in_source',
	/** Rows with the same key say different things that cannot be added up. */
	Ambiguous = 'ambiguous',
}

export interface ValueDifference {
	name: string;
	source: unknown;
	odoo: unknown;
	/** Source minus Odoo: exact decimal text, minutes for times; null for texts. */
	difference: string | null;
}

export interface ComparisonResult {
	outcome: ComparisonOutcome;
	/** Parts of the key by name. */
	key: Record<string, string>;
	differences: ValueDifference[];
	/** Items and records with this key. */
	sourceOrigins: number[];
	odooOrigins: number[];
}

/** How many keys had which outcome. */
export type ComparisonTotals = Record<ComparisonOutcome, number>;
