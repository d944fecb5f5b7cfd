import type { OdooRecord, OdooValue } from './call';
import type { FieldSchema, ModelSchema } from './fields';
import { FieldType } from './fields';
import { stampToIso } from './stamp';

/** Fields shown when the user chose none: what people recognise a record by. At most ten are taken. */
const TELLING_FIELDS = [
	'display_name',
	'name',
	'state',
	'partner_id',
	'origin',
	'reference',
	'default_code',
	'carrier_tracking_ref',
	'scheduled_date',
	'date_order',
	'invoice_date',
	'quantity',
	'amount_total',
	'email',
	'active',
	'write_date',
];

/** The default selection of fields for a model: `id` and the first telling ones it has. */
export function tellingFields(schema: ModelSchema): string[] {
	return TELLING_FIELDS.filter((name) => name in schema).slice(0, 9);
}

/**
 * A record as n8n users expect it: relations as {id, name}, times as ISO 8601 UTC,
 * `null` where Odoo writes `false` for "no value".
 */
export function simplifyRecord(record: OdooRecord, schema: ModelSchema): OdooRecord {
	const simple: OdooRecord = { id: record.id };
	for (const [name, value] of Object.entries(record)) {
		simple[name] = name === 'id' ? value : simplifyValue(value, schema[name]);
	}
	return simple;
}

function simplifyValue(value: OdooValue, field: FieldSchema | undefined): OdooValue {
	if (!field || field.type === FieldType.Boolean) return value;
	if (value === false) return null;
	if (field.type === FieldType.Many2one && Array.isArray(value)) {
		return { id: value[0] ?? null, name: value[1] ?? null };
	}
	if (field.type === FieldType.Datetime && typeof value === 'string') {
		return stampToIso(value);
	}
	return value;
}
