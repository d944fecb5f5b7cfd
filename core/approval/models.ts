import { MODULE } from '../odoo/apply';

/** What is asked, and what became of it. */
export const APPROVAL_MODEL = 'x_logistics_approval';
/** The append-only audit trail: votes and everything else that happens to a request, chained by hashes. */
export const VOTE_MODEL = 'x_logistics_vote';
/** Who decides for whom, from when to when, for what. */
export const DELEGATION_MODEL = 'x_logistics_delegation';
/** Secrets of decision links; read by administrators and the actions only. */
export const LINK_MODEL = 'x_logistics_approval_link';

/**
 * What nodes read of a request; `x_levels` is `Level[]`, `x_changes` `Change[]`, `x_command` a `Command`, `x_barred` the
 * partners (ids) who may not decide, the requester among them.
 */
export const APPROVAL_FIELDS = [
	'x_name',
	'x_key',
	'x_round',
	'x_state',
	'x_effect_state',
	'x_batch',
	'x_item',
	'x_execution',
	'x_node',
	'x_workflow',
	'x_message',
	'x_model',
	'x_res_id',
	'x_document',
	'x_changes',
	'x_details',
	'x_command',
	'x_canonical',
	'x_digest',
	'x_policy',
	'x_record',
	'x_levels',
	'x_level',
	'x_requester_id',
	'x_barred',
	'x_waiting_ids',
	'x_due_at',
	'x_remind_at',
	'x_reminders',
	'x_escalate_at',
	'x_escalated_at',
	'x_on_timeout',
	'x_decided_at',
	'x_resumed_at',
	'x_wake_at',
	'x_problem',
	'x_last_sequence',
	'x_last_hash',
	'create_date',
] as const;

/** What nodes read of a row of the trail; `x_approval_id` is the request. */
export const VOTE_FIELDS = [
	'x_sequence',
	'x_previous',
	'x_hash',
	'x_record',
	'x_approval_id',
] as const;

export const GROUP_AUDITOR = `${MODULE}.group_auditor`;

/** Server actions by what they do; their external ids without the module. */
export enum ApprovalAction {
	/** Makes requests, or answers what became of those that were made before. */
	Ask = 'action_approval_ask',
	/** Stores and mails decision links. */
	Links = 'action_approval_links',
	/** What the bearer of a link may see. */
	LinkStatus = 'action_approval_link_status',
	/** A vote by link. Votes in Odoo go through the buttons of the form. */
	LinkVote = 'action_approval_link_vote',
	/** Remind, escalate, expire, cancel, withdraw, resume. */
	Queue = 'action_approval_queue',
	/** What came of carrying the decision out. */
	Settle = 'action_approval_settle',
	Approve = 'action_approval_approve',
	Reject = 'action_approval_reject',
}

/** `x_logistics_approval.x_state`. */
export enum ApprovalState {
	/** Nobody could be found who may decide: an operator has to act; never approved. */
	Blocked = 'blocked',
	Pending = 'pending',
	Approved = 'approved',
	Rejected = 'rejected',
	/** Nobody decided in time, and the request asks to hold. */
	Expired = 'expired',
	Cancelled = 'cancelled',
	/** Approved, but what the approver saw was no longer true; a new request takes its place. */
	Stale = 'stale',
}

/** `x_logistics_approval.x_effect_state`: whether the approved change has been carried out. */
export enum EffectState {
	/** Nothing to carry out: the workflow does it. */
	None = 'none',
	Waiting = 'waiting',
	Applied = 'applied',
	/** Odoo refused it; kept as an exception. */
	Failed = 'failed',
}

/** How sure it is that the approver decided; in rising order. */
export enum Assurance {
	/** Who has the link. */
	Link = 'link',
	/** Who has the link and knows something that is not on the page. */
	LinkCode = 'link_code',
	/** The approver's own login in Odoo. */
	Odoo = 'odoo',
}

export const ASSURANCE_ORDER: readonly Assurance[] = [
	Assurance.Link,
	Assurance.LinkCode,
	Assurance.Odoo,
];

export enum Decision {
	Approve = 'approve',
	Reject = 'reject',
}

/** What happens at the due time. Approve is taken only for a request of one level that asks for `link` (lowest tier). */
export enum OnTimeout {
	Reject = 'reject',
	/** The request expires; what it is about stays as it is. */
	Hold = 'hold',
	Approve = 'approve',
}

/** `x_logistics_vote.x_kind`. */
export enum AuditKind {
	Asked = 'asked',
	Vote = 'vote',
	Reminded = 'reminded',
	Escalated = 'escalated',
	/** A level is complete; the next begins, or the request is decided. */
	Advanced = 'advanced',
	Decided = 'decided',
	Cancelled = 'cancelled',
	Expired = 'expired',
	Stale = 'stale',
	Applied = 'applied',
	Failed = 'failed',
}
