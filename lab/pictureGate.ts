import type { Page } from 'playwright-core';
import { openBrowser, openEditor, openPanel, savePicture } from './browser';
import { N8nClient } from './clients';
import { upInstance } from './instance';
import { LabError } from './progress';

const RECEIPTS = [
	{ receipt: 'WH/IN/00041', ordered: 100, received: 101 },
	{ receipt: 'WH/IN/00042', ordered: 100, received: 112 },
	{ receipt: 'WH/IN/00043', ordered: 40, received: 480 },
	{ receipt: 'WH/IN/00044', ordered: 60, received: '1.234,5' },
];

const PACKAGE = 'n8n-nodes-odoo-logistics';

const workflow = (name: string, parameters: Record<string, unknown>) => ({
	name,
	nodes: [
		{
			name: 'Receipts',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
		},
		{
			name: 'Tolerance Gate',
			type: `${PACKAGE}.toleranceGate`,
			typeVersion: 1,
			position: [240, 0] as [number, number],
			parameters,
		},
		...['Receive', 'Ask', 'Refuse'].map((next, at) => ({
			name: next,
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [560, (at - 1) * 180] as [number, number],
			parameters: {},
		})),
	],
	connections: {
		Receipts: { main: [[{ node: 'Tolerance Gate', type: 'main', index: 0 }]] },
		'Tolerance Gate': {
			main: ['Receive', 'Ask', 'Refuse'].map((node) => [{ node, type: 'main', index: 0 }]),
		},
	},
	pinData: { Receipts: RECEIPTS.map((json) => ({ json })) },
});

const SIMPLE = {
	expected: '={{ $json.ordered }}',
	actual: '={{ $json.received }}',
	options: { blockPercent: '50', documentName: '={{ $json.receipt }}' },
};
const POLICY = {
	limitsFrom: 'policy',
	policySource: 'ready',
	readyPolicy: 'receipt',
	values: {
		value: [
			{
				field: 'quantity',
				expected: '={{ $json.ordered }}',
				actual: '={{ $json.received }}',
				unit: 'Units',
			},
		],
	},
};

/** Takes the pictures of the Tolerance Gate in the editor of the lab that is named, or of "test". */
async function takePictures(): Promise<void> {
	const { n8n: access } = await upInstance({ name: process.argv[2] ?? 'test' });
	const n8n = await N8nClient.login(access);
	const browser = await openBrowser();
	try {
		const page = await openEditor(browser, access, { width: 1800, height: 1100 });
		await picture(
			page,
			`${access.url}/workflow/${(await n8n.importWorkflow(workflow('Receipts', SIMPLE))).id}`,
			'n8n-node-tolerance-gate',
		);
		await picture(
			page,
			`${access.url}/workflow/${(await n8n.importWorkflow(workflow('Receipts by policy', POLICY))).id}`,
			'n8n-node-tolerance-gate-policy',
		);
	} finally {
		await browser.close();
	}
}

async function picture(page: Page, url: string, name: string): Promise<void> {
	await page.goto(url);
	const node = page.locator('[data-test-id="canvas-node"][data-node-name="Tolerance Gate"]');
	await node.waitFor({ timeout: 60_000 });
	await page.waitForTimeout(2000);
	await page.keyboard.press('Control+Enter');
	await page.waitForTimeout(5000);
	await openPanel(page, 'Tolerance Gate');
	const approval = page.getByText('Needs Approval', { exact: false }).last();
	if ((await approval.count()) > 0) await approval.click().catch(() => undefined);
	await page.waitForTimeout(1500);
	await savePicture(page, name);
}

takePictures().catch((error: unknown) => {
	console.error(error instanceof LabError ? error.message : error);
	process.exitCode = 1;
});
