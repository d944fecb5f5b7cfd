import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { CLONE } from '../recipe';

export const PAGE = join(CLONE, 'docs', 'benchmarks.md');

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\`: every section says on which machine and with which versions it was measured.
\`npm run bench -- <section> ...\` measures some of them anew and leaves the others as they are.
`;

const opening = (id: string): string => `<!-- bench:${id} -->`;
const closing = (id: string): string => `<!-- /bench:${id} -->`;

/** The page with the block of this section replaced, or added at the end. Other blocks stay as they are. */
export function replaceBlock(page: string, id: string, content: string): string {
	const block = `${opening(id)}\n\n${content.trim()}\n\n${closing(id)}`;
	const start = page.indexOf(opening(id));
	const end = page.indexOf(closing(id));
	if (start === -1 || end === -1) return `${page.trimEnd()}\n\n${block}\n`;
	return page.slice(0, start) + block + page.slice(end + closing(id).length);
}

/** Writes one section into docs/benchmarks.md, formatted as the linter wants it. */
export async function writeBlock(id: string, content: string): Promise<void> {
	const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : INTRODUCTION;
	const options = await resolveConfig(PAGE);
	const text = replaceBlock(page, id, content);
	writeFileSync(PAGE, await format(text, { ...options, parser: 'markdown' }));
}
