import { WebhookContext, WorkflowExecute } from 'n8n-core';
import type { INodeExecutionData, IRun, IWebhookResponseData } from 'n8n-workflow';
import { runNode, type Engine, type NodeRun, type NodeUnderTest } from './engine';

/** What was sent back to the caller. */
export interface Answered {
	status: number;
	headers: Record<string, string>;
	body: string;
	response: IWebhookResponseData;
}

export interface Call {
	method?: 'GET' | 'HEAD' | 'POST';
	query?: Record<string, string>;
	body?: string;
	contentType?: string;
	acceptLanguage?: string;
}

/** A run that waits for a call, as n8n keeps it in its database. */
export class WaitingRun {
	private constructor(
		readonly first: NodeRun,
		private readonly engine: Engine,
	) {}

	static async start(test: NodeUnderTest): Promise<WaitingRun> {
		const first = await runNode(test);
		return new WaitingRun(first, first.engine);
	}

	get isWaiting(): boolean {
		return this.first.run.waitTill !== undefined && this.first.run.waitTill !== null;
	}

	/** Calls the node as n8n does for an address whose signature is right. */
	async call({
		method = 'POST',
		query = {},
		body = '',
		contentType,
		acceptLanguage,
	}: Call = {}): Promise<Answered> {
		const { workflow, additionalData } = this.engine;
		const node = workflow.getNode('Test');
		if (!node) throw new Error('no node');
		const answered = { status: 200, headers: {} as Record<string, string>, body: '' };
		const response = {
			status(code: number) {
				answered.status = code;
				return response;
			},
			setHeader(name: string, value: string) {
				answered.headers[name.toLowerCase()] = value;
			},
			type: () => response,
			send(text: string) {
				answered.body = text;
			},
			json(value: object) {
				answered.body = JSON.stringify(value);
			},
		};
		const request = {
			method,
			query,
			headers: { 'content-type': contentType, 'accept-language': acceptLanguage },
			rawBody: Buffer.from(body),
			body: {},
			params: {},
		};
		const context = new WebhookContext(
			workflow,
			node,
			{ ...additionalData, httpRequest: request, httpResponse: response } as never,
			'manual',
			{ webhookDescription: { name: 'default' } } as never,
			[],
			structuredClone(this.first.run.data) as never,
		);
		const type = workflow.nodeTypes.getByNameAndVersion(node.type, 1);
		const result = await type.webhook?.call(context);
		if (!result) throw new Error('no webhook');
		return { ...answered, response: result };
	}

	/** Goes on with what a call gave, as n8n does: the items pass the node by, output by output. */
	async resume(outputs: INodeExecutionData[][] | undefined): Promise<INodeExecutionData[][]> {
		const data = structuredClone(this.first.run.data);
		const [entry] = data.executionData?.nodeExecutionStack ?? [];
		entry.node.disabled = true;
		if (outputs) {
			entry.data.main = outputs;
			entry.metadata = { ...entry.metadata, forwardAllOutputs: true };
		}
		data.waitTill = undefined;
		data.resultData.runData.Test.pop();
		const { workflow, additionalData } = this.engine;
		const run: IRun = await new WorkflowExecute(
			additionalData,
			'manual',
			data,
		).processRunExecutionData(workflow);
		const tasks = run.data.resultData.runData.Test;
		return (tasks.at(-1)?.data?.main ?? []).map((output) => output ?? []);
	}
}
