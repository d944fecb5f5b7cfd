import type {
	FieldType as MapperType,
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { FieldSchema } from '../../../core/odoo';
import { FieldType, isWritable } from '../../../core/odoo';
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

/** Writable fields, with the ID and the fields that can be matched on. */
export async function getUpsertFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const { fields } = await getWritableFields.call(this);
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
	const model = chosenModel(this);
	if (model === '') return { fields: [] };
	const schema = await new OdooClient(this).schema(model);
	if (!schema.ok) throw loadError(this, schema.failure);
	const fields = Object.entries(schema.value)
		.filter(([name, field]) => isWritable(name, field))
		.map(([name, field]) => toMapperField(name, field))
		.sort(
			(a, b) => Number(a.removed) - Number(b.removed) || a.displayName.localeCompare(b.displayName),
		);
	return { fields };
}

function toMapperField(name: string, field: FieldSchema): ResourceMapperField {
	return {
		id: name,
		displayName: `${field.string} (${name})`,
		type: MAPPER_TYPE[field.type] ?? 'string',
		...(field.selection && {
			options: field.selection.map(([value, label]) => ({ name: label, value })),
		}),
		// Required by Odoo only when a record is created, and often filled by a default: shown, never forced.
		required: false,
		defaultMatch: USUAL_KEYS.has(name),
		canBeUsedToMatch: MATCHABLE.has(field.type) && field.store !== false,
		display: true,
		removed: field.required !== true,
	};
}
