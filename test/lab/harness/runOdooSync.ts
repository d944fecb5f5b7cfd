import { randomBytes } from 'node:crypto';
import type { Credential, Execution, Item } from '../../../lab/clients';
import { itemsOf } from '../../../lab/clients';
import type { N8nClient } from '../../../lab/clients';
import { listWebhook } from './listWebhook';

export interface OdooSyncRun {
	ok: Item[];
	errors: Item[];
	/** Items by output, for operations with several; the error output comes last. */
	outputs: Item[][];
}

const PACKAGE = 'n8n-nodes-odoo-logistics';
const NODE = 'Odoo Sync';

/** Runs the node on items in the real n8n: a webhook takes the list, and the execution is read back. */
export async function runOdooSync(
	n8n: N8nClient,
	credential: Credential,
	parameters: Record<string, unknown>,
	items: object[] = [{}],
	/** Settings of the node, such as Retry on Fail. */
	settings: Record<string, unknown> = {},
): Promise<OdooSyncRun> {
	const { id, path } = await publishOdooSync(n8n, credential, parameters, settings);
	await n8n.callWebhook(path, { body: { items }, timeoutSeconds: 300 });
	const run = readRun(await n8n.waitForExecution(id));
	await n8n.deactivate(id);
	return run;
}

/** A published workflow that runs the node on the list of items that is posted to its webhook. */
export async function publishOdooSync(
	n8n: N8nClient,
	credential: Credential,
	parameters: Record<string, unknown>,
	settings: Record<string, unknown> = {},
): Promise<{ id: string; path: string }> {
	const path = `test-${randomBytes(6).toString('hex')}`;
	const start = listWebhook(path, 'lastNode', NODE);
	const workflow = await n8n.importWorkflow(
		{
			name: `Test ${path}`,
			nodes: [
				...start.nodes,
				{
					name: NODE,
					type: `${PACKAGE}.odooSync`,
					typeVersion: 1,
					position: [400, 0],
					onError: 'continueErrorOutput',
					credentials: { odooSyncApi: { name: credential.name } },
					parameters: { resource: 'record', options: {}, ...parameters },
					...settings,
				},
			],
			connections: start.connections,
		},
		[credential],
	);
	await n8n.activate(workflow.id);
	return { id: workflow.id, path };
}

export function readRun(execution: Execution): OdooSyncRun {
	const outputs = [0, 1, 2, 3].map((output) => itemsOf(execution, NODE, output));
	return { ok: outputs[0], errors: outputs[1], outputs };
}

export const model = (name: string) => ({ __rl: true, mode: 'id', value: name });

export const columns = (matchingColumns: string[]) => ({
	mappingMode: 'autoMapInputData',
	value: null,
	matchingColumns,
});

/** The `json` of each item. */
export const jsonOf = (items: Item[]): Array<Record<string, unknown>> =>
	items.map(({ json }) => json);
