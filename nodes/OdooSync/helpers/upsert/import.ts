import type { ImportTable, OdooFailure, Result } from '../../../../core/odoo';
import {
	failed,
	failure,
	LOST_RACE,
	OdooErrorKind,
	Repeatable,
	success,
	toImportTable,
} from '../../../../core/odoo';
import type { Creation } from './create';
import type { UpsertRun } from './upsertBatch';

interface LoadAnswer {
	ids: number[] | false;
	messages: Array<{ type: string; message: string; field?: string }>;
}

/**
 * Creates records under their external ids with Odoo's `load()`: record and external id are one transaction,
 * and a second worker with the same id is refused by a unique index. Ids come back in the order of `steps`.
 */
export async function importRecords(run: UpsertRun, steps: Creation[]): Promise<Result<number[]>> {
	const ids = new Map<Creation, number>();
	for (const group of groupByFields(steps)) {
		const records = group.map(({ desired }) => ({
			externalId: desired.key,
			values: desired.values,
			lines: desired.lines,
		}));
		const loaded = await load(run, toImportTable(records, run.batch.model, run.schemas));
		if (!loaded.ok) return loaded;
		group.forEach((step, at) => ids.set(step, loaded.value[at]));
	}
	return success(steps.map((step) => ids.get(step) ?? 0));
}

/** Fields of lines, which must be the same in all rows as well: an empty cell would clear a default. */
const lineFields = (lines: NonNullable<Creation['desired']['lines']>): string[] =>
	Object.entries(lines).flatMap(([field, { rows }]) => [
		...new Set(rows.flatMap((row) => Object.keys(row)).map((name) => `${field}/${name}`)),
	]);

/** `load` needs the same columns in every row. */
function groupByFields(steps: Creation[]): Creation[][] {
	const groups = new Map<string, Creation[]>();
	for (const step of steps) {
		const { values, lines = {} } = step.desired;
		const signature = [...Object.keys(values), ...lineFields(lines)].sort().join();
		const group = groups.get(signature);
		if (group) group.push(step);
		else groups.set(signature, [step]);
	}
	return [...groups.values()];
}

async function load({ client, batch }: UpsertRun, table: ImportTable): Promise<Result<number[]>> {
	return await client.attempt(Repeatable.Yes, async () => {
		const answer = await client.callOnce<LoadAnswer>({
			model: batch.model,
			method: 'load',
			params: { fields: table.columns, data: table.rows },
			context: { tz: 'UTC' },
			repeatable: Repeatable.Yes,
		});
		if (!answer.ok) return answer;
		const { ids, messages } = answer.value;
		return ids === false ? failed(readMessages(messages, batch.model)) : success(ids);
	});
}

/** `load` answers 200 when it fails, also when another transaction was faster; the reason is in its messages. */
function readMessages(messages: LoadAnswer['messages'], model: string): OdooFailure {
	const [first] = messages.filter(({ type }) => type === 'error');
	const message = first?.message ?? 'Odoo did not import the record and gave no reason';
	const isConflict = LOST_RACE.test(message);
	return failure(isConflict ? OdooErrorKind.Conflict : OdooErrorKind.Validation, message, {
		model,
		method: 'load',
		...(first?.field && { field: first.field }),
	});
}
