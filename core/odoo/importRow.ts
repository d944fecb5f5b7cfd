import type { OdooValue } from './call';
import type { ModelSchema } from './fields';
import { FieldType } from './fields';

/** Columns and cells for Odoo's `load()`, the one call with which an ordinary user can set an external id. */
export interface ImportTable {
	columns: string[];
	rows: string[][];
}

export interface ImportRecord {
	externalId: string;
	values: Record<string, OdooValue>;
}

/** Field types `load()` cannot take as one cell. */
const NOT_IMPORTABLE: ReadonlySet<FieldType> = new Set([
	FieldType.One2many,
	FieldType.Properties,
	FieldType.PropertiesDefinition,
]);

/** The first field that cannot go through `load()`, or null. */
export function findNotImportable(
	values: Record<string, OdooValue>,
	schema: ModelSchema,
): string | null {
	return Object.keys(values).find((name) => NOT_IMPORTABLE.has(schema[name].type)) ?? null;
}

/** Records with the same fields as one import table. Date-times are UTC: call `load` with `tz: 'UTC'`. */
export function toImportTable(records: ImportRecord[], schema: ModelSchema): ImportTable {
	const names = Object.keys(records[0].values);
	return {
		columns: ['id', ...names.map((name) => columnName(name, schema))],
		rows: records.map(({ externalId, values }) => [
			externalId,
			...names.map((name) => toCell(values[name])),
		]),
	};
}

/** Relations are written by database id, which `load` calls `.id`. */
function columnName(name: string, schema: ModelSchema): string {
	const { type } = schema[name];
	return type === FieldType.Many2one || type === FieldType.Many2many ? `${name}/.id` : name;
}

function toCell(value: OdooValue): string {
	if (value === true) return '1';
	if (value === false || value === null) return '';
	if (Array.isArray(value)) return idsOf(value).join(',');
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** [[6, 0, [1, 2]]] → [1, 2] */
function idsOf(value: OdooValue[]): OdooValue[] {
	const [command] = value;
	return Array.isArray(command) && Array.isArray(command[2]) ? command[2] : value;
}
