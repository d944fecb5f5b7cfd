import type { Browser, BrowserContextOptions } from 'playwright-core';
import { ApprovalFlow } from '../test/lab/harness/approvalFlow';
import { openTestLab, type TestLab } from '../test/lab/harness/lab';
import { installSetup } from '../test/lab/harness/setup';
import { APPROVER_GROUP, makeQueue, PEOPLE } from './approvalQueue';
import { openBrowser, openOdoo, savePicture } from './browser';
import { createUser } from './clients';
import { LabError } from './progress';

const APPROVER = PEOPLE.sales;

const PAGES: Record<string, BrowserContextOptions> = {
	'approval-page': { viewport: { width: 1000, height: 800 } },
	'approval-page-phone': { viewport: { width: 390, height: 800 }, deviceScaleFactor: 2 },
	'approval-page-phone-dark': {
		viewport: { width: 390, height: 800 },
		deviceScaleFactor: 2,
		colorScheme: 'dark',
	},
};

/** Asks about a sales order of the demo data, and takes pictures of what approvers see by link and in Odoo. */
async function takePictures(): Promise<void> {
	const lab = await openTestLab(['sales_team.group_sale_salesman_all_leads']);
	const browser = await openBrowser();
	try {
		const { actions } = await installSetup(lab);
		const { id, url } = await ask(lab);
		await makeQueue(lab, actions);
		for (const [name, options] of Object.entries(PAGES)) {
			const page = await (await browser.newContext(options)).newPage();
			await page.goto(url);
			await savePicture(page, name, true);
		}
		await pictureOdoo(browser, lab, id);
	} finally {
		await browser.close();
		await lab.end();
	}
}

/** @returns the request, and the link of its approver */
async function ask({ odoo, admin, n8n, json2 }: TestLab): Promise<{ id: number; url: string }> {
	await createUser(odoo, {
		...APPROVER,
		groups: ['sales_team.group_sale_manager', APPROVER_GROUP],
	});
	const user = await admin.one('res.users', [['login', '=', APPROVER.login]], ['partner_id']);
	const [partner] = user.partner_id as [number, string];
	await admin.write('res.partner', [partner], { email: 'head.of.sales@example.com' });
	const [order] = await admin.searchRead('sale.order', {
		domain: [['state', '=', 'draft']],
		fields: ['name'],
		limit: 1,
	});
	const flow = await ApprovalFlow.open(n8n, json2, {
		subject: `Move ${String(order.name)} to the new quote of the carrier`,
		message: 'The carrier bills 18 % more than it quoted.\nThe customer has agreed in writing.',
		model: { __rl: true, mode: 'id', value: 'sale.order' },
		documentId: String(order.id),
		whenApproved: 'write',
		values: {
			value: [
				{ field: 'client_order_ref', value: 'PO-2291 / freight 118.00' },
				{ field: 'commitment_date', value: '2026-12-04 08:00:00' },
			],
		},
		levels: {
			level: [
				{
					name: 'Sales',
					approversFrom: 'users',
					users: APPROVER.login,
					assurance: 'link_code',
					links: true,
				},
			],
		},
		options: {
			code: '4711',
			codeLabel: 'Last four digits of your badge',
			policyId: 'freight',
			policyVersion: '3',
		},
	});
	const execution = await flow.start([{}]);
	const request = await admin.one('x_logistics_approval', [['x_execution', '=', execution]]);
	const link = await admin.one(
		'x_logistics_approval_link',
		[['x_approval_id', '=', request.id]],
		['x_url'],
	);
	return { id: request.id, url: String(link.x_url) };
}

async function pictureOdoo(browser: Browser, { odoo, admin }: TestLab, id: number): Promise<void> {
	const page = await openOdoo(browser, odoo, APPROVER, { width: 1500, height: 1000 });
	const picture = async (name: string, path: string, selector: string) => {
		await page.goto(`${odoo.url}/odoo/${path}`);
		await page.waitForSelector(selector);
		await page.waitForTimeout(2500);
		await savePicture(page, name);
	};
	const requests = `action-${await admin.ref('n8n_logistics.window_approval')}`;
	await picture('odoo-approval-form', `m-x_logistics_approval/${id}`, '.o_form_view');
	await picture('odoo-approvals-list', requests, '.o_list_view');
	await page.goto(`${odoo.url}/odoo/${requests}?view_type=kanban`);
	await page.locator('.o_facet_remove').click();
	await page.waitForTimeout(2500);
	await savePicture(page, 'odoo-approvals-kanban');
}

takePictures().catch((error: unknown) => {
	console.error(error instanceof LabError ? error.message : error);
	process.exitCode = 1;
});
