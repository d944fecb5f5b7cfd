import type { Desired, Domain, OdooRecord, OdooValue, Result } from '../../../../core/odoo';
import { anyOf, FieldType, findNotImportable, OdooErrorKind, success } from '../../../../core/odoo';
import { isExternalId, resolveExternalIds } from '../externalIds';
import type { ConvertedItem } from './convert';
import type { RecordOutcome } from './outcome';
import { invalidItem } from './outcome';
import { MatchBy } from './readBatches';
import type { UpsertRun } from './upsertBatch';

/** Most keys that one domain carries. */
const KEYS_PER_SEARCH = 200;

/** Gives every item the key by which its record is recognised; items without a usable key fail. */
export function keyItems(
	run: UpsertRun,
	items: ConvertedItem[],
): { keyed: Desired[]; failures: RecordOutcome[] } {
	const keyed: Desired[] = [];
	const failures: RecordOutcome[] = [];
	for (const { input, values } of items) {
		const problem = findKeyProblem(run, input.externalId, values);
		const index = input.itemIndex;
		if (problem)
			failures.push(invalidItem(index, problem.message, { model: run.batch.model, ...problem }));
		else
			keyed.push({ index, key: keyOf(run, input.externalId, values), values: withoutId(values) });
	}
	return { keyed, failures };
}

function findKeyProblem(
	{ batch, schema }: UpsertRun,
	externalId: string,
	values: Record<string, OdooValue>,
): { message: string; field?: string; advice?: string } | null {
	if (batch.matchBy === MatchBy.ExternalId) {
		if (!isExternalId(externalId))
			return { message: `"${externalId}" is not an external ID (module.name)` };
		const field = findNotImportable(values, schema);
		return field === null
			? null
			: {
					message: `${field} cannot be written together with an external ID`,
					field,
					advice: 'Write this field in a second step, matched by Fields.',
				};
	}
	const empty = batch.matchFields.find(
		(name) => (values[name] ?? false) === false && schema[name]?.type !== FieldType.Boolean,
	);
	return empty === undefined
		? null
		: {
				message: `The field to match on is empty: ${empty}`,
				field: empty,
				advice: 'An empty key would match any record without one: give a value or drop the item.',
			};
}

/** The id is a key, never a value to write. */
const withoutId = (values: Record<string, OdooValue>): Record<string, OdooValue> =>
	Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'id'));

const keyOf = (
	{ batch }: UpsertRun,
	externalId: string,
	values: Record<string, OdooValue>,
): string =>
	batch.matchBy === MatchBy.ExternalId
		? externalId
		: JSON.stringify(batch.matchFields.map((name) => values[name]));

/** The records Odoo has under the keys of these items, with the fields that are compared. */
export async function findExisting(
	run: UpsertRun,
	items: Desired[],
): Promise<Result<Map<string, OdooRecord[]>>> {
	return run.batch.matchBy === MatchBy.ExternalId
		? await findByExternalId(run, items)
		: await findByFields(run, items);
}

async function findByFields(
	run: UpsertRun,
	items: Desired[],
): Promise<Result<Map<string, OdooRecord[]>>> {
	const { matchFields } = run.batch;
	const existing = new Map<string, OdooRecord[]>();
	for (let start = 0; start < items.length; start += KEYS_PER_SEARCH) {
		const keys = items.slice(start, start + KEYS_PER_SEARCH).map(({ key }) => key);
		const records = await readRecords(run, items, keysDomain(matchFields, keys), matchFields);
		if (!records.ok) return records;
		for (const record of records.value) {
			const key = JSON.stringify(matchFields.map((name) => keyValue(record[name], run, name)));
			existing.set(key, [...(existing.get(key) ?? []), record]);
		}
	}
	return success(existing);
}

function keysDomain(matchFields: string[], keys: string[]): Domain {
	const tuples = keys.map((key) => JSON.parse(key) as OdooValue[]);
	if (matchFields.length === 1) return [[matchFields[0], 'in', tuples.map(([value]) => value)]];
	return anyOf(tuples.map((tuple) => tuple.map((value, at) => [matchFields[at], '=', value])));
}

const keyValue = (value: OdooValue, { schema }: UpsertRun, name: string): OdooValue =>
	schema[name]?.type === FieldType.Many2one && Array.isArray(value) ? value[0] : value;

async function findByExternalId(
	run: UpsertRun,
	items: Desired[],
): Promise<Result<Map<string, OdooRecord[]>>> {
	const { client, batch } = run;
	const ids = await resolveExternalIds(
		client,
		items.map(({ key }) => key),
		batch.model,
	);
	const keyById = new Map<number, string>();
	for (const [key, id] of ids) {
		if (id.ok) keyById.set(id.value, key);
		else if (id.failure.kind !== OdooErrorKind.Missing) return id;
	}
	if (keyById.size === 0) return success(new Map());
	const records = await readRecords(run, items, [['id', 'in', [...keyById.keys()]]], []);
	if (!records.ok) return records;
	return success(new Map(records.value.map((record) => [keyById.get(record.id) ?? '', [record]])));
}

/** Archived records count as existing: creating a second one beside them would be a duplicate. */
async function readRecords(
	{ client, batch }: UpsertRun,
	items: Desired[],
	domain: Domain,
	alsoRead: string[],
): Promise<Result<OdooRecord[]>> {
	const names = new Set([...alsoRead, ...items.flatMap(({ values }) => Object.keys(values))]);
	return await client.read<OdooRecord[]>({
		model: batch.model,
		method: 'search_read',
		params: { domain, fields: names.size > 0 ? [...names] : ['id'], order: 'id' },
		context: { active_test: false },
	});
}
