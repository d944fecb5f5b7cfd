import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { needPackages } from './packages';
import { say } from './progress';
import type { N8nAccess, OdooAccess } from './state';

const PICTURES = join(__dirname, '../docs/pictures');
/** The first page of a server that has just started. */
const SLOW_MACHINE_MS = 180_000;
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The Chromium of `CHROMIUM`, else Debian's, which is installed where it is missing. */
export async function openBrowser(): Promise<Browser> {
	const own = process.env.CHROMIUM;
	if (!own) await needPackages(['chromium']);
	return await chromium.launch({ executablePath: own ?? '/usr/bin/chromium', args: ARGUMENTS });
}

/** A page of the editor, logged in as the owner. */
export async function openEditor(
	browser: Browser,
	access: N8nAccess,
	viewport: { width: number; height: number },
): Promise<Page> {
	const page = await openPage(browser, viewport);
	// "Leave without saving?": the editor takes its own reading of a workflow for a change.
	page.on('dialog', (dialog) => void dialog.accept());
	await page.goto(`${access.url}/signin`);
	await page.fill('input[type="email"], input[autocomplete="email"]', access.email);
	await page.fill('input[type="password"]', access.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.includes('signin'));
	return page;
}

/** A page of Odoo's web client, logged in as that user. */
export async function openOdoo(
	browser: Browser,
	{ url, db }: OdooAccess,
	{ login, password }: { login: string; password: string },
	viewport: { width: number; height: number },
): Promise<Page> {
	const page = await openPage(browser, viewport);
	await page.goto(`${url}/web/login?db=${db}`);
	await page.fill('input[name="login"]', login);
	await page.fill('input[name="password"]', password);
	await page.click('button[type="submit"]');
	await page.waitForSelector('.o_web_client');
	return page;
}

async function openPage(
	browser: Browser,
	viewport: { width: number; height: number },
): Promise<Page> {
	const page = await browser.newPage({ viewport });
	page.setDefaultTimeout(SLOW_MACHINE_MS);
	return page;
}

/** Opens the panel of a node of the workflow on the canvas. */
export async function openPanel(page: Page, node: string): Promise<void> {
	const box = page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`);
	await box.waitFor();
	await page.waitForTimeout(1500);
	await box.dblclick();
	await page.waitForTimeout(4000);
}

export async function closePanel(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await page.waitForTimeout(1000);
}

/** A picture of the documentation. */
export async function savePicture(page: Page, name: string, fullPage = false): Promise<void> {
	mkdirSync(PICTURES, { recursive: true });
	await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage });
	say(`docs/pictures/${name}.png`);
}
