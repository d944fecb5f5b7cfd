import type { ModelSchema, OdooRecord, OdooValue } from '../../../core/odoo';
import { failure, FieldType, OdooErrorKind, toOdooValue } from '../../../core/odoo';
import type { Change } from '../../../core/approval';
import type { OdooClient } from '../../shared/odoo/client';
import { FailureError } from '../../shared/odoo/safely';
import { misconfigured, unwrap } from './problem';

/** A document as it is now. */
export interface Present {
	name: string;
	/** Values as they are written and compared: ids of relations. */
	values: Record<string, OdooValue>;
	/** Values as they are shown: `[id, "name"]` of relations. */
	shown: Record<string, OdooValue>;
}

/** Reads some fields of a document. @throws FailureError when it or a field is not there */
export async function readPresent(
	client: OdooClient,
	model: string,
	id: number,
	fields: string[],
): Promise<Present> {
	const schema = unwrap(await client.schema(model));
	const unknown = fields.find((field) => schema[field] === undefined);
	if (unknown !== undefined) {
		throw misconfigured(`${model} has no field "${unknown}"`, 'Use the technical names of fields.');
	}
	const rows = unwrap(
		await client.read<OdooRecord[]>({
			model,
			method: 'search_read',
			params: { domain: [['id', '=', id]], fields: ['display_name', ...fields] },
			context: { active_test: false },
		}),
	);
	const [row] = rows;
	if (row === undefined) {
		throw new FailureError(
			failure(OdooErrorKind.Missing, `${model} ${id} is not there, or may not be seen`, {
				advice: 'Check Document ID, and that the user of the credential may read it.',
			}),
		);
	}
	const values = Object.fromEntries(
		fields.map((field) => [field, stored(row[field], schema[field].type)]),
	);
	const shown = await withNames(client, schema, values);
	return { name: String(row.display_name), values, shown };
}

const stored = (value: OdooValue, type: FieldType): OdooValue =>
	type === FieldType.Many2one && Array.isArray(value) ? (value[0] ?? false) : value;

/** What shall be written, as Odoo stores it. @throws FailureError */
export async function convertValues(
	client: OdooClient,
	model: string,
	wanted: Record<string, unknown>,
	zone: string,
): Promise<Record<string, OdooValue>> {
	const schema = unwrap(await client.schema(model));
	const values: Record<string, OdooValue> = {};
	for (const [name, input] of Object.entries(wanted)) {
		const field = schema[name];
		if (field === undefined) {
			throw misconfigured(`${model} has no field "${name}"`, 'Use the technical names of fields.');
		}
		const converted = toOdooValue(input, field, zone);
		const isPlain = converted.kind === 'value' && !isCommands(converted.value);
		const areIds =
			converted.kind === 'keys' && converted.keys.every((key) => typeof key === 'number');
		if (isPlain) values[name] = converted.value;
		else if (areIds) values[name] = idsOf(converted.keys as number[], converted.many);
		else {
			const why =
				converted.kind === 'problem' ? converted.problem : 'takes records by their IDs only here';
			throw misconfigured(
				`${name} ${why}`,
				'Correct the value. Lines are changed by Apply Effects.',
			);
		}
	}
	return values;
}

const isCommands = (value: OdooValue): boolean => Array.isArray(value) && value.some(Array.isArray);

/** Ids, as Odoo reads and compares them; an empty list would be no change. */
const idsOf = (keys: number[], many: boolean): OdooValue =>
	many && keys.length > 0 ? keys : (keys[0] ?? false);

/** Relations with the names of their records, to show. */
async function withNames(
	client: OdooClient,
	schema: ModelSchema,
	values: Record<string, OdooValue>,
): Promise<Record<string, OdooValue>> {
	const shown: Record<string, OdooValue> = {};
	for (const [name, value] of Object.entries(values)) {
		const { relation } = schema[name];
		const ids = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'number');
		if (relation === undefined || ids.length === 0) {
			shown[name] = value;
			continue;
		}
		const rows = unwrap(
			await client.read<OdooRecord[]>({
				model: relation,
				method: 'search_read',
				params: { domain: [['id', 'in', ids]], fields: ['display_name'] },
				context: { active_test: false },
			}),
		);
		const named = new Map(rows.map(({ id, display_name: text }) => [id, text]));
		const pairs = ids.map((id): OdooValue => [id, named.get(id) ?? '']);
		shown[name] = Array.isArray(value) ? pairs : pairs[0];
	}
	return shown;
}

/** What would change, field by field, with the words people know. @throws FailureError */
export async function changesOf(
	client: OdooClient,
	document: { model: string; id: number; name: string },
	present: Present,
	wanted: Record<string, OdooValue>,
): Promise<Change[]> {
	const schema = unwrap(await client.schema(document.model));
	const after = await withNames(client, schema, wanted);
	return Object.keys(wanted).map((field) => ({
		model: document.model,
		id: document.id,
		document: document.name,
		field,
		label: schema[field].string,
		before: present.shown[field],
		after: after[field],
	}));
}
