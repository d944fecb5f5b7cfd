import { sleep } from 'n8n-workflow';
import type { Desired } from '../../../../core/odoo';
import { OdooErrorKind } from '../../../../core/odoo';
import { findExisting } from './match';
import type { RecordOutcome } from './outcome';
import { RecordResult } from './outcome';
import { MatchBy } from './readBatches';
import type { UpsertRun } from './upsertBatch';

/**
 * When to look again after the answer to a creation got lost, in milliseconds since the look before: Odoo goes on
 * working when the connection is gone, and what it makes is seen once it has committed.
 */
const LOOKS_MS = [0, 1000, 2000, 4000, 8000];

/**
 * Creations that failed although the record is there: another worker was faster with the same external id, or Odoo
 * has made it and the answer got lost. They go the way of existing records.
 */
export async function recoverCreations(
	run: UpsertRun,
	round: Desired[],
	created: RecordOutcome[],
	upsert: (run: UpsertRun, items: Desired[]) => Promise<RecordOutcome[]>,
): Promise<RecordOutcome[]> {
	const lostAnswers = indexesOf(created, (kind) => kind === OdooErrorKind.TimeoutUnknownOutcome);
	const byExternalId = run.batch.matchBy === MatchBy.ExternalId;
	const suspects = byExternalId ? indexesOf(created, () => true) : lostAnswers;
	if (suspects.size === 0) return created;
	const items = round.filter(({ index }) => suspects.has(index));
	const there = await findLater(run, items, lostAnswers.size > 0 ? LOOKS_MS : [0]);
	if (there.length === 0) return created;
	const indexes = new Set(there.map(({ index }) => index));
	const settled = await upsert(run, there);
	return [
		...created.filter(({ itemIndex }) => !indexes.has(itemIndex)),
		...settled.map((outcome) => asCreated(outcome, lostAnswers)),
	];
}

function indexesOf(
	outcomes: RecordOutcome[],
	counts: (kind: OdooErrorKind) => boolean,
): Set<number> {
	const failed = outcomes.flatMap((one) =>
		!one.ok && counts(one.failure.kind) ? [one.itemIndex] : [],
	);
	return new Set(failed);
}

/** The items whose record is there now. They come in one transaction: with the first, all of a request are there. */
async function findLater(
	run: UpsertRun,
	items: Desired[],
	looksMs: readonly number[],
): Promise<Desired[]> {
	for (const waitMs of looksMs) {
		await sleep(waitMs);
		const existing = await findExisting(run, items);
		// Odoo may be on its way up again.
		if (!existing.ok && existing.failure.retryable) continue;
		if (!existing.ok) return [];
		const there = items.filter(({ key }) => existing.value.records.has(key));
		if (there.length > 0) return there;
	}
	return [];
}

/** The record was not there before this run asked for it: that it needs no change now means that it was made. */
function asCreated(outcome: RecordOutcome, lostAnswers: ReadonlySet<number>): RecordOutcome {
	if (!outcome.ok || !lostAnswers.has(outcome.itemIndex)) return outcome;
	if (outcome.record.outcome !== RecordResult.Unchanged) return outcome;
	return {
		...outcome,
		record: { ...outcome.record, outcome: RecordResult.Created, recovered: true },
	};
}
