import type { Browser, Page } from 'playwright-core';
import { closePanel, openBrowser, openEditor, openOdoo, openPanel, savePicture } from './browser';
import { N8nClient, OdooClient } from './clients';
import { Parcel } from './demo/parcels';
import { type Instance, upInstance } from './instance';
import { LabError } from './progress';

const SIZE = { width: 1600, height: 1000 };
/** The other templates have pictures of their own (templatePictures.ts). */
const PICTURED = /^(Prepare Odoo|Sync shipment status)/;

/** Takes the pictures of the documentation from a demo that was left up with `npm run demo -- --keep`. */
async function takePictures(): Promise<void> {
	const lab = await upInstance({ name: 'demo' });
	const browser = await openBrowser();
	try {
		await pictureN8n(browser, lab);
		await pictureOdoo(browser, lab);
	} finally {
		await browser.close();
	}
}

async function pictureN8n(browser: Browser, { n8n: access }: Instance): Promise<void> {
	const n8n = await N8nClient.login(access);
	const workflows = await n8n.rest<Array<{ id: string; name: string }>>('GET', '/rest/workflows');
	const page = await openEditor(browser, access, { width: 2000, height: 1000 });
	for (const { id, name } of workflows.filter(({ name }) => PICTURED.test(name))) {
		await page.goto(`${access.url}/workflow/${id}`);
		await page.waitForSelector('[data-test-id="canvas-node"]');
		await page.waitForTimeout(2500);
		await closeChecklist(page);
		await page.keyboard.press('1');
		await page.waitForTimeout(1500);
		await savePicture(page, `n8n-${slug(name)}`);
	}
	const template = workflows.find(({ name }) => name.startsWith('Sync shipment status'));
	if (!template) return;
	await page.goto(`${access.url}/workflow/${template.id}`);
	for (const node of ['A carrier calls', 'Apply to Odoo']) {
		await openPanel(page, node);
		await savePicture(page, `n8n-node-${slug(node)}`);
		await closePanel(page);
	}
	await page.close();
}

async function pictureOdoo(browser: Browser, { odoo }: Instance): Promise<void> {
	const client = OdooClient.admin(odoo);
	const [delivery] = await client.searchRead('stock.picking', {
		domain: [['carrier_tracking_ref', '=', Parcel.Ups]],
		fields: ['name'],
	});
	// The one that an operator held and released; its history is in the chatter.
	const [held] = await client.searchRead('x_logistics_exception', {
		domain: [['x_cause', '=', 'not_shipped']],
	});
	const [applied] = await client.searchRead('x_logistics_event', {
		domain: [
			['x_subject', '=', Parcel.Ups],
			['x_outcome', '=', 'applied'],
		],
	});
	const window = async (of: string) => await client.ref(`n8n_logistics.window_${of}`);
	const admin = { login: odoo.adminLogin, password: odoo.adminPassword };
	const page = await openOdoo(browser, odoo, admin, SIZE);
	const picture = async (name: string, path: string, selector: string) => {
		await page.goto(`${odoo.url}/odoo/${path}`);
		await page.waitForSelector(selector);
		await page.waitForTimeout(2500);
		await savePicture(page, name);
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
