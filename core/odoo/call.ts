/** A JSON value as Odoo's API takes and gives it. Odoo writes "no value" as `false`. */
export type OdooValue =
	| string
	| number
	| boolean
	| null
	| OdooValue[]
	| { [key: string]: OdooValue };

export type OdooRecord = { id: number } & Record<string, OdooValue>;

/** Whether a call may be sent again when nobody knows whether the first one was carried out. */
export enum Repeatable {
	/** Reads, and writes of absolute values to known records: the second time changes nothing. */
	Yes = 'yes',
	/** Creating without a key, calling a method with side effects. */
	No = 'no',
}

/** One remote call: one transaction in Odoo. */
export interface OdooCall {
	model: string;
	method: string;
	/** Records the method runs on; left out for model-level (`@api.model`) methods. */
	ids?: number[];
	/** Named arguments. */
	params?: Record<string, OdooValue>;
	context?: Record<string, OdooValue>;
	repeatable: Repeatable;
}
