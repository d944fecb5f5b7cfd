import type { OdooFailure, PlannedStep, WriteGroup, Step } from '../../../../core/odoo';
import { groupWrites, Repeatable } from '../../../../core/odoo';
import { splitOnFailure } from '../splitOnFailure';
import type { RecordOutcome } from './outcome';
import { failedItem, RecordResult } from './outcome';
import type { UpsertRun } from './upsertBatch';

type Update = Extract<PlannedStep, { step: Step.Update }>;

/** Writes only what differs; records that get the same values are written together. */
export async function writeRecords(run: UpsertRun, plan: PlannedStep[]): Promise<RecordOutcome[]> {
	const outcomes: RecordOutcome[] = [];
	for (const group of groupWrites(plan)) outcomes.push(...(await writeGroup(run, group)));
	return outcomes;
}

async function writeGroup(run: UpsertRun, group: WriteGroup): Promise<RecordOutcome[]> {
	return await splitOnFailure<Update, RecordOutcome>(group.steps, {
		attempt: async (steps) => {
			const written = await run.client.call<boolean>({
				model: run.batch.model,
				method: 'write',
				ids: steps.map(({ id }) => id),
				params: { vals: group.values },
				// Absolute values: writing them twice gives the same record.
				repeatable: Repeatable.Yes,
			});
			return written.ok ? { ok: true, value: steps.map((step) => updated(run, step)) } : written;
		},
		giveUp: (step: Update, reason: OdooFailure) => failedItem(step.desired.index, reason),
	});
}

const updated = ({ batch: { model } }: UpsertRun, step: Update): RecordOutcome => ({
	ok: true,
	itemIndex: step.desired.index,
	record: { id: step.id, model, outcome: RecordResult.Updated, changed: step.changes },
});
