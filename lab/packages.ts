import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { cacheDir } from './cache';
import { LabError, say } from './progress';
import { answers, run } from './run';

function installed(name: string): boolean {
	const query = ['--show', '--showformat=${db:Status-Status}', name];
	return spawnSync('dpkg-query', query, { encoding: 'utf8' }).stdout === 'installed';
}

/** Debian packages this machine must have; the missing ones are named before they are installed. */
export async function needPackages(names: string[]): Promise<void> {
	// Not a Debian: whoever runs the lab there brings the tools.
	if (!answers('dpkg-query', ['--version'])) return;
	const missing = names.filter((name) => !installed(name));
	if (missing.length === 0) return;
	if (process.getuid?.() !== 0) {
		throw new LabError(`Debian packages are missing; run: apt-get install ${missing.join(' ')}`);
	}
	say(`Installing Debian packages: ${missing.join(' ')}`);
	mkdirSync(cacheDir(), { recursive: true });
	const options = {
		cwd: cacheDir(),
		marker: cacheDir(),
		mayNotBeCut: true,
		log: join(cacheDir(), 'apt.log'),
		env: { DEBIAN_FRONTEND: 'noninteractive' },
	};
	const install = () =>
		run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], options);
	try {
		await install();
	} catch {
		// The lists may be missing or old.
		await run('apt-get', ['update', '-q'], options);
		await install();
	}
}
