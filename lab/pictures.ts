import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { N8nClient, OdooClient } from './clients';
import { type Instance, upInstance } from './instance';
import { LabError, say } from './progress';

const PICTURES = join(__dirname, '../docs/pictures');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
const SIZE = { width: 1600, height: 1000 };

/** Takes the pictures of the documentation from a demo that was left up with `npm run demo -- --keep`. */
async function takePictures(): Promise<void> {
	if (!existsSync(CHROMIUM)) {
		throw new LabError('Chromium is not installed: apt-get install chromium, or set CHROMIUM.');
	}
	mkdirSync(PICTURES, { recursive: true });
	const lab = await upInstance({ name: 'demo' });
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
	try {
		await pictureN8n(browser, lab);
		await pictureOdoo(browser, lab);
	} finally {
		await browser.close();
	}
}

const save = async (page: Page, name: string): Promise<void> => {
	await page.screenshot({ path: join(PICTURES, `${name}.png`) });
	say(`docs/pictures/${name}.png`);
};

async function pictureN8n(browser: Browser, { n8n: access }: Instance): Promise<void> {
	const n8n = await N8nClient.login(access);
	const workflows = await n8n.rest<Array<{ id: string; name: string }>>('GET', '/rest/workflows');
	const context = await browser.newContext({ viewport: { width: 2000, height: 1000 } });
	const page = await context.newPage();
	await page.goto(`${access.url}/signin`);
	await page.fill('input[type="email"], input[autocomplete="email"]', access.email);
	await page.fill('input[type="password"]', access.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.includes('signin'), { timeout: 60_000 });
	for (const { id, name } of workflows) {
		await page.goto(`${access.url}/workflow/${id}`);
		await page.waitForSelector('[data-test-id="canvas-node"]', { timeout: 60_000 });
		await page.waitForTimeout(2500);
		await closeChecklist(page);
		await page.keyboard.press('1');
		await page.waitForTimeout(1500);
		await save(page, `n8n-${slug(name)}`);
	}
	const template = workflows.find(({ name }) => name.startsWith('Sync shipment status'));
	if (!template) return;
	await page.goto(`${access.url}/workflow/${template.id}`);
	for (const node of [
		'Read carrier events',
		'Find the delivery',
		'Judge against what Odoo knows',
		'Update the delivery',
	]) {
		const box = page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`);
		await box.waitFor({ timeout: 60_000 });
		await page.waitForTimeout(1000);
		await box.dblclick();
		await page.waitForTimeout(3500);
		await save(page, `n8n-node-${slug(node)}`);
		await page.keyboard.press('Escape');
		await page.waitForTimeout(1000);
	}
	await context.close();
}

async function pictureOdoo(browser: Browser, { odoo }: Instance): Promise<void> {
	const admin = OdooClient.admin(odoo);
	const [delivery] = await admin.searchRead('stock.picking', {
		domain: [['carrier_tracking_ref', '=', '1Z204W4R0308071865']],
		fields: ['name'],
	});
	const page = await (await browser.newContext({ viewport: SIZE })).newPage();
	await page.goto(`${odoo.url}/web/login?db=${odoo.db}`, { timeout: 120_000 });
	await page.fill('input[name="login"]', odoo.adminLogin);
	await page.fill('input[name="password"]', odoo.adminPassword);
	await page.click('button[type="submit"]');
	await page.waitForSelector('.o_web_client', { timeout: 180_000 });
	await page.goto(`${odoo.url}/odoo/m-stock.picking/${delivery.id}`);
	await page.waitForSelector('.o_form_view', { timeout: 180_000 });
	await page.waitForSelector('.o-mail-Message', { timeout: 60_000 });
	await page.waitForTimeout(1500);
	await save(page, 'odoo-delivery');
	const [channel] = await admin.searchRead('discuss.channel', {
		domain: [['name', '=', 'Logistics exceptions']],
		fields: ['name'],
	});
	await page.goto(`${odoo.url}/odoo/discuss?active_id=discuss.channel_${channel.id}`);
	await page.waitForTimeout(4000);
	await save(page, 'odoo-exceptions');
}

/** n8n's own advice to the publisher of a workflow covers a part of the canvas. */
async function closeChecklist(page: Page): Promise<void> {
	const checklist = page.getByText('Production Checklist');
	if ((await checklist.count()) === 0) return;
	await checklist.locator('xpath=ancestor::*[.//button][1]').locator('button').first().click();
	await page.mouse.click(1000, 900);
}

const slug = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/-+$/, '');

takePictures().catch((error: unknown) => {
	console.error(error instanceof LabError ? error.message : error);
	process.exitCode = 1;
});
