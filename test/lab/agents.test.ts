import { FaultServer } from '../../lab/fakes/faultServer';
import { itemsOf, type OdooClient, type Workflow, type WorkflowFile } from '../../lab/clients';
import { Approvals } from './harness/approvals';
import { chatModel } from './harness/chatModel';
import { model as modelOf } from './harness/runOdooSync';
import { asUser, openLabWithSetup, type LabWithSetup } from './harness/setup';

let lab: LabWithSetup;
let model: FaultServer;
let approvals: Approvals;
let anna: OdooClient;

beforeAll(async () => {
	model = await FaultServer.start();
	lab = await openLabWithSetup();
	approvals = new Approvals(lab.actions);
	anna = await asUser(lab, 'anna', []);
}, 600_000);
afterAll(async () => {
	await model.stop();
	await lab.end();
});

let serial = 0;

/** Runs an agent with these tools. @param connections of each tool: to the agent, or to what stands before it */
async function runAgent(tools: object[], connections: object): Promise<Workflow> {
	const openAi = await lab.n8n.createCredential(`Stand-in ${(serial += 1)}`, 'openAiApi', {
		apiKey: 'none',
		url: model.url,
	});
	const path = `agent-${lab.odoo.db}-${serial}`;
	const workflow = await lab.n8n.importWorkflow(
		{
			name: `Agent ${serial}`,
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
					parameters: { promptType: 'define', text: 'Do what is to be done.', options: {} },
				},
				{
					name: 'Model',
					type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
					typeVersion: 1.2,
					position: [100, 200],
					parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
					credentials: { openAiApi: { name: openAi.name } },
				},
				...(tools as WorkflowFile['nodes']),
			],
			connections: {
				Webhook: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
				Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
				...connections,
			},
		},
		[openAi, lab.json2],
	);
	await lab.n8n.activate(workflow.id);
	await lab.n8n.callWebhook(path, { body: {} });
	return workflow;
}

const toolOf = (node: string) => ({ ai_tool: [[{ node, type: 'ai_tool', index: 0 }]] });

const odooTool = (name: string, type: string, parameters: object) => ({
	name,
	type: `n8n-nodes-odoo-logistics.${type}`,
	typeVersion: 1,
	position: [300, 200],
	credentials: { odooSyncApi: { name: lab.json2.name } },
	parameters,
});

const reviewedNote = async (partner: number) =>
	await runAgent(
		[
			odooTool('Review', 'approvalRequestHitlTool', {
				operation: 'sendAndWait',
				message: '=The agent wants to run {{ $tool.name }}',
				levels: { level: [{ approversFrom: 'users', users: 'anna' }] },
			}),
			odooTool('Note', 'odooSyncTool', {
				resource: 'record',
				operation: 'postNote',
				model: modelOf('res.partner'),
				record: { __rl: true, mode: 'id', value: String(partner) },
				text: 'Written by the agent',
			}),
		],
		{ Review: toolOf('Agent'), Note: toolOf('Review') },
	);

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
	model.reply(
		chatModel(([told]) =>
			told === undefined
				? { arguments: { toolParameters: { input: 'x' }, hitlParameters: {} } }
				: `Told: ${told}`,
		),
	);
	const partner = await lab.admin.create('res.partner', { name: 'Agent’s contact' });
	const { id } = await reviewedNote(partner);
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

describe('Odoo Sync as a tool of an agent', () => {
	const fromAi = (name: string, what: string) => `={{ $fromAI('${name}', '${what}', 'string') }}`;

	const findAndChange = async () =>
		await runAgent(
			[
				odooTool('Find contacts', 'odooSyncTool', {
					resource: 'record',
					operation: 'getMany',
					model: modelOf('res.partner'),
					filterMode: 'conditions',
					combine: 'all',
					conditions: {
						condition: [
							{ field: 'name', operator: 'contains', value: fromAi('name', 'Part of the name') },
						],
					},
					returnAll: false,
					limit: 5,
					simplify: true,
					options: { fields: ['name', 'ref', 'city'] },
				}),
				odooTool('Change contact', 'odooSyncTool', {
					resource: 'record',
					operation: 'upsert',
					model: modelOf('res.partner'),
					matchBy: 'fields',
					columns: {
						mappingMode: 'defineBelow',
						matchingColumns: ['ref'],
						value: {
							ref: fromAi('ref', 'Reference of the contact'),
							city: fromAi('city', 'City'),
							country_id: fromAi('country', 'Name of the country'),
						},
					},
					options: { noMatch: 'fail' },
				}),
			],
			{ 'Find contacts': toolOf('Agent'), 'Change contact': toolOf('Agent') },
		);

	it('reads, is told why a value is wrong, and changes what it found', async () => {
		const id = await lab.admin.create('res.partner', { name: 'Agents’ Harbour', ref: 'AG-1' });
		const change = (found: string, country: string) => {
			const [{ ref }] = JSON.parse(found) as [{ ref: string }];
			return { tool: 'Change_contact', arguments: { ref, city: 'Ghent', country } };
		};
		model.reply(
			chatModel(([found, refused, changed]) => {
				if (!found) return { tool: 'Find_contacts', arguments: { name: 'Harbour' } };
				if (!refused) return change(found, 'Atlantis');
				if (!changed) return change(found, 'Belgium');
				return JSON.stringify({ found, refused, changed });
			}),
		);
		const workflow = await findAndChange();
		const ended = await lab.n8n.waitForExecution(workflow.id, 0, 60, ['success', 'error']);
		expect(ended.status).toBe('success');
		const [answer] = itemsOf(ended, 'Agent', 0);
		const told = JSON.parse(String(answer.json.output)) as Record<string, string>;
		expect(told.refused).toContain('No res.country is called \\"Atlantis\\"');
		expect(JSON.parse(told.changed)).toMatchObject([{ id, outcome: 'updated' }]);
		const [partner] = await lab.admin.searchRead('res.partner', {
			domain: [['ref', '=', 'AG-1']],
			fields: ['city', 'country_id'],
		});
		expect(partner).toMatchObject({
			id,
			city: 'Ghent',
			country_id: [expect.any(Number), 'Belgium'],
		});
	});
});
