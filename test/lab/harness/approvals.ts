import { createHash } from 'node:crypto';
import type { Ask, AskResult, LevelSpec } from '../../../core/approval';
import { APPROVAL_PROTOCOL, Assurance, OnTimeout } from '../../../core/approval';
import type { OdooClient } from '../../../lab/clients';

const WAKE_AGAIN = 'n8n_logistics.cron_wake_again';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A level of these logins: all of them may, one is enough, one rejection rejects. */
export const level = (users: string[], more: Partial<LevelSpec> = {}): LevelSpec => ({
	name: 'Shipping lead',
	from: [{ kind: 'users', users }],
	quorum: 1,
	rejections: 1,
	assurance: Assurance.Odoo,
	links: false,
	...more,
});

/** What a node asks; the digest is that of what is in it. */
export function ask(key: string, levels: LevelSpec[], more: Partial<Ask> = {}): Ask {
	const wanted = {
		key,
		batch: `1_node_${key}`,
		item: 0,
		execution: '1',
		node: 'node',
		workflow: 'Test workflow',
		title: `Change ${key}`,
		message: 'The carrier bills more than was agreed.',
		document: null,
		changes: [],
		details: null,
		command: null,
		policy: null,
		record: null,
		requester: null,
		excluded: [],
		due_at: null,
		remind_at: null,
		remind_minutes: 0,
		escalate_at: null,
		escalate_to: [],
		on_timeout: OnTimeout.Hold,
		resume_url: null,
		code_hash: null,
		code_label: '',
		...more,
		levels,
	};
	const { title, message, document, changes, details, command, policy } = wanted;
	const canonical = JSON.stringify({
		title,
		message,
		document,
		changes,
		details,
		command,
		policy,
		levels,
	});
	return { canonical, digest: sha256(canonical), ...wanted };
}

/** Runs one of the actions as this user. */
export class Approvals {
	constructor(private readonly actions: Readonly<Record<string, number>>) {}

	id(action: string): number {
		return this.actions[action];
	}

	async run<T>(client: OdooClient, action: string, request: object, ids: number[] = []) {
		const answer = await client.call<{ logistics: { results: T[] } } | false>(
			'ir.actions.server',
			'run',
			{
				ids: [this.id(action)],
				context: {
					logistics: { protocol: APPROVAL_PROTOCOL, ...request },
					active_model: 'x_logistics_approval',
					...(ids.length > 0 && { active_id: ids[0], active_ids: ids }),
				},
			},
		);
		return answer === false ? [] : (answer?.logistics?.results ?? []);
	}

	async ask(client: OdooClient, ...asks: Ask[]): Promise<AskResult[]> {
		return await this.run<AskResult>(client, 'action_approval_ask', { asks });
	}

	async approve(client: OdooClient, id: number, comment = ''): Promise<void> {
		await this.run(client, 'action_approval_approve', { comment }, [id]);
	}

	/** Approves so that the call which wakes the workflow goes nowhere. */
	async approveUnheard(admin: OdooClient, client: OdooClient, id: number): Promise<void> {
		const secret = await admin.one(
			'x_logistics_approval_secret',
			[['x_approval_id', '=', id]],
			['x_resume_url'],
		);
		const address = async (url: unknown) =>
			await admin.write('x_logistics_approval_secret', [secret.id], { x_resume_url: url });
		await address('http://127.0.0.1:9/lost');
		await this.approve(client, id);
		await address(secret.x_resume_url);
	}

	/** When Odoo's scheduler will call workflows again, besides once an hour. */
	async nextCalls(admin: OdooClient): Promise<unknown[]> {
		const triggers = await admin.searchRead('ir.cron.trigger', {
			domain: [['cron_id', '=', await admin.ref(WAKE_AGAIN)]],
			fields: ['call_at'],
		});
		return triggers.map(({ call_at: at }) => at);
	}

	/** What Odoo's scheduler does two minutes after a decision that no workflow went on with. */
	async callAgain(admin: OdooClient, id: number): Promise<void> {
		await admin.write('x_logistics_approval', [id], { x_wake_at: '2020-01-01 00:00:00' });
		await admin.call('ir.cron', 'method_direct_trigger', {
			ids: [await admin.ref(WAKE_AGAIN)],
		});
	}

	async reject(client: OdooClient, id: number, comment: string): Promise<void> {
		await this.run(client, 'action_approval_reject', { comment }, [id]);
	}
}
