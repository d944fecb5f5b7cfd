import type { OdooFailure, PlannedStep, Result } from '../../../../core/odoo';
import { Pace, Repeatable, Step, success } from '../../../../core/odoo';
import { splitOnFailure } from '../splitOnFailure';
import { importRecords } from './import';
import type { RecordOutcome } from './outcome';
import { failedItem, RecordResult } from './outcome';
import { MatchBy } from './readBatches';
import type { UpsertRun } from './upsertBatch';
import { asChanges } from './upsertBatch';

export type Creation = Extract<PlannedStep, { step: Step.Create }>;

/** Creates the new records of a plan in as few transactions as possible. */
export async function createRecords(run: UpsertRun, plan: PlannedStep[]): Promise<RecordOutcome[]> {
	const creations = plan.filter((step): step is Creation => step.step === Step.Create);
	const byExternalId = run.batch.matchBy === MatchBy.ExternalId;
	const attempt = byExternalId ? importRecords : createDirectly;
	const outcomes: RecordOutcome[] = [];
	const pace = new Pace();
	const weights = creations.map(rowsOf);
	for (let start = 0; start < creations.length; ) {
		const count = pace.take(weights, start);
		const all = creations.slice(start, start + count);
		const rows = weights.slice(start, start + count).reduce((sum, weight) => sum + weight, 0);
		start += count;
		const asked = Date.now();
		const together = byExternalId ? await createTogether(run, all) : new Map<Creation, number>();
		for (const [step, id] of together) outcomes.push(created(run, step, id));
		const some = all.filter((step) => !together.has(step));
		const done = await splitOnFailure<Creation, RecordOutcome>(some, {
			attempt: async (steps) => {
				const ids = await attempt(run, steps);
				return ids.ok ? success(steps.map((step, at) => created(run, step, ids.value[at]))) : ids;
			},
			giveUp: (step: Creation, reason: OdooFailure) => failedItem(step.desired.index, reason),
		});
		for (const outcome of done) outcomes.push(outcome);
		pace.took(rows, Date.now() - asked, !done.some(({ ok }) => !ok));
	}
	return outcomes;
}

/** A record and its lines. */
const rowsOf = ({ desired }: Creation): number =>
	Object.values(desired.lines ?? {}).reduce((sum, { rows }) => sum + rows.length, 1);

/** With Setup's action; what it did not create is left to the plain way, which says why. */
async function createTogether(run: UpsertRun, steps: Creation[]): Promise<Map<Creation, number>> {
	if (!(await run.bulk.pays(steps.length))) return new Map();
	const answer = await run.bulk.run({
		model: run.batch.model,
		create: steps.map(({ desired, values }) => ({ external_id: desired.key, values })),
	});
	if (!answer?.ok) return new Map();
	return new Map(
		steps.flatMap((step, at) => {
			const id = answer.value.created[at];
			return id === null ? [] : [[step, id] as const];
		}),
	);
}

async function createDirectly(run: UpsertRun, steps: Creation[]): Promise<Result<number[]>> {
	return await run.client.call<number[]>({
		model: run.batch.model,
		method: 'create',
		params: { vals_list: steps.map(({ values }) => values) },
		// Nothing in Odoo would stop a second set of the same records.
		repeatable: Repeatable.No,
	});
}

function created({ batch }: UpsertRun, { desired, values }: Creation, id: number): RecordOutcome {
	return {
		ok: true,
		itemIndex: desired.index,
		record: {
			id,
			model: batch.model,
			outcome: RecordResult.Created,
			changed: asChanges(values),
			...(batch.matchBy === MatchBy.ExternalId && { externalId: desired.key }),
		},
	};
}
