import type { Domain, OdooRecord, OdooValue, Result } from '../../../core/odoo';
import { stampMs, success } from '../../../core/odoo';
import {
	APPROVAL_FIELDS,
	APPROVAL_MODEL,
	VOTE_FIELDS,
	VOTE_MODEL,
	type ApprovalState,
	type AuditRow,
	type Change,
	type EffectState,
	type Level,
	type OnTimeout,
} from '../../../core/approval';
import { approvalName } from '../../../core/approval/ask';
import type { OdooClient } from '../../shared/odoo/client';
import { explainMissingModel } from '../../OdooSync/helpers/events/setUp';
import { findRecords } from '../../OdooSync/helpers/findRecords';

/** A request as Odoo keeps it. Times are milliseconds since 1970. */
export interface StoredApproval {
	id: number;
	/** External id, and key in the ledger. */
	name: string;
	title: string;
	key: string;
	round: number;
	state: ApprovalState;
	effect: EffectState;
	batch: string;
	item: number;
	execution: string;
	workflow: string;
	document: { model: string; id: number; name: string } | null;
	changes: Change[];
	canonical: string;
	digest: string;
	policy: string | null;
	levels: Level[];
	level: number;
	barred: number[];
	/** Names of those who have not decided at the open level. */
	waitingFor: string[];
	requester: string | null;
	onTimeout: OnTimeout;
	hasEffect: boolean;
	askedAt: number | null;
	dueAt: number | null;
	remindAt: number | null;
	reminders: number;
	escalateAt: number | null;
	escalatedAt: number | null;
	decidedAt: number | null;
	resumedAt: number | null;
	wakeAt: number | null;
	problem: string | null;
	lastSequence: number;
	lastHash: string;
}

export interface Search {
	domain: Domain;
	/** Infinity for all. */
	limit?: number;
	order?: string;
}

export async function readApprovals(
	client: OdooClient,
	{ domain, limit = Infinity, order = '' }: Search,
): Promise<Result<StoredApproval[]>> {
	const found = explainMissingModel(
		await findRecords(client, {
			model: APPROVAL_MODEL,
			domain,
			limit,
			fields: [...APPROVAL_FIELDS],
			order,
			includeArchived: true,
		}),
		APPROVAL_MODEL,
	);
	return found.ok ? success(found.value.map(toApproval)) : found;
}

/** Rows of the trail in order, with the request each belongs to. */
export async function readTrail(
	client: OdooClient,
	domain: Domain,
): Promise<Result<Array<AuditRow & { approvalId: number }>>> {
	const found = explainMissingModel(
		await findRecords(client, {
			model: VOTE_MODEL,
			domain,
			limit: Infinity,
			fields: [...VOTE_FIELDS],
			order: 'x_sequence, id',
			includeArchived: true,
		}),
		VOTE_MODEL,
	);
	if (!found.ok) return found;
	return success(
		found.value.map((row) => ({
			sequence: Number(row.x_sequence),
			previous: text(row.x_previous) ?? '',
			hash: text(row.x_hash) ?? '',
			record: text(row.x_record) ?? '',
			approvalId: idOf(row.x_approval_id),
		})),
	);
}

function toApproval(row: OdooRecord): StoredApproval {
	const key = text(row.x_key) ?? '';
	const levels = json<Level[]>(row.x_levels) ?? [];
	const round = Number(row.x_round);
	return {
		id: row.id,
		name: approvalName(key, round),
		title: text(row.x_name) ?? '',
		key,
		round,
		state: row.x_state as ApprovalState,
		effect: row.x_effect_state as EffectState,
		batch: text(row.x_batch) ?? '',
		item: Number(row.x_item),
		execution: text(row.x_execution) ?? '',
		workflow: text(row.x_workflow) ?? '',
		document: documentOf(row),
		changes: json<Change[]>(row.x_changes) ?? [],
		canonical: text(row.x_canonical) ?? '',
		digest: text(row.x_digest) ?? '',
		policy: text(row.x_policy),
		levels,
		level: Number(row.x_level),
		barred: json<number[]>(row.x_barred) ?? [],
		waitingFor: namesOf(levels, json<number[]>(row.x_waiting_ids) ?? []),
		requester: nameOf(row.x_requester_id),
		onTimeout: row.x_on_timeout as OnTimeout,
		hasEffect: json(row.x_command) !== null,
		askedAt: time(row.create_date),
		dueAt: time(row.x_due_at),
		remindAt: time(row.x_remind_at),
		reminders: Number(row.x_reminders),
		escalateAt: time(row.x_escalate_at),
		escalatedAt: time(row.x_escalated_at),
		decidedAt: time(row.x_decided_at),
		resumedAt: time(row.x_resumed_at),
		wakeAt: time(row.x_wake_at),
		problem: text(row.x_problem),
		lastSequence: Number(row.x_last_sequence),
		lastHash: text(row.x_last_hash) ?? '',
	};
}

const text = (value: OdooValue): string | null =>
	typeof value === 'string' && value !== '' ? value : null;

const time = (value: OdooValue): number | null =>
	typeof value === 'string' ? stampMs(value) : null;

const json = <T>(value: OdooValue): T | null =>
	value === false || value === undefined ? null : (value as T);

const idOf = (value: OdooValue): number => Number(Array.isArray(value) ? value[0] : value);

const nameOf = (value: OdooValue): string | null => (Array.isArray(value) ? text(value[1]) : null);

const documentOf = (row: OdooRecord): StoredApproval['document'] =>
	typeof row.x_res_id === 'number' && row.x_res_id > 0
		? { model: String(row.x_model), id: row.x_res_id, name: text(row.x_document) ?? '' }
		: null;

const namesOf = (levels: readonly Level[], partners: readonly number[]): string[] => [
	...new Set(
		levels
			.flatMap(({ approvers }) => approvers)
			.filter((one) => partners.includes(one.partner_id))
			.map(({ name }) => name),
	),
];
