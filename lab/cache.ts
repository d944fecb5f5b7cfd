import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { undoIfInterrupted } from './interrupt';
import { withLock } from './lock';
import { killMarked } from './processes';
import { say } from './progress';

/** What is slow to make, shared by all clones on this machine and keyed by the recipe it was made by. */
export function cacheDir(): string {
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return process.env.LAB_HOME || join(base, 'n8n-nodes-odoo-logistics');
}

export function hashOf(...parts: string[]): string {
	return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12);
}

export function hashOfFiles(files: string[], ...parts: string[]): string {
	return hashOf(...files.map((file) => readFileSync(file, 'utf8')), ...parts);
}

export function sizeOf(path: string): string {
	if (!existsSync(path)) return '0';
	try {
		return execFileSync('du', ['-sh', path], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		})
			.split('\t')[0]
			.trim();
	} catch {
		return 'unknown';
	}
}

/** The place for what is still being built: a sibling, so that the rename at the end is atomic. */
const partialOf = (path: string) => `${path}.partial`;

export interface CacheEntry {
	/** Folder or file name, with the hash of its recipe. */
	key: string;
	/** What the user reads while it is built. */
	label: string;
	/** Makes the entry at `partial` (an empty folder); `log` collects what the tools print. */
	build: (partial: string, log: string) => Promise<void>;
}

/** The path of a complete entry. A build that was interrupted is thrown away and begun again. */
export async function cached({ key, label, build }: CacheEntry): Promise<string> {
	const path = join(cacheDir(), key);
	if (existsSync(path)) return path;
	return await withLock(`${path}.lock`, label, async () => {
		if (existsSync(path)) return path;
		const partial = partialOf(path);
		const log = `${path}.log`;
		const clean = async () => {
			await killMarked(partial);
			rmSync(partial, { recursive: true, force: true });
		};
		await clean();
		mkdirSync(partial, { recursive: true });
		say(`${label}: building (once per machine), log in ${log}`);
		const begun = Date.now();
		const undo = async () => {
			await clean();
			rmSync(`${path}.lock`, { force: true });
		};
		await undoIfInterrupted(undo, async () => await build(partial, log));
		renameSync(partial, path);
		const seconds = Math.round((Date.now() - begun) / 1000);
		say(`${label}: built in ${seconds} s, ${sizeOfEntry(path)}`);
		return path;
	});
}

/** An entry never changes, so its size is counted once and kept beside it. */
function sizeOfEntry(path: string): string {
	const file = `${path}.size`;
	if (!existsSync(file)) writeFileSync(file, sizeOf(path));
	return readFileSync(file, 'utf8');
}

export interface CacheUse {
	name: string;
	size: string;
}

/** The complete entries, and what an interrupted build left. */
export function cacheUse(): CacheUse[] {
	const dir = cacheDir();
	if (!existsSync(dir)) return [];
	return readdirSync(dir, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => {
			const path = join(dir, name);
			return { name, size: name.endsWith('.partial') ? sizeOf(path) : sizeOfEntry(path) };
		});
}
