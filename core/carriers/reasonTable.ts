import type { Party, Reason } from '../event/reason';

/** The columns of a `*.reasons.json` table, in this order. */
export const REASON_COLUMNS = ['code', 'reason', 'party', 'text'] as const;

/**
 * One line of a reason table. `reason` is empty for codes that say that there is no reason (X12 `NS`,
 * "normal status"); `party` is empty where the usual party of the reason holds.
 */
export type ReasonRow = readonly [
	code: string,
	reason: `${Reason}` | '',
	party: `${Party}` | '',
	text: string,
];

/** A carrier's reason codes as data: why something happened, apart from what happened. */
export interface ReasonTable {
	/** Unique over all tables, e.g. `x12.at702`. */
	readonly id: string;
	/** Date of the last change, ISO. */
	readonly version: string;
	/** The document the codes come from, so that a reader can look them up. */
	readonly document: string;
	/** How the reasons were assigned: by the document itself, or by us from its wording. */
	readonly assignedBy: 'document' | 'project';
	readonly rows: readonly ReasonRow[];
}
