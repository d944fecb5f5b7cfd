import type { OdooValue } from '../call';

/** A value of which the id is not known before the installation. */
export type SymbolicValue =
	/** External id; without a dot one of our own. */
	| { readonly ref: string }
	/** The `ir.model` of this technical name. */
	| { readonly modelOf: string }
	/** Several references, as the whole content of a relation. */
	| { readonly refs: readonly string[] }
	/** Text with `{{external_id}}` where ids go. */
	| { readonly text: string };

export type SetupValue = OdooValue | SymbolicValue;

/** One record that Setup makes, in the order in which they are needed. */
export interface SetupRecord {
	readonly id: string;
	readonly model: string;
	/** A name that ends in `?` is set only where this Odoo has the field: names differ between versions. */
	readonly values: Readonly<Record<string, SetupValue>>;
	/** Fields by which a record that was made otherwise is found and taken over. */
	readonly naturalKey?: readonly string[];
	/** Left out where this Odoo does not have the model. */
	readonly isOptional?: boolean;
	/** Made once; what people change in it stays. */
	readonly isInitial?: boolean;
}

export const isSymbolic = (value: SetupValue): value is SymbolicValue =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	['ref', 'modelOf', 'refs', 'text'].some((key) => key in value && Object.keys(value).length === 1);
