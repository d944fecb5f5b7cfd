import type { Credential, N8nClient, WorkflowFile } from '../clients';
import { LabError } from '../progress';

export const SWEEPER = 'Replay what is due';

const ODOO_SYNC = { type: 'n8n-nodes-odoo-logistics.odooSync', typeVersion: 1 };

/** What a schedule would do: the events of exceptions that are due are sent the same way again. */
const sweeper = (credential: Credential): WorkflowFile => ({
	name: SWEEPER,
	nodes: [
		{
			name: 'Run now',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
		{
			name: 'What is due?',
			...ODOO_SYNC,
			position: [224, 0],
			parameters: {
				resource: 'exception',
				operation: 'getMany',
				returnAll: true,
				filters: { due: true },
				options: {},
			},
			credentials: { odooSyncApi: { name: credential.name } },
		},
		{
			name: 'Replay',
			...ODOO_SYNC,
			position: [448, 0],
			parameters: {
				resource: 'event',
				operation: 'replay',
				replayBy: 'exception',
				exceptionIds: '={{ $json.exceptionId }}',
				options: {},
			},
			credentials: { odooSyncApi: { name: credential.name } },
		},
	],
	connections: {
		'Run now': { main: [[{ node: 'What is due?', type: 'main', index: 0 }]] },
		'What is due?': { main: [[{ node: 'Replay', type: 'main', index: 0 }]] },
	},
});

/** Puts the workflow into n8n. Answers what runs it once. */
export async function makeSweeper(n8n: N8nClient, bot: Credential): Promise<() => Promise<void>> {
	const { id } = await n8n.importWorkflow(sweeper(bot), [bot]);
	return async () => {
		const execution = await n8n.run(id, 'Run now');
		const { status, data } = await n8n.waitForExecution(id, Number(execution) - 1);
		if (status !== 'success') {
			throw new LabError(`The replay failed: ${data.resultData.error?.message ?? status}`);
		}
	};
}
