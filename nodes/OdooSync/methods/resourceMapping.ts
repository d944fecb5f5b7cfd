import type {
	FieldType as MapperType,
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { FieldSchema } from '../../../core/odoo';
import { AUTOMATIC_FIELDS, FieldType, isWritable } from '../../../core/odoo';
import { OdooClient } from '../../shared/odoo/client';
import { chosenModel, loadError } from './listSearch';

/** How n8n edits each of Odoo's types. Relations are text: an ID, an external ID or a name. */
const MAPPER_TYPE: Partial<Record<FieldType, MapperType>> = {
	[FieldType.Boolean]: 'boolean',
	[FieldType.Integer]: 'number',
	[FieldType.Float]: 'number',
	[FieldType.Monetary]: 'number',
	[FieldType.Date]: 'dateTime',
	[FieldType.Datetime]: 'dateTime',
	[FieldType.Selection]: 'options',
	[FieldType.One2many]: 'array',
	[FieldType.Json]: 'object',
	[FieldType.Properties]: 'object',
};

/** A record can be recognised by these types; by others equality means little. */
const MATCHABLE: ReadonlySet<FieldType> = new Set([
	FieldType.Char,
	FieldType.Integer,
	FieldType.Many2one,
	FieldType.Many2oneReference,
	FieldType.Selection,
	FieldType.Date,
	FieldType.Boolean,
]);

/** Natural keys of Odoo's logistics models, proposed for matching. */
const USUAL_KEYS: ReadonlySet<string> = new Set([
	'ref',
	'default_code',
	'barcode',
	'client_order_ref',
	'carrier_tracking_ref',
]);

/** Writable fields, the ID, and read-only ones that a record can be recognised by, such as a number Odoo gives out. */
export async function getUpsertFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const { fields } = await fieldsWhere(
		this,
		(name, field) => isWritable(name, field) || isReadOnlyKey(name, field),
	);
	const id: ResourceMapperField = {
		id: 'id',
		displayName: 'ID (id)',
		type: 'number',
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: true,
		display: true,
	};
	return { fields: [id, ...fields] };
}

/** Fields that the user may set, required ones first. */
export async function getWritableFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return await fieldsWhere(this, isWritable);
}

async function fieldsWhere(
	node: ILoadOptionsFunctions,
	isWanted: (name: string, field: FieldSchema) => boolean,
): Promise<ResourceMapperFields> {
	const model = chosenModel(node);
	if (model === '') return { fields: [] };
	const schema = await new OdooClient(node).schema(model);
	if (!schema.ok) throw loadError(node, schema.failure);
	const fields = Object.entries(schema.value)
		.filter(([name, field]) => isWanted(name, field))
		.map(([name, field]) => toMapperField(name, field))
		.sort(
			(a, b) => Number(a.removed) - Number(b.removed) || a.displayName.localeCompare(b.displayName),
		);
	return { fields };
}

const isMatchable = (field: FieldSchema): boolean =>
	MATCHABLE.has(field.type) && field.store !== false;

const isReadOnlyKey = (name: string, field: FieldSchema): boolean =>
	!AUTOMATIC_FIELDS.has(name) &&
	field.readonly === true &&
	field.type === FieldType.Char &&
	isMatchable(field);

/** Label and technical name, with what n8n's mapper has no sign for. */
function label(name: string, field: FieldSchema): string {
	const notes = [
		...(field.relation ? [`→ ${field.relation}`] : []),
		...(field.required ? ['required'] : []),
		...(field.readonly ? ['read-only: to match on'] : []),
	];
	return [`${field.string} (${name})`, ...notes].join(' · ');
}

function toMapperField(name: string, field: FieldSchema): ResourceMapperField {
	return {
		id: name,
		displayName: label(name, field),
		type: MAPPER_TYPE[field.type] ?? 'string',
		...(field.selection && {
			options: field.selection.map(([value, label]) => ({ name: label, value })),
		}),
		// Required by Odoo only when a record is created, and often filled by a default: shown, never forced.
		required: false,
		defaultMatch: USUAL_KEYS.has(name),
		canBeUsedToMatch: isMatchable(field),
		display: true,
		removed: field.required !== true || field.readonly === true,
	};
}
