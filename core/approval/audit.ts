import type { ApprovalState, Assurance, AuditKind, Decision } from './models';

/**
 * A row of the trail (`x_logistics_vote`). `hash` = SHA-256 hex of `previous`, a newline, and `record` (UTF-8); the
 * first row has an empty `previous`. The columns beside it repeat what `record` says, for lists and filters.
 */
export interface AuditRow {
	/** 1, 2, 3, ... over all requests of the database, without gaps. */
	sequence: number;
	previous: string;
	hash: string;
	/** `AuditRecord` as JSON text with sorted keys, exactly as hashed. */
	record: string;
}

/** What `record` says. Names are as they were at the time. */
export interface AuditRecord {
	sequence: number;
	/** Naive UTC. */
	at: string;
	kind: AuditKind;
	approval: string;
	round: number;
	/** Of what is decided on. */
	digest: string;
	level: number;
	/** Who did it: name and login; the bot for what n8n does. */
	actor: string;
	/** Partner. */
	actor_id: number;
	/** For whom, where a delegate voted; the approver of the level. */
	on_behalf_of: string;
	/** Partner. */
	on_behalf_of_id: number | null;
	decision: Decision | '';
	comment: string;
	assurance: Assurance | '';
	/** Of the request after this row. */
	state: ApprovalState;
}

/** What `npm run audit:verify` reads: all rows in order, and the last row each request knows of. */
export interface AuditExport {
	rows: AuditRow[];
	approvals: Array<{
		approval: string;
		last_sequence: number;
		last_hash: string;
		state: ApprovalState;
	}>;
}
