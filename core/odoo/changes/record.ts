import type { OdooValue } from '../call';

/** A record as the trigger reads it. Times are Odoo's: `YYYY-MM-DD HH:MM:SS`, UTC, cut to the second. */
export interface ChangedRecord {
	readonly id: number;
	readonly create_date: string;
	readonly write_date: string;
	readonly [field: string]: OdooValue | undefined;
}

export type Values = Readonly<Record<string, OdooValue>>;

export const pick = (record: Values | ChangedRecord, fields: readonly string[]): Values =>
	Object.fromEntries(fields.map((field) => [field, record[field] ?? false]));

/** Relations are read as [id, name]: the name may change without the record. */
const comparable = (value: OdooValue | undefined): OdooValue =>
	Array.isArray(value) && value.length === 2 && typeof value[1] === 'string'
		? value[0]
		: (value ?? false);

export const sameValue = (left: OdooValue | undefined, right: OdooValue | undefined): boolean =>
	JSON.stringify(comparable(left)) === JSON.stringify(comparable(right));

export const differingFields = (before: Values, after: Values): string[] =>
	Object.keys(after).filter((field) => !sameValue(before[field], after[field]));
