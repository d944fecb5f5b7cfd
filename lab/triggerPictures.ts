import { closePanel, openBrowser, openEditor, openPanel, savePicture } from './browser';
import { N8nClient } from './clients';
import { upInstance } from './instance';

const PACKAGE = 'n8n-nodes-odoo-logistics';

const NODES = [
	{
		name: 'Odoo Sync Trigger',
		type: 'odooSyncTrigger',
		parameters: {
			startWhen: 'custom',
			model: { __rl: true, mode: 'list', value: 'stock.picking', cachedResultName: 'Transfer' },
			events: ['created', 'stateReached'],
			stateField: 'state',
			stateValue: 'done',
		},
	},
	{ name: 'Carrier Trigger', type: 'carrierTrigger', parameters: {} },
];

/** Takes pictures of the panels of the triggers, from a lab of that name. */
async function takePictures(name: string): Promise<void> {
	const { n8n: access } = await upInstance({ name });
	const n8n = await N8nClient.login(access);
	const nodes = NODES.map(({ name: label, type, parameters }, at) => ({
		name: label,
		type: `${PACKAGE}.${type}`,
		typeVersion: 1,
		position: [0, at * 220] as [number, number],
		parameters,
	}));
	const workflow = await n8n.importWorkflow({ name: 'Triggers', nodes, connections: {} });
	const browser = await openBrowser();
	try {
		const page = await openEditor(browser, access, { width: 1500, height: 1200 });
		await page.goto(`${access.url}/workflow/${workflow.id}`);
		for (const { name: label } of NODES) {
			await openPanel(page, label);
			await savePicture(page, label.toLowerCase().replaceAll(' ', '-'));
			await closePanel(page);
		}
	} finally {
		await browser.close();
	}
}

takePictures(process.argv[2] ?? 'demo').catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
