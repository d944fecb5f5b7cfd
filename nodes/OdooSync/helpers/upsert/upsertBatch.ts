import type { Desired, ModelSchema, PlannedStep, Result } from '../../../../core/odoo';
import { FieldType, intoRounds, planUpsert, Step, success } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import type { BulkAction } from '../bulkAction';
import type { ExternalIdFinder } from '../externalIds';
import type { RelationResolver } from '../relations';
import { convertItems } from './convert';
import { createRecords } from './create';
import { findExisting, keyItems } from './match';
import type { Measures } from './measures';
import type { RecordOutcome } from './outcome';
import { failedItem, invalidItem, RecordResult } from './outcome';
import type { UpsertBatch } from './readBatches';
import { IfExists, MatchBy, NoMatch } from './readBatches';
import { recoverCreations } from './recover';
import { writeRecords } from './write';

/** What all batches of a run share. */
export interface RunTools {
	client: OdooClient;
	bulk: BulkAction;
	externalIds: ExternalIdFinder;
	measures: Measures;
	relations: RelationResolver;
}

/** Everything the steps of one batch share. */
export interface UpsertRun extends RunTools {
	batch: UpsertBatch;
	schema: ModelSchema;
	/** By model: that of the records, and those of their lines. */
	schemas: Readonly<Record<string, ModelSchema>>;
}

/** Creates, updates or leaves alone the records of one batch. Each item has exactly one outcome. */
export async function upsertBatch(tools: RunTools, batch: UpsertBatch): Promise<RecordOutcome[]> {
	const schemas = await readSchemas(tools.client, batch);
	if (!schemas.ok) return batch.items.map((item) => failedItem(item.itemIndex, schemas.failure));
	const run: UpsertRun = {
		...tools,
		batch,
		schema: schemas.value[batch.model],
		schemas: schemas.value,
	};
	const converted = await convertItems(batch, run);
	const { keyed, failures } = keyItems(run, converted.items);
	const outcomes = [...converted.failures, ...failures];
	// A later item with the same key must see what the earlier one did.
	for (const round of intoRounds(keyed)) {
		for (const outcome of await upsertRound(run, round)) outcomes.push(outcome);
	}
	return outcomes;
}

/** The schema of the model, and of the models of the lines that the items carry. */
async function readSchemas(
	client: OdooClient,
	{ model, items }: UpsertBatch,
): Promise<Result<Record<string, ModelSchema>>> {
	const own = await client.schema(model);
	if (!own.ok) return own;
	const schemas = { [model]: own.value };
	const used = new Set(items.flatMap(({ values }) => Object.keys(values)));
	for (const name of used) {
		const field = own.value[name];
		if (field?.type !== FieldType.One2many || !field.relation) continue;
		const lines = await client.schema(field.relation);
		if (!lines.ok) return lines;
		schemas[field.relation] = lines.value;
	}
	return success(schemas);
}

async function upsertRound(run: UpsertRun, round: Desired[]): Promise<RecordOutcome[]> {
	const existing = await findExisting(run, round);
	if (!existing.ok) return round.map((item) => failedItem(item.index, existing.failure));
	const plan = planUpsert(round, existing.value, run.schema, run.batch.toMany).map((step) =>
		leaveAlone(run, step),
	);
	const settled = plan.flatMap((step) => settle(run, step));
	const open = plan.filter((step) => isOpen(run.batch, step));
	if (run.batch.dryRun) return [...settled, ...open.map((step) => announce(run, step))];
	const created = await createRecords(run, open);
	return [
		...settled,
		...(await recoverCreations(run, round, created, upsertRound)),
		...(await writeRecords(run, open)),
	];
}

/** With "If a Record Exists: Leave It Alone" a difference is none of our business. */
const leaveAlone = ({ batch }: UpsertRun, step: PlannedStep): PlannedStep =>
	step.step === Step.Update && batch.ifExists === IfExists.Skip
		? { step: Step.Unchanged, desired: step.desired, id: step.id }
		: step;

const isOpen = ({ noMatch }: UpsertBatch, { step }: PlannedStep): boolean =>
	step === Step.Update || (step === Step.Create && noMatch === NoMatch.Create);

/** Outcomes that need no write. */
function settle({ batch }: UpsertRun, step: PlannedStep): RecordOutcome[] {
	const { model, noMatch } = batch;
	const { index } = step.desired;
	switch (step.step) {
		case Step.Unchanged:
			return [
				{
					ok: true,
					itemIndex: index,
					record: { id: step.id, model, outcome: RecordResult.Unchanged, changed: {} },
				},
			];
		case Step.Ambiguous:
			return [
				invalidItem(index, `${step.ids.length} records match (${step.ids.join(', ')})`, {
					model,
					advice: 'Match on more fields, or clean up the duplicates in Odoo: none is picked.',
				}),
			];
		case Step.Refused:
			return [
				invalidItem(index, `${step.field} of ${model} ${step.id} ${step.problem}`, {
					model,
					field: step.field,
					advice: 'Say in the option Line Matching by which fields a line is recognised.',
				}),
			];
		case Step.Create:
			return noMatch === NoMatch.Fail ? [noRecord(index, batch)] : [];
		default:
			return [];
	}
}

const noRecord = (index: number, { model, matchFields, matchBy }: UpsertBatch): RecordOutcome =>
	invalidItem(
		index,
		`No record of ${model} matches by ${matchBy === MatchBy.Fields ? matchFields.join(', ') : 'external ID'}`,
		{ model, advice: 'Check the key, or set "If No Record Matches" to "Create It".' },
	);

/** What a dry run would do. */
function announce({ batch: { model } }: UpsertRun, step: PlannedStep): RecordOutcome {
	const isUpdate = step.step === Step.Update;
	return {
		ok: true,
		itemIndex: step.desired.index,
		record: {
			id: isUpdate ? step.id : null,
			model,
			outcome: isUpdate ? RecordResult.Updated : RecordResult.Created,
			changed: isUpdate ? step.changes : asChanges(valuesOf(step)),
			dryRun: true,
		},
	};
}

const valuesOf = (step: PlannedStep): Desired['values'] =>
	step.step === Step.Create ? step.values : step.desired.values;

/** The values of a new record in the form of changes. */
export const asChanges = (values: Desired['values']) =>
	Object.fromEntries(
		Object.entries(values).map(([name, after]) => [name, { before: null, after }]),
	);
