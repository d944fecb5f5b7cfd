import { randomUUID } from 'node:crypto';
import type { Credential, Execution, N8nClient, Workflow } from '../../../lab/clients';
import { itemsOf } from '../../../lab/clients';
import { until } from '../../../lab/until';

export const TRIGGER = 'Odoo Sync Trigger';

export type Change = Record<string, unknown> & {
	id: string;
	event: string;
	recordId: number;
	via: string;
};

/** An active workflow that begins with the trigger. */
export class TriggerFlow {
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
		const summaries = await this.n8n.executions(this.workflow.id, 100);
		const ended = summaries.filter(({ status }) => status === 'success');
		const executions: Execution[] = [];
		for (const { id } of ended) executions.push(await this.n8n.execution(id));
		return executions
			.sort((a, b) => Number(a.id) - Number(b.id))
			.flatMap((execution) => itemsOf(execution, TRIGGER).map(({ json }) => json as Change));
	}

	/** Waits until what `wanted` looks for has been delivered. */
	async deliver(what: string, wanted: (change: Change) => boolean, seconds = 90): Promise<Change> {
		return await until(what, seconds, async () => (await this.changes()).find(wanted), 700);
	}
}
