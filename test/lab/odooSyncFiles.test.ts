import { itemsOf } from '../../lab/clients';
import type { TestLab } from './harness/lab';
import { openTestLab } from './harness/lab';
import { model } from './harness/runOdooSync';

jest.setTimeout(180_000);

let lab: TestLab;

beforeAll(async () => {
	lab = await openTestLab();
}, 1_200_000);
afterAll(async () => await lab.end(), 60_000);

const odooSync = (name: string, x: number, parameters: object, credential: string) => ({
	name,
	type: 'n8n-nodes-odoo-logistics.odooSync',
	typeVersion: 1,
	position: [x, 0] as [number, number],
	onError: 'continueErrorOutput',
	credentials: { odooSyncApi: { name: credential } },
	parameters: { resource: 'record', options: {}, ...parameters },
});

describe.each(['json2', 'jsonRpc'] as const)('files, over %s', (protocol) => {
	it('reads into files page by page, and attaches each file once', async () => {
		const credential = lab[protocol];
		const [partner] = await lab.admin.searchRead('res.partner', { limit: 1, order: 'id desc' });
		const path = `files-${protocol}-${lab.odoo.db.replace('_', '-')}`;
		const workflow = await lab.n8n.importWorkflow(
			{
				name: path,
				nodes: [
					{
						name: 'Webhook',
						type: 'n8n-nodes-base.webhook',
						typeVersion: 2,
						position: [0, 0],
						webhookId: path,
						parameters: { path, httpMethod: 'POST', responseMode: 'lastNode' },
					},
					odooSync(
						'Read',
						200,
						{
							operation: 'getMany',
							model: model('res.country.state'),
							filterMode: 'domain',
							domain: '[]',
							returnAll: true,
							simplify: true,
							options: { outputFile: 'data', recordsPerFile: 1000, fields: ['name'] },
						},
						credential.name,
					),
					odooSync(
						'Attach',
						400,
						{
							operation: 'attach',
							model: model('res.partner'),
							record: { __rl: true, mode: 'id', value: String(partner.id) },
							binaryField: 'data',
						},
						credential.name,
					),
				],
				connections: {
					Webhook: { main: [[{ node: 'Read', type: 'main', index: 0 }]] },
					Read: { main: [[{ node: 'Attach', type: 'main', index: 0 }]] },
				},
			},
			[credential],
		);
		await lab.n8n.activate(workflow.id);
		const run = async () => {
			const after = await lab.n8n.lastExecutionId(workflow.id);
			await lab.n8n.callWebhook(path, { body: {} });
			const execution = await lab.n8n.waitForExecution(workflow.id, after);
			expect(itemsOf(execution, 'Read', 1)).toEqual([]);
			expect(itemsOf(execution, 'Attach', 1)).toEqual([]);
			return execution;
		};
		const first = await run();
		const files = itemsOf(first, 'Read').map(({ json }) => json);
		const total = await lab.admin.call<number>('res.country.state', 'search_count', { domain: [] });
		expect(files.length).toBe(Math.ceil(total / 1000));
		expect(files.reduce((sum, { count }) => sum + Number(count), 0)).toBe(total);
		expect(itemsOf(first, 'Attach').map(({ json }) => json.outcome)).toEqual(
			files.map(() => 'created'),
		);
		const second = await run();
		expect(itemsOf(second, 'Attach').map(({ json }) => json.outcome)).toEqual(
			files.map(() => 'unchanged'),
		);
		const stored = await lab.admin.searchRead('ir.attachment', {
			domain: [
				['res_model', '=', 'res.partner'],
				['res_id', '=', partner.id],
				['name', '=like', 'res.country.state.%'],
			],
			fields: ['datas'],
			order: 'id',
		});
		expect(stored).toHaveLength(files.length);
		const [{ datas }] = stored;
		const records = JSON.parse(Buffer.from(String(datas), 'base64').toString()) as unknown[];
		expect(records).toHaveLength(Math.min(1000, total));
		await lab.n8n.deactivate(workflow.id);
		await lab.admin.call('ir.attachment', 'unlink', { ids: stored.map(({ id }) => id) });
	});
});
