import type { CodeTable } from './codeTable';
import { SOURCES } from './registry';
import type { PayloadFormat, SourceDefinition, SourceKind } from './source';
import { CODE_TABLES, REASON_TABLES } from './tables';

/** A table of a source, by what a user wants to know of it. */
export interface ListedTable {
	readonly id: string;
	readonly codes: number;
	readonly version: string;
	readonly document: string;
	readonly assignedBy: 'document' | 'project';
}

/** A built-in source, as `List Sources` shows it. */
export interface ListedSource {
	readonly id: string;
	readonly name: string;
	readonly kind: SourceKind;
	readonly transport: SourceDefinition['transport'];
	readonly format: PayloadFormat;
	readonly document: string;
	/** It is recognised by the shape of its payload. */
	readonly detected: boolean;
	readonly tables: readonly ListedTable[];
	/** Languages of its texts, where they are read. */
	readonly languages: readonly string[];
	/** What is known not to be covered. */
	readonly missing: string | null;
}

/** The tables that a definition asks, each once, in order. */
export const tableIdsOf = (definition: SourceDefinition): readonly string[] => {
	const asked = definition.lookups.flatMap((lookup) =>
		'text' in lookup ? (lookup.confirmedBy?.table ?? []) : lookup.table,
	);
	return [...new Set([...asked, ...(definition.reasons ?? []).map(({ table }) => table)])];
};

const listed = (definition: SourceDefinition): ListedSource => ({
	id: definition.id,
	name: definition.name,
	kind: definition.kind,
	transport: definition.transport,
	format: definition.format,
	document: definition.document,
	detected: definition.detect.length > 0,
	tables: tableIdsOf(definition).flatMap((id) => {
		const table = [...CODE_TABLES, ...REASON_TABLES].find((candidate) => candidate.id === id);
		if (table === undefined) return [];
		const { version, document, assignedBy, rows } = table;
		return [{ id, codes: rows.length, version, document, assignedBy }];
	}),
	languages: definition.lookups.flatMap((lookup) => ('text' in lookup ? lookup.text : [])),
	missing: definition.missing ?? null,
});

/** Tables that no built-in source asks: of carriers whose answer is not public, for a source of the user's own. */
export const tablesWithoutSource = (): readonly CodeTable[] => {
	const used = new Set(Object.values(SOURCES).flatMap(tableIdsOf));
	return CODE_TABLES.filter(({ id }) => !used.has(id));
};

/** All built-in sources by name. */
export const listSources = (): readonly ListedSource[] =>
	Object.values(SOURCES)
		.map(listed)
		.sort((a, b) => (a.name < b.name ? -1 : 1));
