import { closePanel, openBrowser, openEditor, openPanel, savePicture } from './browser';
import { createDatabase, dropDatabase, makeApiKey, N8nClient } from './clients';
import { upInstance } from './instance';
import type { N8nAccess, OdooAccess } from './state';

const model = (value: string, label: string) => ({
	__rl: true,
	mode: 'list',
	value,
	cachedResultName: label,
});
const record = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

/** One node for each operation of Record, set as a user would. */
const OPERATIONS: Record<string, Record<string, unknown>> = {
	'Create or Update': {
		operation: 'upsert',
		model: model('sale.order', 'Sales Order (sale.order)'),
		matchBy: 'fields',
		columns: {
			mappingMode: 'autoMapInputData',
			value: null,
			matchingColumns: ['client_order_ref'],
			schema: [],
		},
		options: {
			dryRun: true,
			lineMatching: { rule: [{ field: 'order_line', keys: 'product_id' }] },
		},
	},
	'Get Many': {
		operation: 'getMany',
		model: model('stock.picking', 'Transfer (stock.picking)'),
		conditions: { condition: [{ field: 'state', operator: 'equals', value: 'assigned' }] },
		options: { outputFile: 'data' },
	},
	Attach: {
		operation: 'attach',
		model: model('stock.picking', 'Transfer (stock.picking)'),
		record,
		options: { fileName: 'label.pdf' },
	},
};

/** Takes pictures of the panel of Odoo Sync, from a lab of that name. */
async function takePictures(name: string): Promise<void> {
	const { odoo, n8n: access } = await upInstance({ name });
	const database = await createDatabase(odoo, `pictures_${Date.now()}`);
	try {
		await pictureNodes(access, database);
	} finally {
		await dropDatabase(odoo, database.db);
	}
}

async function pictureNodes(access: N8nAccess, database: OdooAccess): Promise<void> {
	const n8n = await N8nClient.login(access);
	const credential = await n8n.createCredential('Odoo', 'odooSyncApi', {
		url: database.url,
		database: database.db,
		apiKey: await makeApiKey(
			database.url,
			database.db,
			database.adminLogin,
			database.adminPassword,
		),
		login: '',
		protocol: 'auto',
		allowedMethods: '*.message_post',
		session: '',
	});
	const nodes = Object.entries(OPERATIONS).map(([label, parameters], at) => ({
		name: label,
		type: 'n8n-nodes-odoo-logistics.odooSync',
		typeVersion: 1,
		position: [at * 220, 0] as [number, number],
		credentials: { odooSyncApi: { name: credential.name } },
		parameters: { resource: 'record', ...parameters },
	}));
	const workflow = await n8n.importWorkflow({ name: 'Odoo Sync', nodes, connections: {} }, [
		credential,
	]);
	const browser = await openBrowser();
	try {
		const page = await openEditor(browser, access, { width: 1500, height: 1000 });
		await page.goto(`${access.url}/workflow/${workflow.id}`);
		for (const label of Object.keys(OPERATIONS)) {
			await openPanel(page, label);
			await savePicture(page, `odoo-sync-${label.toLowerCase().replaceAll(' ', '-')}`);
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
