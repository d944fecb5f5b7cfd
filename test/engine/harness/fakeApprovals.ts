import type { Reply, SeenRequest } from '../../../lab/fakes/faultServer';
import {
	ApprovalAction,
	ApprovalState,
	Assurance,
	AuditKind,
	Decision,
	EffectState,
	LinkProblem,
	QueueVerb,
	rowHash,
	type Ask,
	type AuditRecord,
	type Level,
	type LinksRequest,
	type SettleRequest,
} from '../../../core/approval';
import { approvalName } from '../../../core/approval/ask';
import {
	ApplyOutcome,
	APPLY_ACTION,
	EffectKind,
	type ApplyRequest,
} from '../../../core/odoo/apply';

type Row = Record<string, unknown> & { id: number };

type Action = ApprovalAction | typeof APPLY_ACTION;

const ACTIONS: Action[] = [...Object.values(ApprovalAction), APPLY_ACTION];

/** One document, requests and their trail in memory: as much of Odoo as the node needs, to be led astray at will. */
export class FakeApprovals {
	approvals: Row[] = [];

	votes: Row[] = [];

	links: LinksRequest['links'] = [];

	/** Whether the user of the credential may still read `sale.order` 7. */
	isReadable = true;

	/** Values of `sale.order` 7. */
	order: Record<string, unknown> = {
		display_name: 'S00007',
		note: 'old',
		state: 'draft',
		partner_id: [3, 'Azure'],
	};

	/** What was written on it, one entry a time. */
	written: unknown[] = [];

	ledger = new Map<string, { id: number; outcome: ApplyOutcome }>();

	people = [10, 11, 12];

	/** Answers every request with this, where it is set. */
	broken: Reply | null = null;

	readonly answer = (request: SeenRequest): Reply => {
		if (this.broken) return this.broken;
		const [, model, method] = /\/json\/2\/([^/]+)\/([^/?]+)/.exec(request.path) ?? [];
		return {
			status: 200,
			json: this.respond(model, method, request.body as Record<string, unknown>),
		};
	};

	vote(id: number, who: number, decision = Decision.Approve, comment = 'fine'): void {
		const row = this.row(id);
		this.note(row, {
			kind: AuditKind.Vote,
			actor_id: who,
			decision,
			comment,
			assurance: Assurance.Odoo,
		});
		const [level] = row.x_levels as Level[];
		const own = this.votes.filter((one) => one.x_approval_id === id && one.kind === AuditKind.Vote);
		const yes = own.filter((one) => one.decision === Decision.Approve).length;
		if (decision === Decision.Reject) this.end(row, ApprovalState.Rejected, AuditKind.Decided);
		else if (yes >= level.quorum) this.end(row, ApprovalState.Approved, AuditKind.Decided);
	}

	end(row: Row, state: ApprovalState, kind: AuditKind): void {
		row.x_state = state;
		const waits = state === ApprovalState.Approved && row.x_command !== false;
		row.x_effect_state = waits ? EffectState.Waiting : EffectState.None;
		row.x_decided_at = '2026-01-05 09:00:00';
		this.note(row, { kind });
	}

	row(id: number): Row {
		const row = this.approvals.find((one) => one.id === id);
		if (!row) throw new Error(`no request ${id}`);
		return row;
	}

	note(row: Row, more: Partial<AuditRecord>): void {
		const sequence = this.votes.length + 1;
		const record: AuditRecord = {
			sequence,
			at: '2026-01-05 09:00:00',
			kind: AuditKind.Asked,
			approval: approvalName(String(row.x_key), Number(row.x_round)),
			round: Number(row.x_round),
			digest: String(row.x_digest),
			level: 1,
			actor: `Person ${more.actor_id ?? 1}`,
			actor_id: 1,
			on_behalf_of: '',
			on_behalf_of_id: null,
			decision: '',
			comment: '',
			assurance: '',
			state: row.x_state as ApprovalState,
			...more,
		};
		const text = JSON.stringify(record);
		const previous = String(this.votes.at(-1)?.x_hash ?? '');
		const hash = rowHash(previous, text);
		this.votes.push({
			id: sequence,
			x_sequence: sequence,
			x_previous: previous || false,
			x_hash: hash,
			x_record: text,
			x_approval_id: row.id,
			kind: record.kind,
			decision: record.decision,
		});
		Object.assign(row, { x_last_sequence: sequence, x_last_hash: hash });
	}

