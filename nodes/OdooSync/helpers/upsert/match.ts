import type {
	Desired,
	Domain,
	Existing,
	OdooRecord,
	OdooValue,
	Result,
} from '../../../../core/odoo';
import { anyOf, FieldType, findNotImportable, OdooErrorKind, success } from '../../../../core/odoo';
import { isExternalId } from '../externalIds';
import type { ConvertedItem } from './convert';
import type { RecordOutcome } from './outcome';
import { invalidItem } from './outcome';
import { MatchBy } from './readBatches';
import type { RecordsByKey } from './existingLines';
import { readLines } from './existingLines';
import type { UpsertRun } from './upsertBatch';

/** Most keys that one domain carries: one search of 2,000 costs Odoo a third of ten of 200. */
const KEYS_PER_SEARCH = 2000;

/** Keys of several fields make a long OR, which PostgreSQL plans slowly. */
const TUPLES_PER_SEARCH = 200;

/** Gives every item the key by which its record is recognised; items without a usable key fail. */
export function keyItems(
	run: UpsertRun,
	items: ConvertedItem[],
): { keyed: Desired[]; failures: RecordOutcome[] } {
	const keyed: Desired[] = [];
	const failures: RecordOutcome[] = [];
	for (const { input, values, lines } of items) {
		const problem =
			findKeyProblem(run, input.externalId, values) ?? findUnevenLines(run.batch.matchBy, lines);
		const index = input.itemIndex;
		if (problem)
			failures.push(invalidItem(index, problem.message, { model: run.batch.model, ...problem }));
		else
			keyed.push({
				index,
				key: keyOf(run, input.externalId, values),
				values: withoutId(values),
				...(lines && { lines }),
			});
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

/** `load()` would clear what one line has and another has not. */
function findUnevenLines(
	matchBy: MatchBy,
	lines: ConvertedItem['lines'] = {},
): { message: string; field: string; advice: string } | null {
	if (matchBy !== MatchBy.ExternalId) return null;
	const uneven = Object.entries(lines).find(([, { rows }]) => {
		const shapes = new Set(rows.map((row) => Object.keys(row).sort().join()));
		return shapes.size > 1 || rows.some((row) => 'id' in row);
	});
	return uneven === undefined
		? null
		: {
				message: `The lines in ${uneven[0]} do not all have the same fields`,
				field: uneven[0],
				advice: 'Give every line the same fields (and no ID) when matching by External ID.',
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

/** What Odoo has under the keys of these items: the records with the fields that are compared, and their lines. */
export async function findExisting(run: UpsertRun, items: Desired[]): Promise<Result<Existing>> {
	const records =
		run.batch.matchBy === MatchBy.ExternalId
			? await findByExternalId(run, items)
			: await findByFields(run, items);
	if (!records.ok) return records;
	const lines = await readLines(run, items, records.value);
	return lines.ok ? success({ records: records.value, ...lines.value }) : lines;
}

async function findByFields(run: UpsertRun, items: Desired[]): Promise<Result<RecordsByKey>> {
	const { matchFields } = run.batch;
	const existing: RecordsByKey = new Map();
	const size = matchFields.length === 1 ? KEYS_PER_SEARCH : TUPLES_PER_SEARCH;
	for (let start = 0; start < items.length; start += size) {
		const keys = items.slice(start, start + size).map(({ key }) => key);
		const records = await readRecords(run, items, keysDomain(matchFields, keys), matchFields);
		if (!records.ok) return records;
		for (const record of records.value) {
			const key = JSON.stringify(matchFields.map((name) => keyValue(record[name], run, name)));
			const same = existing.get(key);
			if (same) same.push(record);
			else existing.set(key, [record]);
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

async function findByExternalId(run: UpsertRun, items: Desired[]): Promise<Result<RecordsByKey>> {
	const { externalIds, batch } = run;
	// An earlier item of this run, or another worker, may have made it since.
	externalIds.forgetMissing();
	const ids = await externalIds.find(
		items.map(({ key }) => key),
		batch.model,
	);
	const keyById = new Map<number, string>();
	for (const [key, id] of ids) {
		if (id.ok) keyById.set(id.value, key);
		else if (id.failure.kind !== OdooErrorKind.Missing) return id;
	}
	const existing: RecordsByKey = new Map();
	const all = [...keyById.keys()];
	for (let start = 0; start < all.length; start += KEYS_PER_SEARCH) {
		const some = all.slice(start, start + KEYS_PER_SEARCH);
		const records = await readRecords(run, items, [['id', 'in', some]], []);
		if (!records.ok) return records;
		for (const record of records.value) existing.set(keyById.get(record.id) ?? '', [record]);
	}
	return success(existing);
}

/** Archived records count as existing: creating a second one beside them would be a duplicate. */
async function readRecords(
	{ client, batch }: UpsertRun,
	items: Desired[],
	domain: Domain,
	alsoRead: string[],
): Promise<Result<OdooRecord[]>> {
	const names = new Set(alsoRead);
	for (const { values, lines } of items) {
		for (const name of Object.keys(values)) names.add(name);
		for (const name of Object.keys(lines ?? {})) names.add(name);
	}
	return await client.read<OdooRecord[]>({
		model: batch.model,
		method: 'search_read',
		params: { domain, fields: names.size > 0 ? [...names] : ['id'], order: 'id' },
		context: { active_test: false },
	});
}
