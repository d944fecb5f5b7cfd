import { FaultServer, type Reply, type SeenRequest } from '../../lab/fakes/faultServer';
import { itemsOf, type OdooClient, type Workflow } from '../../lab/clients';
import { Approvals } from './harness/approvals';
import { openTestLab, type TestLab } from './harness/lab';
import { asUser, installSetup } from './harness/setup';

let lab: TestLab;
let model: FaultServer;
let approvals: Approvals;
let anna: OdooClient;

beforeAll(async () => {
	model = await FaultServer.start();
	lab = await openTestLab();
	approvals = new Approvals((await installSetup(lab)).actions);
	anna = await asUser(lab, 'anna', []);
}, 600_000);
afterAll(async () => {
	await model.stop();
	await lab.end();
});

interface Tool {
	function: { name: string };
}

interface Message {
	role: string;
	content: unknown;
}

/** Stands in for a model that wants to use its tool once, and then says what it was told. */
function answerOf({ body }: SeenRequest): Reply {
	const { messages, tools = [] } = body as { messages: Message[]; tools?: Tool[] };
	const told = messages.filter(({ role }) => role === 'tool').at(-1);
	const [tool] = tools;
	const message = told
		? { role: 'assistant', content: `Told: ${JSON.stringify(told.content)}` }
		: {
				role: 'assistant',
				content: null,
				tool_calls: [
					{
						id: 'call_1',
						type: 'function',
						function: {
							name: tool.function.name,
							arguments: JSON.stringify({ toolParameters: { input: 'x' }, hitlParameters: {} }),
						},
					},
				],
			};
	return {
		status: 200,
		json: {
			id: 'chat-1',
			object: 'chat.completion',
			created: 1,
			model: 'stand-in',
			choices: [{ index: 0, message, finish_reason: told ? 'stop' : 'tool_calls' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		},
	};
}

async function agentWorkflow(partner: number): Promise<Workflow> {
	const openAi = await lab.n8n.createCredential(`Stand-in ${partner}`, 'openAiApi', {
		apiKey: 'none',
		url: model.url,
	});
	const odoo = { odooSyncApi: { name: lab.json2.name } };
	const path = `agent-${lab.odoo.db}-${partner}`;
	const workflow = await lab.n8n.importWorkflow(
		{
			name: `Agent ${partner}`,
			// As the editor makes workflows; in the old order an agent does not wait for its tools.
			settings: { executionOrder: 'v1' },
			nodes: [
				{
					name: 'Webhook',
					type: 'n8n-nodes-base.webhook',
					typeVersion: 2,
					position: [0, 0],
					webhookId: path,
					parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' },
				},
				{
					name: 'Agent',
					type: '@n8n/n8n-nodes-langchain.agent',
					typeVersion: 3.1,
					position: [200, 0],
					parameters: { promptType: 'define', text: 'Write the note.', options: {} },
				},
				{
					name: 'Model',
					type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
					typeVersion: 1.2,
					position: [100, 200],
					parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
					credentials: { openAiApi: { name: openAi.name } },
				},
				{
					name: 'Review',
					type: 'n8n-nodes-odoo-logistics.approvalRequestHitlTool',
					typeVersion: 1,
					position: [300, 200],
					parameters: {
						operation: 'sendAndWait',
						message: '=The agent wants to run {{ $tool.name }}',
						levels: { level: [{ approversFrom: 'users', users: 'anna' }] },
					},
					credentials: odoo,
				},
				{
					name: 'Note',
					type: 'n8n-nodes-odoo-logistics.odooSyncTool',
					typeVersion: 1,
					position: [300, 400],
					parameters: {
						resource: 'record',
						operation: 'postNote',
						model: { __rl: true, mode: 'id', value: 'res.partner' },
						record: { __rl: true, mode: 'id', value: String(partner) },
						text: 'Written by the agent',
					},
					credentials: odoo,
				},
			],
			connections: {
				Webhook: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
				Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
				Review: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
				Note: { ai_tool: [[{ node: 'Review', type: 'ai_tool', index: 0 }]] },
			},
		},
		[openAi, lab.json2],
	);
	await lab.n8n.activate(workflow.id);
	await lab.n8n.callWebhook(path, { body: {} });
	return workflow;
}

const notesOf = async (partner: number) =>
	await lab.admin.searchRead('mail.message', {
		domain: [
			['model', '=', 'res.partner'],
			['res_id', '=', partner],
			['body', 'ilike', 'Written by the agent'],
		],
	});

const requestOf = async (execution: string) =>
	(
		await lab.admin.searchRead('x_logistics_approval', {
			domain: [['x_execution', '=', execution]],
		})
	)[0];

it.each([
	['approved', true],
	['rejected', false],
])('as human review of an agent: %s', async (_name, isApproved) => {
	model.reply(answerOf);
	const partner = await lab.admin.create('res.partner', { name: 'Agent’s contact' });
	const { id } = await agentWorkflow(partner);
	const waiting = await lab.n8n.waitForExecution(id, 0, 60, ['waiting', 'error']);
	expect(waiting.status).toBe('waiting');
	const request = await requestOf(waiting.id);
	expect(request).toMatchObject({ x_state: 'pending', x_name: 'The agent wants to run Note' });
	expect(await notesOf(partner)).toEqual([]);
	if (isApproved) await approvals.approve(anna, request.id);
	else await approvals.reject(anna, request.id, 'Ask the customer first');
	const ended = await lab.n8n.waitForExecution(id, 0, 60, ['success', 'error']);
	expect(ended.status).toBe('success');
	expect(await notesOf(partner)).toHaveLength(isApproved ? 1 : 0);
	const [answer] = itemsOf(ended, 'Agent', 0);
	if (!isApproved) expect(JSON.stringify(answer.json)).toContain('Ask the customer first');
});