	private respond(model: string, method: string, body: Record<string, unknown>): unknown {
		if (method === 'fields_get') return FIELDS;
		if (method === 'search_read') return this.search(model, body.domain as unknown[][]);
		const { logistics } = body.context as { logistics: Record<string, unknown> };
		const action = ACTIONS[(body.ids as number[])[0] - 1];
		const answer = this.act(action, logistics);
		return {
			type: 'ir.actions.act_window_close',
			logistics: { protocol: 1, version: '1', ...answer },
		};
	}

	private search(model: string, domain: unknown[][]): unknown[] {
		const all: Record<string, unknown[]> = {
			x_logistics_setup: [
				{
					id: 1,
					x_version: '1',
					x_actions: Object.fromEntries(ACTIONS.map((name, at) => [name, at + 1])),
					x_records: {},
				},
			],
			x_logistics_approval: this.approvals,
			x_logistics_vote: this.votes,
			x_logistics_event: [...this.ledger.values()].map(({ id, outcome }) => ({
				id,
				x_outcome: outcome,
			})),
			'sale.order': this.isReadable ? [{ id: 7, ...this.order }] : [],
			'res.partner': [
				{ id: 3, display_name: 'Azure' },
				{ id: 4, display_name: 'Deco' },
			],
		};
		return all[model].filter((row) => domain.every((term) => meets(row as Row, term)));
	}

	private act(action: Action, request: Record<string, unknown>): Record<string, unknown> {
		switch (action) {
			case ApprovalAction.Ask:
				return { results: (request.asks as Ask[]).map((ask) => this.ask(ask)) };
			case ApprovalAction.Links:
				this.links.push(...(request.links as LinksRequest['links']));
				return { results: [] };
			case ApprovalAction.Settle:
				return {
					results: (request.settled as SettleRequest['settled']).map((one) => this.settle(one)),
				};
			case ApprovalAction.Queue:
				return { results: this.queue(request as { verb: QueueVerb; ids: number[] }) };
			case APPLY_ACTION:
				return { results: this.apply(request as unknown as ApplyRequest) };
			case ApprovalAction.LinkStatus:
				return { problem: LinkProblem.Unknown, views: [] };
			default:
				throw new Error(`no action ${action}`);
		}
	}

	private ask(ask: Ask): unknown {
		const rounds = this.approvals.filter((row) => row.x_key === ask.key);
		const before = rounds.at(-1);
		const again = before?.x_digest === ask.digest && !GONE.has(before.x_state as ApprovalState);
		const row = again ? before : this.make(ask, rounds.length + 1);
		return {
			key: ask.key,
			id: row.id,
			round: row.x_round,
			state: row.x_state,
			effect_state: row.x_effect_state,
			created: !again,
			levels: row.x_levels,
			problem: '',
		};
	}

