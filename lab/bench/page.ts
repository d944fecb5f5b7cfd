import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { CLONE } from '../recipe';
import { replaceBlock } from './block';

export const PAGE = join(CLONE, 'docs', 'benchmarks.md');

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\`: every section says on which machine and with which versions it was measured.
\`npm run bench -- <section> ...\` measures some of them anew and leaves the others as they are.
`;

/** Writes one section into docs/benchmarks.md, formatted as the linter wants it. */
export async function writeBlock(id: string, content: string): Promise<void> {
	const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : INTRODUCTION;
	const options = await resolveConfig(PAGE);
	const text = replaceBlock(page, id, content);
	writeFileSync(PAGE, await format(text, { ...options, parser: 'markdown' }));
}
