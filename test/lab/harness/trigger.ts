import { randomUUID } from 'node:crypto';
import type { Credential, N8nClient, Workflow } from '../../../lab/clients';
import { createUser, itemsOf, makeApiKey } from '../../../lab/clients';
import { until } from '../../../lab/until';
import type { TestLab } from './lab';

export const TRIGGER = 'Odoo Sync Trigger';

export type Change = Record<string, unknown> & {
	id: string;
	event: string;
	recordId: number;
	via: string;
};

/** Every five seconds: n8n allows no poll time that comes more often than once a minute, but several of them. */
export const POLLS_OFTEN = {
	item: Array.from({ length: 12 }, (_, at) => ({
		mode: 'custom',
		cronExpression: `${at * 5} * * * * *`,
	})),
};

/** A credential of a user who may make automation rules, with these rights besides. */
export async function triggerCredential(
	{ odoo, n8n }: Pick<TestLab, 'odoo' | 'n8n'>,
	user: { login: string; password: string },
	groups: string[],
): Promise<Credential> {
	await createUser(odoo, { ...user, name: user.login, groups: ['base.group_system', ...groups] });
	const apiKey = await makeApiKey(odoo.url, odoo.db, user.login, user.password);
	return await n8n.createCredential(`${user.login} ${odoo.db}`, 'odooSyncApi', {
		url: odoo.url,
		database: odoo.db,
		protocol: 'auto',
		session: '',
		allowedMethods: '',
		apiKey,
		login: '',
	});
}

/** An active workflow that begins with the trigger. */
export class TriggerFlow {
	/** What ended executions put out; they do not change any more. */
	private readonly ended = new Map<string, Change[]>();
	/** Seen while they ran. */
	private readonly running = new Set<string>();

	private constructor(
		private readonly n8n: N8nClient,
		readonly workflow: Workflow,
		readonly webhookId: string,
	) {}

	static async create(
		n8n: N8nClient,
		credential: Credential,
		parameters: Record<string, unknown>,
	): Promise<TriggerFlow> {
		const webhookId = randomUUID();
		const workflow = await n8n.importWorkflow(
			{
				name: `Trigger ${webhookId}`,
				nodes: [
					{
						name: TRIGGER,
						type: 'n8n-nodes-odoo-logistics.odooSyncTrigger',
						typeVersion: 1,
						position: [0, 0],
						webhookId,
						parameters: {
							pollTimes: { item: [{ mode: 'everyMinute' }] },
							options: {},
							...parameters,
						},
						credentials: { odooSyncApi: { name: credential.name } },
					},
					{
						name: 'Keep',
						type: 'n8n-nodes-base.noOp',
						typeVersion: 1,
						position: [200, 0],
						parameters: {},
					},
				],
				connections: { [TRIGGER]: { main: [[{ node: 'Keep', type: 'main', index: 0 }]] } },
			},
			[credential],
		);
		return new TriggerFlow(n8n, workflow, webhookId);
	}

	async on(): Promise<this> {
		await this.n8n.activate(this.workflow.id);
		return this;
	}

	async off(): Promise<void> {
		await this.n8n.deactivate(this.workflow.id);
	}

	/** n8n polls when it activates. */
	async pollNow(): Promise<void> {
		await this.off();
		await this.on();
	}

	/** Every change that was delivered so far. */
	async changes(): Promise<Change[]> {
		for await (const page of this.n8n.executionPages(this.workflow.id)) {
			let news = 0;
			for (const { id, status } of page) {
				if (['new', 'running', 'waiting'].includes(status)) this.running.add(id);
				else this.running.delete(id);
				if (this.running.has(id) || this.ended.has(id)) continue;
				news += 1;
				this.ended.set(id, status === 'success' ? await this.itemsOf(id) : []);
			}
			// What is older is as it was, but for executions that ran then.
			if (news === 0 && this.running.size === 0) break;
		}
		return [...this.ended].sort(([a], [b]) => Number(a) - Number(b)).flatMap(([, all]) => all);
	}

	private async itemsOf(execution: string): Promise<Change[]> {
		const items = itemsOf(await this.n8n.execution(execution), TRIGGER);
		return items.map(({ json }) => json as Change);
	}

	/** Waits until what `wanted` looks for has been delivered. */
	async deliver(what: string, wanted: (change: Change) => boolean, seconds = 90): Promise<Change> {
		return await until(what, seconds, async () => (await this.changes()).find(wanted), 700);
	}
}
