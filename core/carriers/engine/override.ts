import { MappingBy } from '../../event/mappingBy';
import type { Milestone } from '../../event/milestone';
import type { Reason } from '../../event/reason';
import type { SubStatus } from '../../event/subStatus';
import type { CodeRow } from '../codeTable';
import { CompiledCodeTable, mappingOf, type RawKey } from './codeLookup';
import type { FoundMeaning } from './lookup';

/** The user's own meaning of a code; goes before every built-in table. Parts left out match any value. */
export interface CodeOverride {
	/** Only for this source. */
	readonly source?: string;
	readonly type?: string;
	readonly code?: string;
	readonly subCode?: string;
	readonly milestone: Milestone;
	readonly subStatus?: SubStatus;
	readonly reason?: Reason;
}

const TABLE_ID = 'override';

const rowOf = (override: CodeOverride): CodeRow => [
	override.type ?? '',
	override.code ?? '',
	override.subCode ?? '',
	override.milestone,
	override.subStatus ?? '',
	override.reason ?? '',
	'',
	'',
	'',
	'',
];

/**
 * Compiles the overrides that concern one source. Overrides without any part of a key are left out:
 * they would give every event the same status.
 */
export function compileOverrides(
	overrides: readonly CodeOverride[],
	source: string,
): CompiledCodeTable | null {
	if (overrides.length === 0) return null;
	const rows = overrides
		.filter((override) => override.source === undefined || override.source === source)
		.filter(({ type, code, subCode }) => `${type ?? ''}${code ?? ''}${subCode ?? ''}` !== '')
		// Overrides for this source come last, so that they win over those for any source.
		.sort((a, b) => Number(a.source !== undefined) - Number(b.source !== undefined))
		.map(rowOf);
	if (rows.length === 0) return null;
	return new CompiledCodeTable({
		id: TABLE_ID,
		version: '',
		document: 'given by the user',
		assignedBy: 'project',
		key: ['type', 'code', 'subCode'],
		rows,
	});
}

/** The user's meaning of a key, or null. */
export function findOverride(table: CompiledCodeTable | null, key: RawKey): FoundMeaning | null {
	const meaning = table?.find(key.type ?? '', key.code ?? '', key.subCode ?? '') ?? null;
	if (meaning === null) return null;
	return { meaning, mapping: mappingOf(meaning, MappingBy.Override, 1, false) };
}
