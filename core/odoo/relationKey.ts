import type { OdooRecord, OdooValue } from './call';
import type { Domain } from './domain';
import { anyOf } from './domain';
import type { ModelSchema } from './fields';
import { FieldType } from './fields';

/** A record of another model as a person names it, still to be looked up. */
export interface RelationKey {
	model: string;
	/** What stands in the item, also for messages. */
	key: string;
	/** Fields and their values, where the item says by which it means; else every naming field counts. */
	by?: Readonly<Record<string, OdooValue>>;
}

/** Fields by which people name a record: SKU, barcode, reference, code, name. */
const NAMING_FIELDS = ['default_code', 'barcode', 'ref', 'code', 'name', 'complete_name'];

const TEXT: ReadonlySet<FieldType> = new Set([FieldType.Char, FieldType.Text]);

/** The naming fields that a model has; `display_name` where it has none. */
export function namingFields(schema: ModelSchema): string[] {
	const own = NAMING_FIELDS.filter((name) => {
		const field = schema[name];
		return field !== undefined && TEXT.has(field.type) && field.searchable !== false;
	});
	return own.length > 0 ? own : ['display_name'];
}

/** Equal for keys that mean the same. */
export const relationSignature = ({ model, key, by }: RelationKey): string =>
	`${model}\u001f${by ? JSON.stringify(Object.entries(by).sort()) : key}`;

/** Every record that one of these keys could mean. All keys name by the same fields, or all by any naming field. */
export function relationDomain(keys: RelationKey[], fields: string[]): Domain {
	const named = keys[0].by;
	if (!named) return anyOf(fields.map((field) => [[field, 'in', keys.map(({ key }) => key)]]));
	if (fields.length === 1)
		return [[fields[0], 'in', keys.map(({ by }) => by?.[fields[0]] ?? false)]];
	return anyOf(keys.map(({ by }) => fields.map((field) => [field, '=', by?.[field] ?? false])));
}

/** Ids of the found records that this key means; more than one is for the caller to report. */
export function idsMeant(key: RelationKey, records: OdooRecord[], fields: string[]): number[] {
	const { by } = key;
	const isMeant = by
		? (record: OdooRecord) => Object.entries(by).every(([name, value]) => same(record[name], value))
		: (record: OdooRecord) => fields.some((field) => record[field] === key.key);
	return records.filter(isMeant).map(({ id }) => id);
}

/** [7, "Name"] is what Odoo reads for a relation written as 7; false is no value. */
const same = (read: OdooValue, wanted: OdooValue): boolean =>
	(Array.isArray(read) ? read[0] : read) === wanted;
