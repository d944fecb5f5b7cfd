import type { EventMapping } from '../../event/shipmentEvent';
import type { KeyPart, Lookup } from '../source';
import { mappingOf, type CodeMeaning, type CompiledCodeTable, type RawKey } from './codeLookup';

export interface FoundMeaning {
	readonly meaning: CodeMeaning;
	readonly mapping: EventMapping;
}

type PartReader = (key: RawKey) => string;

/** A lookup with its table, and a memory of the mappings it has given. */
export interface CompiledLookup {
	readonly tableId: string;
	readonly find: (key: RawKey) => FoundMeaning | null;
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

/** Compiles one lookup against its table. */
export function compileLookup(lookup: Lookup, table: CompiledCodeTable): CompiledLookup {
	const type = partReader(lookup.key.type);
	const code = partReader(lookup.key.code);
	const subCode = partReader(lookup.key.subCode);
	const { when, by, confidence, exactOnly } = lookup;
	// One mapping object per row: events share it, nobody changes it.
	const exact = new Map<CodeMeaning, FoundMeaning>();
	const find = (key: RawKey): FoundMeaning | null => {
		if (when !== undefined && key[when.part] !== when.value) return null;
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
