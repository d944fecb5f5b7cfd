import type { Desired, Existing, ModelSchema, OdooRecord, Result } from '../../../../core/odoo';
import { success } from '../../../../core/odoo';
import type { UpsertRun } from './upsertBatch';

/** Lines read in one request. */
const LINES_PER_READ = 5000;

export type RecordsByKey = Map<string, OdooRecord[]>;

/** The lines of the found records, as far as the items speak of them, with the fields that are compared. */
export async function readLines(
	run: UpsertRun,
	items: Desired[],
	records: RecordsByKey,
): Promise<Result<Pick<Existing, 'lines' | 'lineSchemas'>>> {
	const wanted = new Map<string, { ids: Set<number>; names: Set<string> }>();
	for (const { key, lines = {} } of items) {
		for (const [field, { model, keys, rows }] of Object.entries(lines)) {
			const of = wanted.get(model) ?? { ids: new Set(), names: new Set(['id']) };
			wanted.set(model, of);
			for (const name of [...keys, ...rows.flatMap((row) => Object.keys(row))]) of.names.add(name);
			for (const record of records.get(key) ?? []) {
				for (const id of Array.isArray(record[field]) ? record[field] : []) of.ids.add(Number(id));
			}
		}
	}
	const lines = new Map<number, OdooRecord>();
	const lineSchemas: Record<string, ModelSchema> = {};
	for (const [model, { ids, names }] of wanted) {
		lineSchemas[model] = run.schemas[model];
		const all = [...ids];
		for (let start = 0; start < all.length; start += LINES_PER_READ) {
			const some = all.slice(start, start + LINES_PER_READ);
			const found = await run.client.read<OdooRecord[]>({
				model,
				method: 'search_read',
				params: { domain: [['id', 'in', some]], fields: [...names], order: 'id' },
				context: { active_test: false },
			});
			if (!found.ok) return found;
			for (const line of found.value) lines.set(line.id, line);
		}
	}
	return success({ lines, lineSchemas });
}
