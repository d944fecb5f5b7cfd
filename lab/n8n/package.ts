import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../progress';
import { CLONE } from '../recipe';

interface Manifest {
	name: string;
	n8n?: { nodes?: string[]; credentials?: string[] };
}

/** The package to load: this clone's, or another folder for a test of the lab itself. */
export const packageDir = () => process.env.LAB_PACKAGE_DIR ?? CLONE;

function builtFiles(dir: string): string[] {
	const dist = join(dir, 'dist');
	if (!existsSync(dist)) return [];
	return readdirSync(dist, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/** Tells one build from another. */
export function packageHash(dir = packageDir()): string {
	const hash = createHash('sha256');
	for (const file of [join(dir, 'package.json'), ...builtFiles(dir)]) {
		hash.update(file).update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 12);
}

/**
 * Puts the built package where n8n keeps installed community packages, so its types have their real
 * names. A copy and not a link: Node would resolve a link to the clone, and load the clone's own
 * `n8n-workflow` beside n8n's, which no installed package ever does.
 */
export function installPackage(home: string, dir = packageDir()): void {
	const manifest = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as Manifest;
	const target = join(home, '.n8n', 'nodes', 'node_modules', manifest.name);
	rmSync(target, { recursive: true, force: true });
	const listed = [...(manifest.n8n?.nodes ?? []), ...(manifest.n8n?.credentials ?? [])];
	if (listed.some((file) => !existsSync(join(dir, file)))) {
		say(
			`${manifest.name} is not built: n8n starts without it. Run npm run build, then lab:up again.`,
		);
		return;
	}
	mkdirSync(target, { recursive: true });
	cpSync(join(dir, 'package.json'), join(target, 'package.json'));
	if (existsSync(join(dir, 'dist')))
		cpSync(join(dir, 'dist'), join(target, 'dist'), { recursive: true });
}
