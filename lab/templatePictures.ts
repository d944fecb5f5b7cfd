import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, openEditor, savePicture } from './browser';
import { N8nClient } from './clients';
import type { Credential, WorkflowFile } from './clients';
import { upInstance } from './instance';

/**
 * Pictures of the shipped templates in the editor: `tsx lab/templatePictures.ts <lab> 08 11`. Credentials are named
 * and hold nothing.
 */

const WORKFLOWS = join(__dirname, '../workflows');

const read = (file: string): WorkflowFile =>
	JSON.parse(readFileSync(join(WORKFLOWS, file), 'utf8')) as WorkflowFile;

async function credentialsOf(n8n: N8nClient, { nodes }: WorkflowFile): Promise<Credential[]> {
	const wanted = new Map(
		nodes.flatMap(({ credentials = {} }) =>
			Object.entries(credentials).map(([type, { name }]) => [`${type} ${name}`, { type, name }]),
		),
	);
	const made: Credential[] = [];
	for (const { type, name } of wanted.values()) {
		made.push(await n8n.createCredential(name, type, {}));
	}
	return made;
}

async function takePictures(name: string, numbers: string[]): Promise<void> {
	const { n8n: access } = await upInstance({ name });
	const n8n = await N8nClient.login(access);
	const browser = await openBrowser();
	try {
		const page = await openEditor(browser, access, { width: 2000, height: 1100 });
		for (const number of numbers) {
			const file = readdirSync(WORKFLOWS).find((one) => one.startsWith(`${number}-`));
			if (!file) throw new Error(`There is no template ${number}`);
			const template = read(file);
			const workflow = await n8n.importWorkflow(template, await credentialsOf(n8n, template));
			await page.goto(`${access.url}/workflow/${workflow.id}`);
			await page.waitForSelector('[data-test-id="canvas-node"]');
			await page.waitForTimeout(4000);
			await page.keyboard.press('1');
			await page.waitForTimeout(3000);
			await savePicture(page, `template-${number}`);
			await n8n.deleteWorkflow(workflow.id);
		}
	} finally {
		await browser.close();
	}
}

const [name, ...numbers] = process.argv.slice(2);

takePictures(name, numbers).catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
