import type { OdooFailure, PlannedStep, Result } from '../../../../core/odoo';
import { Repeatable, Step, success } from '../../../../core/odoo';
import { splitOnFailure } from '../splitOnFailure';
import { importRecords } from './import';
import type { RecordOutcome } from './outcome';
import { failedItem, RecordResult } from './outcome';
import { MatchBy } from './readBatches';
import type { UpsertRun } from './upsertBatch';
import { asChanges } from './upsertBatch';

export type Creation = Extract<PlannedStep, { step: Step.Create }>;

/** Records per request: large enough for Odoo's batch speed, small enough for its request time limit. */
const RECORDS_PER_REQUEST = 500;

/** Creates the new records of a plan in as few transactions as possible. */
export async function createRecords(run: UpsertRun, plan: PlannedStep[]): Promise<RecordOutcome[]> {
	const creations = plan.filter((step): step is Creation => step.step === Step.Create);
	const attempt = run.batch.matchBy === MatchBy.ExternalId ? importRecords : createDirectly;
	const outcomes: RecordOutcome[] = [];
	for (let start = 0; start < creations.length; start += RECORDS_PER_REQUEST) {
		const some = creations.slice(start, start + RECORDS_PER_REQUEST);
		const done = await splitOnFailure<Creation, RecordOutcome>(some, {
			attempt: async (steps) => {
				const ids = await attempt(run, steps);
				return ids.ok ? success(steps.map((step, at) => created(run, step, ids.value[at]))) : ids;
			},
			giveUp: (step: Creation, reason: OdooFailure) => failedItem(step.desired.index, reason),
		});
		for (const outcome of done) outcomes.push(outcome);
	}
	return outcomes;
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
