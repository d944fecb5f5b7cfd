import type { OdooRecord, OdooValue } from './call';
import type { FieldChange } from './compare';
import { findChanges } from './compare';
import type { ModelSchema } from './fields';

/** What happens to lines of the record that the item does not have. */
export enum MissingLines {
	Keep = 'keep',
	Delete = 'delete',
}

/** The lines an item wants in one field of its record, values as Odoo stores them. */
export interface WantedLines {
	/** Model of the lines. */
	model: string;
	/** Fields that recognise a line within its record; empty when none is known. */
	keys: string[];
	missing: MissingLines;
	rows: Array<Record<string, OdooValue>>;
}

/** What to write into the field, and the difference as the user sees it (null: none). */
export type LinePlan = { commands: OdooValue[]; change: FieldChange | null } | { problem: string };

/** Odoo's commands for to-many fields. */
enum Command {
	Create = 0,
	Update = 1,
	Delete = 2,
}

/** Commands that give a new record its lines. */
export const createLines = ({ rows }: WantedLines): OdooValue[] =>
	rows.map((row) => [Command.Create, 0, withoutId(row)]);

/**
 * Matches wanted with existing lines by their key and changes them in place. Lines with the same key are matched
 * in their order; one too many in Odoo is ambiguous, and reported.
 */
export function planLines(
	existing: OdooRecord[],
	wanted: WantedLines,
	schema: ModelSchema,
): LinePlan {
	if (existing.length > 0 && wanted.rows.length > 0 && wanted.keys.length === 0) {
		return { problem: 'has lines already, and no key says which is which' };
	}
	const open = groupByKey(existing, wanted.keys);
	const ambiguous = findAmbiguous(open, wanted);
	if (ambiguous) return { problem: `has several lines with ${ambiguous}: none is picked` };
	const plan: Planned = { commands: [], before: [], after: [] };
	for (const row of wanted.rows) {
		const line = open.get(keyOf(row, wanted.keys))?.shift();
		if (line) update(plan, line, row, schema);
		else if ('id' in row) return { problem: `has no line with the ID ${String(row.id)}` };
		else create(plan, row);
	}
	if (wanted.missing === MissingLines.Delete) {
		for (const line of [...open.values()].flat()) remove(plan, line);
	}
	return asLinePlan(plan);
}

interface Planned {
	commands: OdooValue[];
	before: OdooValue[];
	after: OdooValue[];
}

function update(plan: Planned, line: OdooRecord, row: OdooRow, schema: ModelSchema): void {
	const changes = Object.entries(findChanges(line, withoutId(row), schema));
	if (changes.length === 0) return;
	const { id } = line;
	plan.commands.push([
		Command.Update,
		id,
		Object.fromEntries(changes.map(([name]) => [name, row[name]])),
	]);
	plan.before.push({ id, ...mapChanges(changes, 'before') });
	plan.after.push({ id, ...mapChanges(changes, 'after') });
}

function create(plan: Planned, row: OdooRow): void {
	plan.commands.push([Command.Create, 0, row]);
	plan.after.push(row);
}

function remove(plan: Planned, line: OdooRecord): void {
	plan.commands.push([Command.Delete, line.id, 0]);
	plan.before.push(line);
}

type OdooRow = Record<string, OdooValue>;

const asLinePlan = ({ commands, before, after }: Planned): LinePlan => ({
	commands,
	change: commands.length === 0 ? null : { before, after },
});

const mapChanges = (changes: Array<[string, FieldChange]>, side: keyof FieldChange): OdooRow =>
	Object.fromEntries(changes.map(([name, change]) => [name, change[side]]));

const withoutId = (row: OdooRow): OdooRow =>
	Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'id'));

function groupByKey(lines: OdooRecord[], keys: string[]): Map<string, OdooRecord[]> {
	const groups = new Map<string, OdooRecord[]>();
	for (const line of lines) {
		const key = keyOf(line, keys);
		groups.set(key, [...(groups.get(key) ?? []), line]);
	}
	return groups;
}

/** Relations are read as [7, "Name"] and written as 7. */
const keyOf = (row: OdooRow, keys: string[]): string =>
	JSON.stringify(
		keys.map((name) => {
			const value = row[name] ?? false;
			return Array.isArray(value) ? value[0] : value;
		}),
	);

/** A key of which Odoo has several lines, and more of them than the item. */
function findAmbiguous(open: Map<string, OdooRecord[]>, wanted: WantedLines): string | null {
	const counts = new Map<string, number>();
	for (const row of wanted.rows) {
		const key = keyOf(row, wanted.keys);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	for (const [key, count] of counts) {
		const there = open.get(key)?.length ?? 0;
		if (there > 1 && there > count) return `${wanted.keys.join(', ')} ${key.slice(1, -1)}`;
	}
	return null;
}
