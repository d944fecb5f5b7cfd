import { randomBytes } from 'node:crypto';
import type { Credential, Execution, Item } from '../../clients';
import { itemsOf } from '../../clients';
import { OdooProxy } from '../../fakes/odooProxy';
import { LabError } from '../../progress';
import type { BenchLab, LabWants } from '../lab';
import type { BenchContext } from '../section';

/** Name of the node that is measured, in its workflow. */
const NODE = 'Measured';

/** What one node needed for its items. */
export interface Measured {
	items: number;
	/** Of the node alone, as n8n notes it. */
	ms: number;
	requests: number;
	/** Of these, waiting for Odoo. */
	odooMs: number;
	output: Item[];
	/** Items by output, where there are several. */
	outputs: Item[][];
}

export interface NodeToMeasure {
	type: string;
	typeVersion: number;
	credentials: Record<string, { name: string }>;
	parameters: Record<string, unknown>;
}

/** This node and n8n's own Odoo node side by side: same n8n, same Odoo, same user, same proxy that counts. */
export class Workbench {
	private constructor(
		readonly lab: BenchLab,
		private readonly proxy: OdooProxy,
		private readonly ours: Credential,
		private readonly builtIn: Credential,
	) {}

	static async open(context: BenchContext, wants: LabWants): Promise<Workbench> {
		const lab = await context.openLab(wants);
		const proxy = await OdooProxy.start(lab.odoo.url);
		const { n8n, odoo, apiKey } = lab;
		const name = `Counted ${odoo.db}`;
		const ours = await n8n.createCredential(name, 'odooSyncApi', {
			url: proxy.url,
			database: odoo.db,
			apiKey,
			login: '',
			protocol: 'auto',
			allowedMethods: '',
			session: '',
		});
		const builtIn = await n8n.createCredential(`${name} built-in`, 'odooApiKeyApi', {
			url: proxy.url,
			db: odoo.db,
			apiKey,
		});
		const bench = new Workbench(lab, proxy, ours, builtIn);
		await bench.warmUp();
		return bench;
	}

	async close(): Promise<void> {
		await this.proxy.stop();
	}

	/** Odoo Sync on these items. */
	async runOurs(parameters: Record<string, unknown>, items: object[]): Promise<Measured> {
		return await this.run(items, {
			type: 'n8n-nodes-odoo-logistics.odooSync',
			typeVersion: 1,
			credentials: { odooSyncApi: { name: this.ours.name } },
			parameters: { resource: 'record', options: {}, ...parameters },
		});
	}

	/** n8n's own node, version 2, over JSON-2, on these items. */
	async runBuiltIn(parameters: Record<string, unknown>, items: object[]): Promise<Measured> {
		return await this.run(items, {
			type: 'n8n-nodes-base.odoo',
			typeVersion: 2,
			credentials: { odooApiKeyApi: { name: this.builtIn.name } },
			parameters: { authentication: 'odooApiKeyApi', resource: 'custom', ...parameters },
		});
	}

	/** A node that does nothing with these items: what n8n itself needs for them. */
	async runNothing(items: object[]): Promise<Measured> {
		return await this.run(items, {
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			credentials: {},
			parameters: {},
		});
	}

	/** A bare call of Odoo with the bot's key: what Odoo itself needs. @returns milliseconds */
	async bare(model: string, method: string, args: object): Promise<number> {
		const start = performance.now();
		const { url, db } = this.lab.odoo;
		const answer = await fetch(`${url}/json/2/${model}/${method}`, {
			method: 'POST',
			headers: {
				Authorization: `bearer ${this.lab.apiKey}`,
				'Content-Type': 'application/json',
				'X-Odoo-Database': db,
			},
			body: JSON.stringify(args),
		});
		const text = await answer.text();
		if (!answer.ok) throw new LabError(`${model}.${method}: ${text.slice(0, 300)}`);
		return performance.now() - start;
	}

	/** Odoo loads a database's code, and n8n a node, on first use. */
	private async warmUp(): Promise<void> {
		const read = { model: modelLocator('res.partner'), operation: 'count', filterMode: 'domain' };
		await this.runOurs({ ...read, domain: '[]' }, [{}]);
		await this.runBuiltIn(
			{
				operation: 'getAll',
				customResource: modelLocator('res.country'),
				filters: {},
				options: {},
			},
			[{}],
		);
	}

	private async run(items: object[], node: NodeToMeasure): Promise<Measured> {
		const { n8n } = this.lab;
		const path = `bench-${randomBytes(6).toString('hex')}`;
		const workflow = await n8n.importWorkflow(benchWorkflow(path, node), [this.ours, this.builtIn]);
		await n8n.activate(workflow.id);
		this.proxy.calls = [];
		const answer = n8n.callWebhook(path, { body: { items }, timeoutSeconds: 1800 });
		const execution = await n8n.waitForExecution(workflow.id, 0, 1800);
		await answer;
		await n8n.deactivate(workflow.id);
		await n8n.deleteWorkflow(workflow.id);
		return this.measured(execution, items.length);
	}

	private measured(execution: Execution, items: number): Measured {
		const run = execution.data.resultData.runData[NODE]?.at(-1);
		const error = execution.data.resultData.error ?? run?.error;
		if (!run || error) throw new LabError(`The measured node failed: ${error?.message}`);
		const { calls } = this.proxy;
		return {
			items,
			ms: run.executionTime,
			requests: calls.length,
			odooMs: calls.reduce((sum, { ms }) => sum + ms, 0),
			output: itemsOf(execution, NODE),
			outputs: [0, 1, 2].map((output) => itemsOf(execution, NODE, output)),
		};
	}
}

export const modelLocator = (name: string) => ({ __rl: true, mode: 'id', value: name });

/** Every field of the item that the model has. */
export const autoMap = (matchingColumns: string[] = []) => ({
	mappingMode: 'autoMapInputData',
	value: null,
	matchingColumns,
});

function benchWorkflow(path: string, node: NodeToMeasure) {
	return {
		name: `Bench ${path}`,
		nodes: [
			{
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0] as [number, number],
				webhookId: path,
				parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' },
			},
			{
				name: 'Items',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				position: [200, 0] as [number, number],
				parameters: { fieldToSplitOut: 'body.items' },
			},
			{ name: NODE, position: [400, 0] as [number, number], ...node },
		],
		connections: {
			Webhook: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [[{ node: NODE, type: 'main', index: 0 }]] },
		},
	};
}
