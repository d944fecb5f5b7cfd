import type { OdooRecord, OdooValue } from './call';
import type { Changes } from './compare';
import { findChanges, heldIds } from './compare';
import type { ModelSchema } from './fields';
import { FieldType } from './fields';
import type { WantedLines } from './lines';
import { createLines, planLines } from './lines';

/** One item that is to become, or stay, a record. */
export interface Desired {
	/** Position among the input items. */
	index: number;
	/** Equal for items that mean the same record. */
	key: string;
	values: Record<string, OdooValue>;
	/** Lines by the one2many field they stand in. */
	lines?: Record<string, WantedLines>;
}

/** Whether a many2many field gets exactly the given records, or these as well. */
export enum ToMany {
	Replace = 'replace',
	Add = 'add',
}

export enum Step {
	Create = 'create',
	Update = 'update',
	Unchanged = 'unchanged',
	/** More than one record has this key: none is picked. */
	Ambiguous = 'ambiguous',
	/** The lines of the record cannot be told apart. */
	Refused = 'refused',
}

export type PlannedStep =
	| { step: Step.Create; desired: Desired; values: Record<string, OdooValue> }
	| {
			step: Step.Update;
			desired: Desired;
			id: number;
			changes: Changes;
			/** What is written: the changed fields only. */
			values: Record<string, OdooValue>;
	  }
	| { step: Step.Unchanged; desired: Desired; id: number }
	| { step: Step.Ambiguous; desired: Desired; ids: number[] }
	| { step: Step.Refused; desired: Desired; id: number; field: string; problem: string };

/** What Odoo has, as far as the plan needs it. */
export interface Existing {
	/** Records by the key of the items. */
	records: ReadonlyMap<string, OdooRecord[]>;
	/** Lines of these records by their id. */
	lines?: ReadonlyMap<number, OdooRecord>;
	/** Schemas of the models of the lines. */
	lineSchemas?: Readonly<Record<string, ModelSchema>>;
}

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

/** What has to be done for each item, given what Odoo has under each key. */
export function planUpsert(
	items: Desired[],
	existing: Existing,
	schema: ModelSchema,
	toMany = ToMany.Replace,
): PlannedStep[] {
	return items.map((desired) => {
		const found = existing.records.get(desired.key) ?? [];
		if (found.length === 0) return planCreation(desired);
		if (found.length > 1) {
			return { step: Step.Ambiguous, desired, ids: found.map(({ id }) => id) };
		}
		return planUpdate(desired, found[0], existing, schema, toMany);
	});
}

function planCreation(desired: Desired): PlannedStep {
	const lines = Object.entries(desired.lines ?? {}).map(([name, one]) => [name, createLines(one)]);
	const values = { ...desired.values, ...(Object.fromEntries(lines) as Desired['values']) };
	return { step: Step.Create, desired, values };
}

function planUpdate(
	desired: Desired,
	record: OdooRecord,
	existing: Existing,
	schema: ModelSchema,
	toMany: ToMany,
): PlannedStep {
	const { id } = record;
	const wanted = toMany === ToMany.Add ? withHeld(desired.values, record, schema) : desired.values;
	const changes = findChanges(record, wanted, schema);
	const values = pick(wanted, Object.keys(changes));
	for (const [field, lines] of Object.entries(desired.lines ?? {})) {
		const there = linesOf(record, field, existing);
		const plan = planLines(there, lines, existing.lineSchemas?.[lines.model] ?? {});
		if ('problem' in plan) {
			return { step: Step.Refused, desired, id, field, problem: plan.problem };
		}
		if (!plan.change) continue;
		changes[field] = plan.change;
		values[field] = plan.commands;
	}
	return Object.keys(changes).length === 0
		? { step: Step.Unchanged, desired, id }
		: { step: Step.Update, desired, id, changes, values };
}

/** The given records beside those that the field has already. */
function withHeld(
	values: Desired['values'],
	record: OdooRecord,
	schema: ModelSchema,
): Desired['values'] {
	const entries = Object.entries(values).map(([name, given]): [string, OdooValue] => {
		if (schema[name].type !== FieldType.Many2many) return [name, given];
		const held = heldIds(record[name]);
		const wanted = heldIds(given);
		if (!held || !wanted) return [name, given];
		return [name, [[6, 0, [...new Set([...held, ...wanted])]]]];
	});
	return Object.fromEntries(entries);
}

function linesOf(record: OdooRecord, field: string, { lines }: Existing): OdooRecord[] {
	const ids = record[field];
	if (!Array.isArray(ids)) return [];
	return ids.flatMap((id) => lines?.get(Number(id)) ?? []);
}

export type Update = Extract<PlannedStep, { step: Step.Update }>;

export interface WriteGroup {
	values: Record<string, OdooValue>;
	steps: Update[];
}

/** Updates that write the same values, as one `write` over many records. */
export function groupWrites(steps: PlannedStep[]): WriteGroup[] {
	const groups = new Map<string, WriteGroup>();
	for (const step of steps) {
		if (step.step !== Step.Update) continue;
		const signature = JSON.stringify(Object.entries(step.values).sort());
		const group = groups.get(signature) ?? { values: step.values, steps: [] };
		group.steps.push(step);
		groups.set(signature, group);
	}
	return [...groups.values()];
}

const pick = (values: Record<string, OdooValue>, names: string[]): Record<string, OdooValue> =>
	Object.fromEntries(names.map((name) => [name, values[name]]));
