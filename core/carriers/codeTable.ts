import type { EventClass } from '../event/eventClass';
import type { Milestone } from '../event/milestone';
import type { Party, Reason } from '../event/reason';
import type { SubStatus } from '../event/subStatus';

/**
 * The columns of a `*.codes.json` table, in this order. The first three are the key, as the source
 * writes them (strings, zeros kept); '' means that this row does not depend on that part.
 * `milestone` may not be empty: a code without progress is `informational`.
 */
export const CODE_COLUMNS = [
	'type',
	'code',
	'subCode',
	'milestone',
	'subStatus',
	'reason',
	'party',
	'class',
	'flags',
	'text',
] as const;

/** Facts about one code that are neither stage nor reason. Several are separated by a blank in the table. */
export enum CodeFlag {
	/** Somebody outside the carrier has to do something. */
	ActionRequired = 'action_required',
	/** Only a part of the shipment is meant. */
	Partial = 'partial',
	/** The parcel is on its way back, or the delivery was one to the sender. */
	Return = 'return',
	/** Takes an earlier event back; the only kind that may leave a terminal state. */
	Correction = 'correction',
}

/** One line of a table: [type, code, subCode, milestone, subStatus, reason, party, class, flags, text]. */
export type CodeRow = readonly [
	type: string,
	code: string,
	subCode: string,
	milestone: `${Milestone}`,
	subStatus: `${SubStatus}` | '',
	reason: `${Reason}` | '',
	party: `${Party}` | '',
	eventClass: `${EventClass}` | '',
	flags: string,
	text: string,
];

/** A carrier's codes as data: one JSON file per list, one row per line. */
export interface CodeTable {
	/** Unique over all tables, e.g. `ups.activity`. Appears in `mapping.rule`. */
	readonly id: string;
	/** Date of the last change, ISO; appears in `mapping.tableVersion`. */
	readonly version: string;
	/** The document the codes come from, so that a reader can look them up. */
	readonly document: string;
	/** How the milestones were assigned: by the document itself, or by us from its wording. */
	readonly assignedBy: 'document' | 'project';
	/** What the three key columns are called at the source, e.g. ["status.type", "status.code", ""]. */
	readonly key: readonly [string, string, string];
	readonly rows: readonly CodeRow[];
}
