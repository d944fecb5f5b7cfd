import { randomBytes } from 'node:crypto';
import { itemsOf, type Credential, type Execution, type Item } from '../../../lab/clients';
import type { N8nClient } from '../../../lab/clients';
import { until } from '../../../lab/until';
import { listWebhook } from './listWebhook';

/** Odoo's call to go on may get lost on a busy machine: it calls again after two minutes, looking once a minute. */
export const LOST_CALL_SECONDS = 240;

const GOES_ON = ['new', 'running', 'waiting'];
const NODE = 'Approval Request';
const TYPE = 'n8n-nodes-odoo-logistics.approvalRequest';

/** What left on each output. */
export interface Answers {
	noAnswer: Item[];
	approved: Item[];
	rejected: Item[];
}

/** A workflow in the real n8n that asks about the items it is called with, and waits. */
export class ApprovalFlow {
	private constructor(
		private readonly n8n: N8nClient,
		readonly id: string,
		private readonly path: string,
	) {}

	/** @param more nodes and connections behind the approval, settings of the workflow */
	static async open(
		n8n: N8nClient,
		credential: Credential,
		parameters: object,
		more: { nodes?: object[]; connections?: object; settings?: object } = {},
	): Promise<ApprovalFlow> {
		const path = `approval-${randomBytes(6).toString('hex')}`;
		const start = listWebhook(path, 'onReceived', NODE);
		const workflow = await n8n.importWorkflow(
			{
				name: `Test ${path}`,
				settings: { executionOrder: 'v1', ...more.settings },
				nodes: [
					...start.nodes,
					{
						name: NODE,
						type: TYPE,
						typeVersion: 1,
						position: [400, 0],
						credentials: { odooSyncApi: { name: credential.name } },
						parameters: { operation: 'sendAndWait', ...parameters },
					},
					...((more.nodes ?? []) as never[]),
				],
				connections: {
					...start.connections,
					...more.connections,
				},
			},
			[credential],
		);
		await n8n.activate(workflow.id);
		return new ApprovalFlow(n8n, workflow.id, path);
	}

	/** Starts it. @returns the execution once it waits (or has ended without) */
	async start(items: object[], statuses = ['waiting']): Promise<string> {
		const before = await this.n8n.lastExecutionId(this.id);
		await this.n8n.callWebhook(this.path, { body: { items } });
		const { id } = await this.n8n.waitForExecution(this.id, before, 60, statuses);
		return id;
	}

	/** What came out of an execution that went on. */
	async ended(execution: string, timeoutSeconds = LOST_CALL_SECONDS): Promise<Answers> {
		await until(`execution ${execution} to end`, timeoutSeconds, async () => {
			const status = await this.status(execution);
			return !GOES_ON.includes(status);
		});
		return answersOf(await this.n8n.execution(execution));
	}

	async status(execution: string): Promise<string> {
		const found = await this.n8n.executions(this.id);
		return found.find(({ id }) => id === execution)?.status ?? 'gone';
	}

	/** What an operation on the queue puts out. */
	static async run(
		n8n: N8nClient,
		credential: Credential,
		parameters: object,
	): Promise<Array<Record<string, unknown>>> {
		const flow = await ApprovalFlow.open(n8n, credential, parameters);
		const execution = await flow.start([{}], ['success', 'error']);
		const { noAnswer } = await flow.ended(execution);
		await n8n.deactivate(flow.id);
		return noAnswer.map(({ json }) => json);
	}
}

const answersOf = (execution: Execution): Answers => ({
	noAnswer: itemsOf(execution, NODE, 0),
	approved: itemsOf(execution, NODE, 1),
	rejected: itemsOf(execution, NODE, 2),
});
