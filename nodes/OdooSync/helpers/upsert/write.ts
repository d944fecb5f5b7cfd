import type { OdooFailure, PlannedStep, Result, Update } from '../../../../core/odoo';
import {
	failed,
	failure,
	groupWrites,
	OdooErrorKind,
	Repeatable,
	success,
} from '../../../../core/odoo';
import { splitOnFailure } from '../splitOnFailure';
import type { RecordOutcome } from './outcome';
import { failedItem, RecordResult } from './outcome';
import type { UpsertRun } from './upsertBatch';

/** Records that get values of their own, in one request. */
const DIFFERENT_PER_REQUEST = 250;

/** Records that get the same values, in one request. */
const EQUAL_PER_REQUEST = 2000;

/** Odoo's method for a list of records with a list of values; the web client's own, from Odoo 19. */
const SAVE_MANY = 'web_save_multi';

/** Writes only what differs; records that get the same values are written together, the others in lists. */
export async function writeRecords(run: UpsertRun, plan: PlannedStep[]): Promise<RecordOutcome[]> {
	const outcomes: RecordOutcome[] = [];
	const alone: Update[] = [];
	const writer = new Writer(run);
	const write = async (steps: Update[], size: number, attempt: Attempt) => {
		for (let start = 0; start < steps.length; start += size) {
			const some = steps.slice(start, start + size);
			for (const outcome of await writeSome(run, some, attempt)) outcomes.push(outcome);
		}
	};
	for (const { steps } of groupWrites(plan)) {
		if (steps.length === 1) alone.push(steps[0]);
		else await write(steps, EQUAL_PER_REQUEST, async (some) => await writer.equal(some));
	}
	const { done, open } = await writeTogether(run, alone);
	for (const outcome of done) outcomes.push(outcome);
	await write(open, DIFFERENT_PER_REQUEST, async (some) => await writer.different(some));
	return outcomes;
}

/** With Setup's action, which finds bad rows by itself; those are left to the plain way, which says why. */
async function writeTogether(
	run: UpsertRun,
	steps: Update[],
): Promise<{ done: RecordOutcome[]; open: Update[] }> {
	const done: RecordOutcome[] = [];
	const open: Update[] = [];
	if (!(await run.bulk.pays(steps.length))) return { done, open: steps };
	for (let start = 0; start < steps.length; start += DIFFERENT_PER_REQUEST) {
		const some = steps.slice(start, start + DIFFERENT_PER_REQUEST);
		const rows = some.map(({ id, values }) => ({ id, values }));
		const answer = await run.bulk.run({ model: run.batch.model, write: rows }, repeatable(some));
		some.forEach((step, at) => {
			// A failure of the whole request may hide that it was carried out: it is told, not tried another way.
			if (answer?.ok === false) done.push(failedItem(step.desired.index, answer.failure));
			else if (!answer || answer.value.written[at] === null) open.push(step);
			else done.push(updated(run, step));
		});
	}
	return { done, open };
}

type Attempt = (steps: Update[]) => Promise<Result<unknown>>;

async function writeSome(
	run: UpsertRun,
	steps: Update[],
	attempt: Attempt,
): Promise<RecordOutcome[]> {
	return await splitOnFailure<Update, RecordOutcome>(steps, {
		attempt: async (some) => {
			const written = await attempt(some);
			return written.ok ? success(some.map((step) => updated(run, step))) : written;
		},
		giveUp: (step: Update, reason: OdooFailure) => failedItem(step.desired.index, reason),
	});
}

const updated = ({ batch: { model } }: UpsertRun, step: Update): RecordOutcome => ({
	ok: true,
	itemIndex: step.desired.index,
	record: { id: step.id, model, outcome: RecordResult.Updated, changed: step.changes },
});

class Writer {
	private canSaveMany = true;

	constructor(private readonly run: UpsertRun) {}

	async equal(steps: Update[]): Promise<Result<unknown>> {
		return await this.run.client.call({
			model: this.run.batch.model,
			method: 'write',
			ids: steps.map(({ id }) => id),
			params: { vals: steps[0].values },
			repeatable: repeatable(steps),
		});
	}

	/** One transaction for all where Odoo can; else they are halved until each stands alone. */
	async different(steps: Update[]): Promise<Result<unknown>> {
		if (steps.length === 1) return await this.equal(steps);
		if (!this.canSaveMany) return failed(NOT_TOGETHER);
		const saved = await this.run.client.call({
			model: this.run.batch.model,
			method: SAVE_MANY,
			ids: steps.map(({ id }) => id),
			params: { vals_list: steps.map(({ values }) => values), specification: {} },
			repeatable: repeatable(steps),
		});
		if (!saved.ok && isUnknownMethod(saved.failure)) this.canSaveMany = false;
		return saved;
	}
}

const NOT_TOGETHER = failure(OdooErrorKind.Configuration, `This Odoo has no ${SAVE_MANY}`);

/** Absolute values: writing them twice gives the same record. Lines would be made or deleted twice. */
const repeatable = (steps: Update[]): Repeatable =>
	steps.some(({ values }) => Object.values(values).some(hasOneTimeCommand))
		? Repeatable.No
		: Repeatable.Yes;

/** 0 creates, 2 and 3 take away, by id; the others describe a state. */
const hasOneTimeCommand = (value: unknown): boolean =>
	Array.isArray(value) &&
	value.some((command) => Array.isArray(command) && [0, 2, 3].includes(Number(command[0])));

/** Odoo 17 and 18 do not have it, and say so in different words. */
const isUnknownMethod = ({ kind, message }: OdooFailure): boolean =>
	(kind === OdooErrorKind.Configuration || kind === OdooErrorKind.Missing) &&
	message.includes(SAVE_MANY);
