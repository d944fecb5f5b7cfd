import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SourceId } from '../../../core/carriers';
import { carrierPage } from '../../../scripts/carrierPage';

const FILE = path.join(__dirname, '../../../docs/carriers.md');

it('docs/carriers.md is fresh: if not, run npm run docs:carriers', () => {
	expect(readFileSync(FILE, 'utf8') === carrierPage()).toBe(true);
});

it('the page names every source and every table', () => {
	const page = carrierPage();
	for (const id of Object.values(SourceId)) expect(page).toContain(`\`${id}\``);
});
