/** Checks every shipped template (workflows/*.json); exits 1 when one has a problem. Needs a built `dist`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalogue } from './catalogue';
import { check } from './check';
import type { Template } from './template';

const WORKFLOWS = path.join(__dirname, '..', '..', 'workflows');
/** They have nothing to set but credentials. */
const WITHOUT_CONFIGURATION = ['00-', '01-'];

const catalogue = loadCatalogue();
const files = readdirSync(WORKFLOWS).filter((file) => file.endsWith('.json'));
let count = 0;
for (const file of files) {
	const template = JSON.parse(readFileSync(path.join(WORKFLOWS, file), 'utf8')) as Template;
	const needsConfiguration = !WITHOUT_CONFIGURATION.some((prefix) => file.startsWith(prefix));
	for (const problem of check(template, catalogue, { needsConfiguration })) {
		console.error(`workflows/${file}: ${problem}`);
		count += 1;
	}
}
console.log(`${files.length} templates, ${count} problems`);
process.exitCode = count === 0 ? 0 : 1;
