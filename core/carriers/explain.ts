import type { MappingBy } from '../event/mappingBy';
import type { CodeTable } from './codeTable';
import { compileSource } from './engine/compiledSource';
import type { CodeMeaning, RawKey } from './engine/codeLookup';
import type { FoundMeaning } from './engine/lookup';
import { SOURCES } from './registry';
import type { SourceDefinition } from './source';
import type { SourceId } from './sourceId';
import { CODE_TABLES } from './tables';

/** What is asked about a code: its parts as in `data.raw`, and what stands beside them. */
export interface Question {
	readonly type?: string;
	readonly code?: string;
	readonly subCode?: string;
	/** Needed for tables that hold for some carriers only. */
	readonly carrier?: string;
	/** Needed for sources that are read by their words. */
	readonly description?: string;
}

/** One table that was asked. */
export interface AskedTable {
	readonly table: string;
	readonly document: string | null;
	readonly version: string | null;
	/** Who gave the codes their milestones: the document itself, or this project from its wording. */
	readonly assignedBy: CodeTable['assignedBy'] | null;
	/** What the three columns of the key are at the source. */
	readonly key: CodeTable['key'] | null;
	readonly answered: boolean;
}

/** Why a code means what it means. */
export interface Explanation {
	readonly source: string;
	readonly name: string;
	/** The documents the source was written from. */
	readonly document: string;
	readonly asked: Required<{ [K in keyof Question]: string | null }>;
	/** Null when no table knows the code. */
	readonly answer: {
		readonly milestone: CodeMeaning['milestone'];
		readonly subStatus: CodeMeaning['subStatus'];
		readonly reason: CodeMeaning['reason'];
		readonly eventClass: CodeMeaning['eventClass'];
		readonly flags: readonly string[];
		/** The source's own words for the code. */
		readonly text: string;
		readonly by: MappingBy;
		readonly rule: string;
		readonly confidence: number;
	} | null;
	/** All tables in the order in which they are asked; those after the answer were not needed. */
	readonly tables: readonly AskedTable[];
}

const orNull = (text: string | undefined): string | null =>
	text === undefined || text === '' ? null : text;

const tableNamed = (definition: SourceDefinition, id: string): CodeTable | undefined =>
	definition.tables?.find((table) => table.id === id) ??
	CODE_TABLES.find((table) => table.id === id);

const answerOf = ({ meaning, mapping }: FoundMeaning): Explanation['answer'] => ({
	milestone: meaning.milestone,
	subStatus: meaning.subStatus,
	reason: meaning.reason,
	eventClass: meaning.eventClass,
	flags: [...meaning.flags],
	text: meaning.text,
	by: mapping.by,
	rule: mapping.rule,
	confidence: mapping.confidence,
});

const NOWHERE = { above: { root: '', shipment: '', piece: '' }, pointer: '' };

/** Looks a code up as Normalize does, and says where the answer comes from. */
export function explain(source: SourceId | SourceDefinition, question: Question): Explanation {
	const definition = typeof source === 'string' ? SOURCES[source] : source;
	const key: RawKey = {
		type: orNull(question.type),
		code: orNull(question.code),
		subCode: orNull(question.subCode),
	};
	const carrier = orNull(question.carrier);
	const description = orNull(question.description);
	const nothing = { root: null, shipment: null, piece: null, event: null, ...NOWHERE };
	const own = 'id' in definition.carrier ? definition.carrier.id : null;
	const beside = { carrier: carrier ?? own, description, context: nothing };
	let answer: Explanation['answer'] = null;
	const tables: AskedTable[] = [];
	for (const { tableId, find } of compileSource(definition).lookups) {
		const found: FoundMeaning | null = answer === null ? find(key, beside) : null;
		const table = tableNamed(definition, tableId);
		tables.push({
			table: tableId,
			document: table?.document ?? null,
			version: table?.version ?? null,
			assignedBy: table?.assignedBy ?? null,
			key: table?.key ?? null,
			answered: found !== null,
		});
		answer ??= found === null ? null : answerOf(found);
	}
	const { id, name, document } = definition;
	return { source: id, name, document, asked: { ...key, carrier, description }, answer, tables };
}
