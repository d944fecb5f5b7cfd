import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../cache';
import { needPackages } from '../packages';
import { LabError, say } from '../progress';
import { LAB, n8nKey } from '../recipe';
import { run } from '../run';

/** n8n's own floor. */
const NODE_MAJOR = 24;

export interface N8nInstall {
	/** The folder with its node_modules. */
	dir: string;
	/** The node binary that runs it. */
	node: string;
	/** n8n's command line, run by that node. */
	bin: string;
	version: string;
}

/** This machine's node if it is new enough, else the one that comes as an npm package. */
function nodeFor(dir: string): string {
	if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
	const name = `node-${process.platform}-${process.arch}`;
	const node = join(dir, 'node_modules', name, 'bin', 'node');
	if (existsSync(node)) return node;
	throw new LabError(
		`n8n needs Node.js ${NODE_MAJOR} and there is no npm package of it for ${process.platform} on ` +
			`${process.arch}: run the lab with Node.js ${NODE_MAJOR} or newer.`,
	);
}

async function build(partial: string, log: string): Promise<void> {
	await needPackages(['python3', 'make', 'g++']);
	for (const file of ['package.json', 'package-lock.json']) {
		copyFileSync(join(LAB, file), join(partial, file));
	}
	say('  npm ci');
	// Without scripts: one of them downloads a binary that is not used. Only sqlite3 has to be built.
	await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', partial], {
		cwd: partial,
		marker: partial,
		log,
	});
	say('  building sqlite3');
	await run('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false', '--prefix', partial], {
		cwd: partial,
		marker: partial,
		log,
	});
	nodeFor(partial);
}

export async function n8nInstall(): Promise<N8nInstall> {
	const dir = await cached({ key: n8nKey(), label: 'n8n', build });
	const node = nodeFor(dir);
	const bin = join(dir, 'node_modules', 'n8n', 'bin', 'n8n');
	const printed = spawnSync(node, ['-p', 'require("./package.json").version'], {
		cwd: join(dir, 'node_modules', 'n8n'),
		encoding: 'utf8',
	});
	return { dir, node, bin, version: printed.stdout.trim() };
}
