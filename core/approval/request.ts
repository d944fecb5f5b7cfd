import type { OdooValue } from '../odoo';
import type { Command } from '../odoo/apply';
import type { ApprovalState, Assurance, EffectState, OnTimeout } from './models';

/** Version of what node and actions say to each other; the actions refuse another one. */
export const APPROVAL_PROTOCOL = 1;

/** Where approvers come from; resolved and kept (snapshotted) by Odoo when asking. */
export type ApproverSource =
	/** Members of a group by external id, implied ones too. */
	| { kind: 'group'; group: string }
	/** By login or id. */
	| { kind: 'users'; users: Array<string | number> }
	/** People without login too: by e-mail or id of the partner. Ambiguous e-mails are nobody. */
	| { kind: 'partners'; partners: Array<string | number> }
	/** Relations from the document to users or partners, e.g. `user_id` or `purchase_id.user_id`. */
	| { kind: 'field'; field: string }
	/** Manager (`hr.employee.parent_id`) of the user behind the field, or of the requester when left out. */
	| { kind: 'manager'; field?: string };

export interface LevelSpec {
	name: string;
	from: ApproverSource[];
	/** Approvals needed; more than there are approvers blocks. */
	quorum: number;
	/** Rejections that reject the request; it is also rejected when the quorum cannot be reached any more. */
	rejections: number;
	/** The least a vote must have. */
	assurance: Assurance;
	/** Whether the approvers get a link by e-mail. */
	links: boolean;
}

/** One field that would change, complete. */
export interface Change {
	model: string;
	id: number;
	/** Display name of the record. */
	document: string;
	field: string;
	/** For people. */
	label: string;
	/** A relation is `[id, "name"]`, several are a list of those; nothing is `false`. */
	before: OdooValue;
	after: OdooValue;
}

export interface Ask {
	/** `[a-z0-9_]{1,50}`; external id `apr_<key>`, from the second round on `apr_<key>_r<round>`. */
	key: string;
	/** Requests of one wait of the node: `<execution>_<node>_<run>`. The latest batch of an execution and node is the open one. */
	batch: string;
	/** Which input item of the wait it belongs to. */
	item: number;
	execution: string;
	/** Id of the n8n node. */
	node: string;
	workflow: string;
	title: string;
	/** Plain text. */
	message: string;
	document: { model: string; id: number; name: string } | null;
	/** Everything that would be done, untruncated. */
	changes: Change[];
	/** What the workflow does when it is approved, where it is not `changes`; any JSON, shown whole. */
	details: OdooValue;
	/**
	 * Applied when approved, with `expect` of its plan holding the values of `before`; null: the workflow does it. Its ledger key
	 * is the external id of the request, set when it is applied: the round is not known before.
	 */
	command: Command | null;
	/**
	 * What is decided on, as canonical JSON (RFC 8785): title, message, document, changes, details, command, policy,
	 * levels. Kept as it is: what is carried out is taken from here.
	 */
	canonical: string;
	/** SHA-256 (hex) of `canonical`; Odoo refuses a request where it is not. */
	digest: string;
	policy: { id: string; version: string } | null;
	/** Decision record of the Tolerance Gate. */
	record: OdooValue;
	levels: LevelSpec[];
	/** Login or e-mail of who wants it; null: the calling user. Never among the approvers. */
	requester: string | null;
	/** People who may not decide besides the requester, by login or e-mail: e.g. the author of the policy. */
	excluded: string[];
	/** Naive UTC as Odoo stores it. */
	due_at: string | null;
	remind_at: string | null;
	/** Minutes between further reminders; 0: one only. */
	remind_minutes: number;
	escalate_at: string | null;
	/** Join the open level when escalated. */
	escalate_to: ApproverSource[];
	on_timeout: OnTimeout;
	/** Signed address that wakes the waiting execution; a hint without content. */
	resume_url: string | null;
	/** SHA-256 (hex) of the typed value for `link_code`, null where none is asked. */
	code_hash: string | null;
	/** What to type, for people: `Last four digits of the order`. */
	code_label: string;
}

/** In the context of `ir.actions.server.run`, under `logistics`. */
export interface AskRequest {
	protocol: typeof APPROVAL_PROTOCOL;
	asks: Ask[];
}

export interface SnapshotApprover {
	partner_id: number;
	/** Null: no login, decides by link only. */
	user_id: number | null;
	name: string;
	email: string;
	/** Odoo's code, `de_DE`. */
	lang: string;
}

/** `x_logistics_approval.x_levels`: the levels with the people as they were when it was asked. */
export interface Level {
	level: number;
	name: string;
	quorum: number;
	rejections: number;
	assurance: Assurance;
	links: boolean;
	approvers: SnapshotApprover[];
}

export interface AskResult {
	key: string;
	id: number;
	round: number;
	state: ApprovalState;
	effect_state: EffectState;
	/** Whether it was made now; otherwise the same key with the same digest was asked before. */
	created: boolean;
	levels: Level[];
	/** Why it is blocked, for people. */
	problem: string;
}

/**
 * Answer under `logistics` of the returned action. The same key with the same digest: the request as it stands; while
 * it is open, batch, item, execution, node, workflow and resume address become those of the new call. With another digest: an open one is cancelled (superseded) and a new round made. A stale, expired or cancelled one never
 * answers again: a new round is made for the same digest too.
 */
export interface AskAnswer {
	protocol: typeof APPROVAL_PROTOCOL;
	results: AskResult[];
}
