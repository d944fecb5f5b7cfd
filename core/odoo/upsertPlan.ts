import type { OdooRecord, OdooValue } from './call';
import type { Changes } from './compare';
import { findChanges } from './compare';
import type { ModelSchema } from './fields';

/** One item that is to become, or stay, a record. */
export interface Desired {
	/** Position among the input items. */
	index: number;
	/** Equal for items that mean the same record. */
	key: string;
	values: Record<string, OdooValue>;
}

export enum Step {
	Create = 'create',
	Update = 'update',
	Unchanged = 'unchanged',
	/** More than one record has this key: none is picked. */
	Ambiguous = 'ambiguous',
}

export type PlannedStep =
	| { step: Step.Create; desired: Desired }
	| { step: Step.Update; desired: Desired; id: number; changes: Changes }
	| { step: Step.Unchanged; desired: Desired; id: number }
	| { step: Step.Ambiguous; desired: Desired; ids: number[] };

/** Splits items into rounds in which every key appears once, so that a later item sees what an earlier one did. */
export function intoRounds(items: Desired[]): Desired[][] {
	const rounds: Desired[][] = [];
	const seen = new Map<string, number>();
	for (const item of items) {
		const round = seen.get(item.key) ?? 0;
		seen.set(item.key, round + 1);
		(rounds[round] ??= []).push(item);
	}
	return rounds;
}

/** What has to be done for each item, given the records that Odoo has under each key. */
export function planUpsert(
	items: Desired[],
	existing: ReadonlyMap<string, OdooRecord[]>,
	schema: ModelSchema,
): PlannedStep[] {
	return items.map((desired) => {
		const found = existing.get(desired.key) ?? [];
		if (found.length === 0) return { step: Step.Create, desired };
		if (found.length > 1) {
			return { step: Step.Ambiguous, desired, ids: found.map(({ id }) => id) };
		}
		const [record] = found;
		const changes = findChanges(record, desired.values, schema);
		return Object.keys(changes).length === 0
			? { step: Step.Unchanged, desired, id: record.id }
			: { step: Step.Update, desired, id: record.id, changes };
	});
}

export interface WriteGroup {
	values: Record<string, OdooValue>;
	steps: Array<Extract<PlannedStep, { step: Step.Update }>>;
}

/** Updates that write the same values, as one `write` over many records. */
export function groupWrites(steps: PlannedStep[]): WriteGroup[] {
	const groups = new Map<string, WriteGroup>();
	for (const step of steps) {
		if (step.step !== Step.Update) continue;
		const values = pick(step.desired.values, Object.keys(step.changes));
		const signature = JSON.stringify(Object.entries(values).sort());
		const group = groups.get(signature) ?? { values, steps: [] };
		group.steps.push(step);
		groups.set(signature, group);
	}
	return [...groups.values()];
}

const pick = (values: Record<string, OdooValue>, names: string[]): Record<string, OdooValue> =>
	Object.fromEntries(names.map((name) => [name, values[name]]));
