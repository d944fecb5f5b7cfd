import type { Domain } from '../domain';
import presets from './presets.json';
import type { ComparisonSpec, ValueKind } from './spec';

/** A field of the source and the field of Odoo that should say the same; `a.b` follows one relation. */
export interface FieldPair {
	readonly name: string;
	readonly source: string;
	readonly odoo: string;
}

export interface ValuePair extends FieldPair {
	readonly kind: `${ValueKind}`;
	readonly absolute?: number;
	readonly percent?: number;
}

/** What is compared with what. */
export interface ComparisonPlan {
	readonly model: string;
	readonly domain: Domain;
	readonly keys: readonly FieldPair[];
	readonly values: readonly ValuePair[];
}

export interface ComparisonPreset extends ComparisonPlan {
	readonly id: string;
	readonly name: string;
	readonly description: string;
}

/** The usual comparisons, as data. */
export const COMPARISON_PRESETS = presets as unknown as readonly ComparisonPreset[];

export const specOf = ({ keys, values }: ComparisonPlan): ComparisonSpec => ({
	keys: keys.map(({ name }) => name),
	values: values.map(({ name, kind, absolute, percent }) => ({
		name,
		kind: kind as ValueKind,
		...(absolute !== undefined && { absolute }),
		...(percent !== undefined && { percent }),
	})),
});
