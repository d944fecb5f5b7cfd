import type { OdooValue } from './call';

/** Odoo's field types, as `fields_get` names them. */
export enum FieldType {
	Binary = 'binary',
	Boolean = 'boolean',
	Char = 'char',
	Date = 'date',
	Datetime = 'datetime',
	Float = 'float',
	Html = 'html',
	Image = 'image',
	Integer = 'integer',
	Json = 'json',
	Many2many = 'many2many',
	Many2one = 'many2one',
	Many2oneReference = 'many2one_reference',
	Monetary = 'monetary',
	One2many = 'one2many',
	Properties = 'properties',
	PropertiesDefinition = 'properties_definition',
	Reference = 'reference',
	Selection = 'selection',
	Text = 'text',
}

/** What `fields_get` tells about one field. */
export interface FieldSchema {
	type: FieldType;
	/** Label in the user's language. */
	string: string;
	required?: boolean;
	readonly?: boolean;
	store?: boolean;
	/** Whether a domain can ask for it; computed fields often cannot be. */
	searchable?: boolean;
	relation?: string;
	selection?: Array<[string, string]>;
	/** [precision, scale] of floats, where Odoo states one. */
	digits?: [number, number] | false;
	help?: string;
}

export type ModelSchema = Record<string, FieldSchema>;

/** Attributes to ask `fields_get` for. */
export const FIELD_ATTRIBUTES: OdooValue = [
	'type',
	'string',
	'required',
	'readonly',
	'store',
	'searchable',
	'relation',
	'selection',
	'digits',
	'help',
];

/** Written by Odoo itself, never by us. */
export const AUTOMATIC_FIELDS: ReadonlySet<string> = new Set([
	'id',
	'display_name',
	'create_uid',
	'create_date',
	'write_uid',
	'write_date',
	'__last_update',
]);

export const TO_MANY: ReadonlySet<FieldType> = new Set([FieldType.Many2many, FieldType.One2many]);

/** Whether a user can set the field; computed fields that Odoo stores may be writable or not, Odoo says so in `readonly`. */
export function isWritable(name: string, field: FieldSchema): boolean {
	return !AUTOMATIC_FIELDS.has(name) && field.readonly !== true;
}
