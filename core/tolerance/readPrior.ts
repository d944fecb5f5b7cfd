import { RECORD_SCHEMA, type DecisionRecord } from './decision/record';
import { Verdict } from './decision/result';
import { priorOf } from './gate';
import { PriorStatus, type Acknowledged, type PriorDecision } from './input';
import { textOf } from './reading/value';

/** Earlier decisions as the next ones need them: what counts for drift, and what somebody accepted. */
export interface Prior {
	readonly prior: PriorDecision[];
	readonly acknowledged: Acknowledged[];
	/** How many of what was given hold no decision. */
	readonly unreadable: number;
}

/** Words in which other systems say what became of a decision. */
const STATUS: Readonly<Record<string, PriorStatus>> = {
	approved: PriorStatus.Approved,
	done: PriorStatus.Approved,
	applied: PriorStatus.Approved,
	pending: PriorStatus.Pending,
	requested: PriorStatus.Pending,
	open: PriorStatus.Pending,
	waiting: PriorStatus.Pending,
	passed: PriorStatus.Passed,
	rejected: PriorStatus.Rejected,
	refused: PriorStatus.Rejected,
	cancelled: PriorStatus.Rejected,
	canceled: PriorStatus.Rejected,
	expired: PriorStatus.Rejected,
};

const MAX_DEPTH = 4;

/**
 * Reads earlier decisions: records of this gate, by themselves or inside something else (an item, the payload of
 * an approval), with `status` beside them where it is known what became of them. Of several about the same key
 * the last one counts.
 */
export function readPrior(entries: readonly unknown[]): Prior {
	const prior = new Map<string, PriorDecision>();
	const acknowledged: Acknowledged[] = [];
	let unreadable = 0;
	entries.forEach((entry, at) => {
		const record = findRecord(entry, 0);
		if (record === null) {
			unreadable += 1;
			return;
		}
		const status = statusOf(entry);
		const decision = priorOf(record, status ?? undefined);
		prior.set(record.key ?? `\u001f${at}`, decision);
		if (decision.status === PriorStatus.Approved) acknowledged.push(...acceptedIn(record));
	});
	return { prior: [...prior.values()], acknowledged, unreadable };
}

function findRecord(entry: unknown, depth: number): DecisionRecord | null {
	if (typeof entry === 'string' && entry.includes(RECORD_SCHEMA)) {
		try {
			return findRecord(JSON.parse(entry), depth + 1);
		} catch {
			return null;
		}
	}
	if (typeof entry !== 'object' || entry === null || depth > MAX_DEPTH) return null;
	if ('schema' in entry && entry.schema === RECORD_SCHEMA) {
		return 'contributions' in entry && Array.isArray(entry.contributions)
			? (entry as DecisionRecord)
			: null;
	}
	for (const inner of Object.values(entry)) {
		const found = findRecord(inner, depth + 1);
		if (found) return found;
	}
	return null;
}

function statusOf(entry: unknown): PriorStatus | null {
	if (typeof entry !== 'object' || entry === null || !('status' in entry)) return null;
	return STATUS[(textOf(entry.status) ?? '').toLowerCase()] ?? null;
}

/** The deviations that an approved decision let pass. */
function acceptedIn({ document, results, lines }: DecisionRecord): Acknowledged[] {
	if (document === null) return [];
	const places = [{ line: null, results }, ...lines];
	return places.flatMap(({ line, results: ofPlace }) =>
		ofPlace
			.filter(({ verdict, drift }) => verdict === Verdict.Exceeded && drift === undefined)
			.map(({ rule, deviation, unit }) => ({
				document,
				line,
				rule,
				deviation,
				unit: unit ?? null,
			})),
	);
}
