import type { OdooValue } from './call';
import type { ModelSchema } from './fields';
import { FieldType } from './fields';
import type { WantedLines } from './lines';

/** Columns and cells for Odoo's `load()`, the one call with which an ordinary user can set an external id. */
export interface ImportTable {
	columns: string[];
	rows: string[][];
}

export interface ImportRecord {
	externalId: string;
	values: Record<string, OdooValue>;
	lines?: Record<string, WantedLines>;
}

/** Field types `load()` cannot take as one cell; lines have columns of their own. */
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

/**
 * Records with the same fields as one import table. A record's lines stand beside it and in rows of their own below
 * it. Date-times are UTC: call `load` with `tz: 'UTC'`.
 * @param schemas by model: of the records under `model`, and of their lines
 */
export function toImportTable(
	records: ImportRecord[],
	model: string,
	schemas: Readonly<Record<string, ModelSchema>>,
): ImportTable {
	const names = Object.keys(records[0].values);
	const lineColumns = columnsOfLines(records);
	const columns = [
		'id',
		...names.map((name) => columnName(name, schemas[model])),
		...lineColumns.map(({ field, name, lineModel }) =>
			[field, columnName(name, schemas[lineModel])].join('/'),
		),
	];
	const rows = records.flatMap(({ externalId, values, lines = {} }) => {
		const own = [externalId, ...names.map((name) => toCell(values[name]))];
		const count = Math.max(1, ...Object.values(lines).map((one) => one.rows.length));
		return Array.from({ length: count }, (_row, at) => [
			...(at === 0 ? own : own.map(() => '')),
			...lineColumns.map(({ field, name }) => toCell(lines[field]?.rows[at]?.[name] ?? false)),
		]);
	});
	return { columns, rows };
}

interface LineColumn {
	field: string;
	name: string;
	lineModel: string;
}

function columnsOfLines(records: ImportRecord[]): LineColumn[] {
	const columns = new Map<string, LineColumn>();
	for (const { lines = {} } of records) {
		for (const [field, { model, rows }] of Object.entries(lines)) {
			for (const name of rows.flatMap((row) => Object.keys(row))) {
				columns.set(`${field}/${name}`, { field, name, lineModel: model });
			}
		}
	}
	return [...columns.values()];
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
