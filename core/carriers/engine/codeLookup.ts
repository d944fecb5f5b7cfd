import { EventClass } from '../../event/eventClass';
import { MappingBy } from '../../event/mappingBy';
import { Milestone } from '../../event/milestone';
import { REASON_PARTY, type Party, type Reason } from '../../event/reason';
import type { EventMapping } from '../../event/shipmentEvent';
import type { SubStatus } from '../../event/subStatus';
import type { CodeFlag, CodeRow, CodeTable } from '../codeTable';

/** The key of an event: the three parts as the source wrote them. */
export interface RawKey {
	readonly type: string | null;
	readonly code: string | null;
	readonly subCode: string | null;
}

/** What a table says about a code. */
export interface CodeMeaning {
	readonly milestone: Milestone;
	readonly subStatus: SubStatus | null;
	readonly reason: { readonly code: Reason; readonly party: Party | null } | null;
	readonly eventClass: EventClass;
	readonly flags: ReadonlySet<CodeFlag>;
	readonly text: string;
	/** Where it was found: `table:type/code/subCode`, with the columns the row depends on. */
	readonly rule: string;
	readonly tableVersion: string;
	/** The row holds for a whole group: it does not depend on the code that the event has. */
	readonly coarse: boolean;
	/** The row holds for one type only. */
	readonly typed: boolean;
}

/** Bits of the key parts that a row depends on, most specific first. */
const MASKS = [0b111, 0b110, 0b011, 0b010, 0b101, 0b001, 0b100] as const;
const SEPARATOR = '\u001f';

const keyOf = (mask: number, type: string, code: string, subCode: string): string =>
	(mask & 0b100 ? type : '') +
	SEPARATOR +
	(mask & 0b010 ? code : '') +
	SEPARATOR +
	(mask & 0b001 ? subCode : '');

const maskOf = ([type, code, subCode]: CodeRow): number =>
	(type === '' ? 0 : 0b100) | (code === '' ? 0 : 0b010) | (subCode === '' ? 0 : 0b001);

// The types of the rows promise the vocabulary (a test holds the tables to it); JSON only knows strings.
const meaningOf = (table: CodeTable, row: CodeRow): CodeMeaning => {
	const [type, code, subCode, milestone, subStatus, reason, party, eventClass, flags, text] = row;
	const reasonCode = reason === '' ? null : (reason as Reason);
	return {
		milestone: milestone as Milestone,
		subStatus: subStatus === '' ? null : (subStatus as SubStatus),
		reason:
			reasonCode === null
				? null
				: { code: reasonCode, party: party === '' ? REASON_PARTY[reasonCode] : (party as Party) },
		eventClass: eventClass === '' ? EventClass.Actual : (eventClass as EventClass),
		flags: new Set(flags.split(' ').filter((flag) => flag !== '') as CodeFlag[]),
		text,
		rule: `${table.id}:${[type, code, subCode].filter((part) => part !== '').join('/')}`,
		tableVersion: table.version,
		coarse: code === '',
		typed: type !== '',
	};
};

/** A code table ready to be asked. Made once, on first use. */
export class CompiledCodeTable {
	private readonly rows = new Map<string, CodeMeaning>();
	private readonly masks: readonly number[];

	/** @param upperCase keys are compared in upper case: ask with upper case */
	constructor(
		readonly table: CodeTable,
		upperCase = false,
	) {
		const masks = new Set<number>();
		for (const row of table.rows) {
			const mask = maskOf(row);
			masks.add(mask);
			const key = keyOf(mask, row[0], row[1], row[2]);
			this.rows.set(upperCase ? key.toUpperCase() : key, meaningOf(table, row));
		}
		this.masks = MASKS.filter((mask) => masks.has(mask));
	}

	/** The meaning of a key: the row that depends on most of its parts; null when no row fits. */
	find(type: string, code: string, subCode: string): CodeMeaning | null {
		for (const mask of this.masks) {
			if ((mask & 0b100 && type === '') || (mask & 0b010 && code === '')) continue;
			if (mask & 0b001 && subCode === '') continue;
			const meaning = this.rows.get(keyOf(mask, type, code, subCode));
			if (meaning !== undefined) return meaning;
		}
		return null;
	}
}

/** Confidence of a row that stands for a group of codes although the event has a code of its own. */
const COARSE_CONFIDENCE = 0.7;
/** Confidence of a row for any type, found by a lookup that looks for code and type. */
const UNTYPED_CONFIDENCE = 0.95;

/** How a meaning was found, for `data.mapping`. */
export function mappingOf(
	{ milestone, coarse, typed, rule, tableVersion }: CodeMeaning,
	by: MappingBy,
	confidence: number,
	codeIsKnown: boolean,
): EventMapping {
	// The source itself says that it does not know.
	if (milestone === Milestone.Unknown) {
		return { by: MappingBy.Fallback, rule, confidence: 0, tableVersion };
	}
	if (coarse && codeIsKnown) {
		const limited = Math.min(confidence, COARSE_CONFIDENCE);
		return { by: MappingBy.Category, rule, confidence: limited, tableVersion };
	}
	if (by === MappingBy.CodeType && !typed) {
		const limited = Math.min(confidence, UNTYPED_CONFIDENCE);
		return { by: MappingBy.Code, rule, confidence: limited, tableVersion };
	}
	return { by, rule, confidence, tableVersion };
}
