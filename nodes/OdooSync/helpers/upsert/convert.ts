import type { Converted, ModelSchema, OdooValue, RelationKey } from '../../../../core/odoo';
import { AUTOMATIC_FIELDS, toOdooValue } from '../../../../core/odoo';
import type { RelationResolver } from '../relations';
import type { RecordOutcome } from './outcome';
import { failedItem, invalidItem } from './outcome';
import type { UpsertBatch, UpsertInput } from './readBatches';

/** An item whose values are as Odoo stores them. */
export interface ConvertedItem {
	input: UpsertInput;
	values: Record<string, OdooValue>;
}

interface Conversion {
	input: UpsertInput;
	fields: Record<string, Converted>;
}

/** Converts all items; relations are looked up together, and an item that cannot be converted fails alone. */
export async function convertItems(
	batch: UpsertBatch,
	schema: ModelSchema,
	relations: RelationResolver,
): Promise<{ items: ConvertedItem[]; failures: RecordOutcome[] }> {
	const failures: RecordOutcome[] = [];
	const conversions: Conversion[] = [];
	for (const input of batch.items) {
		const conversion = convertItem(batch, input, schema);
		if ('ok' in conversion) failures.push(conversion);
		else conversions.push(conversion);
	}
	await relations.resolve(
		conversions.flatMap(({ fields }) => Object.values(fields).flatMap(keysOf)),
	);
	const items: ConvertedItem[] = [];
	for (const conversion of conversions) {
		const filled = fillRelations(batch, conversion, relations);
		if ('ok' in filled) failures.push(filled);
		else items.push(filled);
	}
	return { items, failures };
}

function convertItem(
	{ model, zone, matchFields }: UpsertBatch,
	input: UpsertInput,
	schema: ModelSchema,
): Conversion | RecordOutcome {
	const fields: Record<string, Converted> = {};
	for (const [name, value] of Object.entries(input.values)) {
		if (value === undefined) continue;
		const field = schema[name];
		if (!field) {
			return invalidItem(input.itemIndex, `${model} has no field "${name}"`, {
				model,
				field: name,
				advice: 'Check the spelling, and that the module which adds the field is installed.',
			});
		}
		if (AUTOMATIC_FIELDS.has(name) && !matchFields.includes(name)) continue;
		const converted = toOdooValue(value, field, zone);
		if (converted.kind === 'problem') {
			const message = `${field.string} (${name}) ${converted.problem}`;
			return invalidItem(input.itemIndex, message, { model, field: name });
		}
		fields[name] = converted;
	}
	return { input, fields };
}

const keysOf = (converted: Converted): RelationKey[] =>
	converted.kind === 'keys' ? converted.keys.filter((key) => typeof key !== 'number') : [];

function fillRelations(
	{ model }: UpsertBatch,
	{ input, fields }: Conversion,
	relations: RelationResolver,
): ConvertedItem | RecordOutcome {
	const values: Record<string, OdooValue> = {};
	for (const [name, converted] of Object.entries(fields)) {
		if (converted.kind === 'value') values[name] = converted.value;
		if (converted.kind !== 'keys') continue;
		const ids: number[] = [];
		for (const key of converted.keys) {
			const id = typeof key === 'number' ? { ok: true as const, value: key } : relations.find(key);
			if (!id.ok) return failedItem(input.itemIndex, { ...id.failure, model, field: name });
			ids.push(id.value);
		}
		values[name] = converted.many ? [[6, 0, ids]] : ids[0];
	}
	return { input, values };
}
