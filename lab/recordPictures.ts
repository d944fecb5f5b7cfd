import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createDatabase, dropDatabase, makeApiKey, N8nClient } from './clients';
import { upInstance } from './instance';
import { say } from './progress';
import type { N8nAccess, OdooAccess } from './state';

const PICTURES = join(__dirname, '../docs/pictures');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

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
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
	try {
		const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
		const page = await context.newPage();
		await page.goto(`${access.url}/signin`);
		await page.fill('input[type="email"], input[autocomplete="email"]', access.email);
		await page.fill('input[type="password"]', access.password);
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => !url.pathname.includes('signin'), { timeout: 60_000 });
		await page.goto(`${access.url}/workflow/${workflow.id}`);
		for (const label of Object.keys(OPERATIONS)) {
			const box = page.locator(`[data-test-id="canvas-node"][data-node-name="${label}"]`);
			await box.waitFor({ timeout: 60_000 });
			await page.waitForTimeout(1500);
			await box.dblclick();
			await page.waitForTimeout(5000);
			const file = `odoo-sync-${label.toLowerCase().replaceAll(' ', '-')}.png`;
			await page.screenshot({ path: join(PICTURES, file) });
			say(`docs/pictures/${file}`);
			await page.keyboard.press('Escape');
			await page.waitForTimeout(800);
		}
	} finally {
		await browser.close();
	}
}

takePictures(process.argv[2] ?? 'demo').catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