	private make(ask: Ask, round: number): Row {
		const levels: Level[] = ask.levels.map((spec, at) => ({
			level: at + 1,
			name: spec.name,
			quorum: spec.quorum,
			rejections: spec.rejections,
			assurance: spec.assurance,
			links: spec.links,
			approvers: this.people.map((id) => ({
				partner_id: id,
				user_id: id,
				name: `P${id}`,
				email: '',
				lang: 'en_US',
			})),
		}));
		const row: Row = {
			id: this.approvals.length + 1,
			x_name: ask.title,
			x_key: ask.key,
			x_round: round,
			x_state: this.people.length > 0 ? ApprovalState.Pending : ApprovalState.Blocked,
			x_effect_state: EffectState.None,
			x_batch: ask.batch,
			x_item: ask.item,
			x_execution: ask.execution,
			x_node: ask.node,
			x_workflow: ask.workflow,
			x_model: ask.document?.model ?? false,
			x_res_id: ask.document?.id ?? 0,
			x_document: ask.document?.name ?? false,
			x_changes: ask.changes,
			x_command: ask.command ?? false,
			x_canonical: ask.canonical,
			x_digest: ask.digest,
			x_policy: ask.policy ? `${ask.policy.id} ${ask.policy.version}` : false,
			x_levels: levels,
			x_level: 1,
			x_barred: [1],
			x_requester_id: [1, 'Bot'],
			x_due_at: ask.due_at ?? false,
			x_on_timeout: ask.on_timeout,
			x_resumed_at: false,
			x_wake_at: false,
			x_waiting_ids: this.people,
			ask,
		};
		this.approvals.push(row);
		this.note(row, { kind: AuditKind.Asked });
		return row;
	}

	private settle({ id, outcome }: SettleRequest['settled'][number]): unknown {
		const row = this.row(id);
		const done = row.x_effect_state === EffectState.Waiting;
		if (done && outcome === 'stale') this.end(row, ApprovalState.Stale, AuditKind.Stale);
		else if (done) {
			row.x_effect_state = outcome;
			this.note(row, { kind: outcome as AuditKind });
		}
		return { id, state: row.x_state, effect_state: row.x_effect_state, done, problem: '' };
	}

	private queue({ verb, ids }: { verb: QueueVerb; ids: number[] }): unknown[] {
		return ids.map((id) => {
			const row = this.row(id);
			if (verb === QueueVerb.Resumed) row.x_resumed_at = '2026-01-05 09:00:01';
			if (verb === QueueVerb.Cancel) this.end(row, ApprovalState.Cancelled, AuditKind.Cancelled);
			return { id, state: row.x_state, effect_state: row.x_effect_state, done: true, problem: '' };
		});
	}

	private apply({ commands }: ApplyRequest): unknown[] {
		return commands.map(({ key, plans: [plan] }) => {
			const base = {
				key,
				reason: null,
				route: 'approval',
				documents: [],
				changes: [],
				exception_id: null,
				stored: false,
			};
			const known = this.ledger.get(String(key));
			if (known)
				return { ...base, outcome: ApplyOutcome.Duplicate, message: 'before', ledger_id: known.id };
			const stale = Object.entries(plan.expect ?? {}).some(
				([field, value]) => idOf(this.order[field]) !== value,
			);
			const outcome = stale ? ApplyOutcome.Stale : ApplyOutcome.Applied;
			const entry = { id: this.ledger.size + 1, outcome };
			this.ledger.set(String(key), entry);
			for (const effect of stale ? [] : plan.effects) {
				if (effect.kind === EffectKind.Write) Object.assign(this.order, effect.values);
				this.written.push(effect.kind === EffectKind.Write ? effect.values : effect.kind);
			}
			return { ...base, outcome, message: outcome, ledger_id: entry.id };
		});
	}
}

const GONE = new Set([ApprovalState.Stale, ApprovalState.Expired, ApprovalState.Cancelled]);

const idOf = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

function meets(row: Row, [field, operator, value]: unknown[]): boolean {
	const own = row[field as string];
	if (operator === '=') return own === value;
	if (operator === 'in') return (value as unknown[]).includes(own);
	throw new Error(`unknown operator ${String(operator)}`);
}

const FIELDS = {
	note: { type: 'text', string: 'Terms' },
	state: {
		type: 'selection',
		string: 'Status',
		selection: [
			['draft', 'Draft'],
			['sale', 'Sale'],
		],
	},
	partner_id: { type: 'many2one', string: 'Customer', relation: 'res.partner' },
	order_line: { type: 'one2many', string: 'Lines', relation: 'sale.order.line' },
	display_name: { type: 'char', string: 'Name' },
};
