import type { IDataObject } from 'n8n-workflow';
import { validateEvent } from '../../../../core/event/validation';
import type { Command, TransitionTable } from '../../../../core/odoo/apply';
import {
	compileEvent,
	invalidCommand,
	type Circumstances,
	type Part,
	type ProofFile,
	type Routes,
} from '../../../../core/odoo/routes';
import type { CommandGroup } from './sendCommands';

/** An event on its way: its commands, and what to put out for it. */
export interface Entry extends CommandGroup {
	itemIndex: number;
	/** What the outcome is told with: the input item, or what was read from Odoo. */
	source: IDataObject;
	/** Parts of the commands after the first. */
	parts: Part[];
}

export interface EntryInput {
	itemIndex: number;
	source: IDataObject;
	candidate: unknown;
	files: readonly ProofFile[];
}

const EVENT_FIELDS = [
	'specversion',
	'id',
	'source',
	'type',
	'subject',
	'time',
	'datacontenttype',
	'data',
	// Where the Tolerance Gate puts its decision: kept in the ledger, it counts as an earlier one for the next.
	'tolerance',
] as const;

/** Validates and compiles events; what is not valid becomes a command that keeps it as an exception. */
export function toEntries(
	inputs: EntryInput[],
	routes: Routes,
	circumstances: Omit<Circumstances, 'files'>,
): { entries: Entry[]; tables: Record<string, TransitionTable> } {
	const tables = new Map<string, TransitionTable>();
	const entries = inputs.map((input): Entry => {
		const { main, parts } = compile(input, routes, circumstances, tables);
		return {
			itemIndex: input.itemIndex,
			source: input.source,
			commands: [main, ...parts.map(({ command }) => command)],
			parts: parts.map(({ part }) => part),
		};
	});
	return { entries: inOrderOfTime(entries), tables: Object.fromEntries(tables) };
}

function compile(
	{ candidate, files }: EntryInput,
	routes: Routes,
	circumstances: Omit<Circumstances, 'files'>,
	tables: Map<string, TransitionTable>,
): { main: Command; parts: Array<{ part: Part; command: Command }> } {
	const { receivedAt } = circumstances;
	const bare = eventOf(candidate);
	const validation = validateEvent(bare, receivedAt);
	if (!validation.ok)
		return { main: invalidCommand(bare, validation.faults, receivedAt), parts: [] };
	const { main, parts } = compileEvent(
		validation.event,
		routes,
		{ ...circumstances, files },
		tables,
	);
	if (main !== null) return { main, parts };
	const fault = { path: '/type', message: `No route takes this event (${validation.event.type})` };
	return { main: invalidCommand(bare, [fault], receivedAt), parts: [] };
}

/** An item may carry more than the event; what is no event at all is kept as it came. */
function eventOf(candidate: unknown): unknown {
	if (typeof candidate !== 'object' || candidate === null || Array.isArray(candidate)) {
		return candidate;
	}
	if (!('specversion' in candidate)) return candidate;
	const present = EVENT_FIELDS.filter((name) => name in candidate);
	return Object.fromEntries(present.map((name) => [name, (candidate as IDataObject)[name]]));
}

/** Histories come newest first: applied in the order of time, none of their scans is late. */
const inOrderOfTime = (entries: Entry[]): Entry[] =>
	[...entries].sort((a, b) => timeOf(a).localeCompare(timeOf(b)));

const timeOf = ({ commands: [{ event }] }: Entry): string => event.time ?? '';
