import type { EventMapping } from '../../event/shipmentEvent';
import type { KeyPart, Lookup } from '../source';
import type { ReadContext } from './path';
import { mappingOf, type CodeMeaning, type CompiledCodeTable, type RawKey } from './codeLookup';

export interface FoundMeaning {
	readonly meaning: CodeMeaning;
	readonly mapping: EventMapping;
}

type PartReader = (key: RawKey) => string;

/** What is known about an event beside its key. */
export interface Beside {
	/** Id of the carrier; null when the payload does not name one. */
	readonly carrier: string | null;
	readonly description: string | null;
	readonly context: ReadContext;
}

/** A lookup with its table, and a memory of the mappings it has given. */
export interface CompiledLookup {
	readonly tableId: string;
	readonly find: (key: RawKey, beside: Beside) => FoundMeaning | null;
}

const partReader = (column: KeyPart | `=${string}` | undefined): PartReader => {
	if (column === undefined) return () => '';
	if (column.startsWith('=')) {
		const constant = column.slice(1);
		return () => constant;
	}
	const part = column as KeyPart;
	return (key) => key[part] ?? '';
};

/** The beginning of a text, as the lookup asks for it. */
const beginning = (text: string, { before, length }: NonNullable<Lookup['prefix']>): string => {
	const end = before === undefined ? -1 : text.indexOf(before);
	const head = end < 0 ? text : text.slice(0, end);
	return length === undefined ? head : head.slice(0, length);
};

/** The end of a text after the last mark; all of it when the mark is not there. */
const ending = (text: string, { after }: NonNullable<Lookup['suffix']>): string => {
	const at = text.lastIndexOf(after);
	return at < 0 ? text : text.slice(at + after.length);
};

const stripped = (text: string, beginnings: readonly string[]): string => {
	const found = beginnings.find((one) => text.startsWith(one));
	return found === undefined ? text : text.slice(found.length);
};

/** The reader of one column, with what the lookup does to its text. */
const columnReader = (lookup: Lookup, column: KeyPart): PartReader => {
	const wanted = lookup.key[column];
	const read = partReader(wanted);
	const { ignoreCase, strip = [] } = lookup;
	const prefix = lookup.prefix?.part === wanted ? lookup.prefix : undefined;
	const suffix = lookup.suffix?.part === wanted ? lookup.suffix : undefined;
	if (prefix === undefined && suffix === undefined && !ignoreCase && strip.length === 0) {
		return read;
	}
	return (key) => {
		const whole = stripped(read(key), strip);
		const end = suffix === undefined ? whole : ending(whole, suffix);
		const text = prefix === undefined ? end : beginning(end, prefix);
		return ignoreCase ? text.toUpperCase() : text;
	};
};

/** Whether a lookup is meant for an event at all. */
const condition = ({ when, carriers }: Lookup): ((key: RawKey, beside: Beside) => boolean) => {
	const values = new Set([...(when?.in ?? []), ...(when?.value === undefined ? [] : [when.value])]);
	const ids = carriers === undefined ? null : new Set(carriers);
	return (key, { carrier }) =>
		(when === undefined || values.has(key[when.part] ?? '')) &&
		(ids === null || (carrier !== null && ids.has(carrier)));
};

/** Compiles one lookup against its table. */
export function compileLookup(lookup: Lookup, table: CompiledCodeTable): CompiledLookup {
	const type = columnReader(lookup, 'type');
	const code = columnReader(lookup, 'code');
	const subCode = columnReader(lookup, 'subCode');
	const { by, confidence, exactOnly } = lookup;
	const concerns = condition(lookup);
	// One mapping object per row: events share it, nobody changes it.
	const exact = new Map<CodeMeaning, FoundMeaning>();
	const find = (key: RawKey, beside: Beside): FoundMeaning | null => {
		if (!concerns(key, beside)) return null;
		const codeText = code(key);
		const meaning = table.find(type(key), codeText, subCode(key));
		if (meaning === null || (exactOnly && meaning.coarse && codeText !== '')) return null;
		const known = exact.get(meaning);
		if (known !== undefined && codeText !== '') return known;
		const found = { meaning, mapping: mappingOf(meaning, by, confidence, codeText !== '') };
		if (codeText !== '') exact.set(meaning, found);
		return found;
	};
	return { tableId: table.table.id, find };
}
