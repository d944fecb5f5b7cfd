import { Reason, REASON_PARTY, type Party } from '../../event/reason';
import type { EventReason } from '../../event/shipmentEvent';
import type { ReasonTable } from '../reasonTable';
import type { ReasonSpec } from '../source';
import type { CodeMeaning } from './codeLookup';
import { compilePaths, type CompiledPath, type ReadContext } from './path';
import { readText } from './text';

type KnownReason = { readonly code: Reason; readonly party: Party | null; readonly text: string };

interface CompiledReason {
	readonly code: readonly CompiledPath[];
	readonly text: readonly CompiledPath[];
	/** Null for codes that say that there is no reason. */
	readonly rows: ReadonlyMap<string, KnownReason | null>;
}

/** Reads the reason of an event; `unknown` is a reason code that no table has. */
export type ReasonReader = (
	context: ReadContext,
	meaning: CodeMeaning | null,
) => { readonly reason: EventReason | null; readonly unknown: string | null };

const compileRows = (table: ReasonTable): ReadonlyMap<string, KnownReason | null> =>
	new Map(
		table.rows.map(([code, reason, party, text]) => {
			if (reason === '') return [code, null];
			const known = reason as Reason;
			return [
				code,
				{ code: known, party: party === '' ? REASON_PARTY[known] : (party as Party), text },
			];
		}),
	);

/**
 * Compiles where a source says why. The payload's own reason goes before the one that the status
 * code implies; a code that no table has never becomes a specific reason.
 */
export function compileReasons(
	specs: readonly ReasonSpec[],
	tableNamed: (id: string) => ReasonTable,
): ReasonReader {
	const compiled = specs.map(
		(spec): CompiledReason => ({
			code: compilePaths(spec.code),
			text: compilePaths(spec.text),
			rows: compileRows(tableNamed(spec.table)),
		}),
	);
	return (context, meaning) => {
		const implied = meaning?.reason ?? null;
		for (const { code, text, rows } of compiled) {
			const raw = readText(context, code);
			if (raw === null) continue;
			const known = rows.get(raw);
			if (known === null) return { reason: implied, unknown: null };
			const words = readText(context, text) ?? known?.text ?? null;
			const base = known ?? implied ?? { code: Reason.Other, party: null };
			const reason: EventReason = {
				code: base.code,
				party: base.party,
				raw,
				...(words === null || words === '' ? {} : { text: words }),
			};
			return { reason, unknown: known === undefined ? raw : null };
		}
		return { reason: implied, unknown: null };
	};
}
