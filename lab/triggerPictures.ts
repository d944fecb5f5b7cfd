import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { N8nClient } from './clients';
import { upInstance } from './instance';
import { say } from './progress';

const PICTURES = join(__dirname, '../docs/pictures');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
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
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
	try {
		const page = await browser.newPage({ viewport: { width: 1500, height: 1200 } });
		await page.goto(`${access.url}/signin`);
		await page.fill('input[type="email"], input[autocomplete="email"]', access.email);
		await page.fill('input[type="password"]', access.password);
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => !url.pathname.includes('signin'), { timeout: 60_000 });
		await page.goto(`${access.url}/workflow/${workflow.id}`);
		for (const { name: label } of NODES) {
			const box = page.locator(`[data-test-id="canvas-node"][data-node-name="${label}"]`);
			await box.waitFor({ timeout: 60_000 });
			await page.waitForTimeout(1500);
			await box.dblclick();
			await page.waitForTimeout(4000);
			const file = `${label.toLowerCase().replaceAll(' ', '-')}.png`;
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
