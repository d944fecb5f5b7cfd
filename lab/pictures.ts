import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { N8nClient, OdooClient } from './clients';
import { Parcel } from './demo/parcels';
import { SWEEPER } from './demo/sweeper';
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
/** The first page of a server that has just started. */
const SLOW_MACHINE_MS = 180_000;
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
	context.setDefaultTimeout(SLOW_MACHINE_MS);
	const page = await context.newPage();
	// "Leave without saving?": the editor takes its own reading of a workflow for a change.
	page.on('dialog', (dialog) => void dialog.accept());
	await page.goto(`${access.url}/signin`);
	await page.fill('input[type="email"], input[autocomplete="email"]', access.email);
	await page.fill('input[type="password"]', access.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.includes('signin'));
	for (const { id, name } of workflows.filter(({ name }) => name !== SWEEPER)) {
		await page.goto(`${access.url}/workflow/${id}`);
		await page.waitForSelector('[data-test-id="canvas-node"]');
		await page.waitForTimeout(2500);
		await closeChecklist(page);
		await page.keyboard.press('1');
		await page.waitForTimeout(1500);
		await save(page, `n8n-${slug(name)}`);
	}
	const template = workflows.find(({ name }) => name.startsWith('Sync shipment status'));
	if (!template) return;
	await page.goto(`${access.url}/workflow/${template.id}`);
	for (const node of ['Read carrier events', 'Apply to Odoo']) {
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
		domain: [['carrier_tracking_ref', '=', Parcel.Ups]],
		fields: ['name'],
	});
	// The one that an operator held and released; its history is in the chatter.
	const [held] = await admin.searchRead('x_logistics_exception', {
		domain: [['x_cause', '=', 'not_shipped']],
	});
	const [applied] = await admin.searchRead('x_logistics_event', {
		domain: [
			['x_subject', '=', Parcel.Ups],
			['x_outcome', '=', 'applied'],
		],
	});
	const window = async (of: string) => await admin.ref(`n8n_logistics.window_${of}`);
	const page = await (await browser.newContext({ viewport: SIZE })).newPage();
	page.setDefaultTimeout(SLOW_MACHINE_MS);
	await page.goto(`${odoo.url}/web/login?db=${odoo.db}`);
	await page.fill('input[name="login"]', odoo.adminLogin);
	await page.fill('input[name="password"]', odoo.adminPassword);
	await page.click('button[type="submit"]');
	await page.waitForSelector('.o_web_client');
	const picture = async (name: string, path: string, selector: string) => {
		await page.goto(`${odoo.url}/odoo/${path}`);
		await page.waitForSelector(selector);
		await page.waitForTimeout(2500);
		await save(page, name);
	};
	await picture('odoo-delivery', `m-stock.picking/${delivery.id}`, '.o-mail-Message');
	await picture('odoo-exceptions-list', `action-${await window('exception')}`, '.o_list_view');
	await picture('odoo-exception-form', `m-x_logistics_exception/${held.id}`, '.o-mail-Message');
	await picture('odoo-ledger-list', `action-${await window('event')}`, '.o_list_view');
	await picture('odoo-ledger-form', `m-x_logistics_event/${applied.id}`, '.o_form_view');
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
