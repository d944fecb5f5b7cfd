import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { CLONE } from '../recipe';

/** Versions of the servers a section used; none for the pure core. */
export interface ServerVersions {
	n8n?: string;
	odoo?: string;
}

/** On what, with what and when a section was measured, as one line of Markdown. */
export function describeRun(servers: ServerVersions, now: Date): string {
	const cores = cpus();
	const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
	const parts = [
		now.toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
		`${type()}, ${cores.length} × ${cores[0]?.model.trim() ?? 'unknown'}, ${memory}`,
		`Node.js ${process.versions.node}`,
		...(servers.n8n ? [`n8n ${servers.n8n}`] : []),
		...(servers.odoo ? [`Odoo ${servers.odoo}`] : []),
		`package ${packageVersion()}`,
	];
	return `_${parts.join(' · ')}_`;
}

/** The package's version, with the commit where there is one. */
function packageVersion(): string {
	const { version } = JSON.parse(readFileSync(join(CLONE, 'package.json'), 'utf8')) as {
		version: string;
	};
	try {
		const args = ['describe', '--always', '--dirty'];
		const commit = execFileSync('git', args, { cwd: CLONE, encoding: 'utf8', stdio: 'pipe' });
		return `${version} (${commit.trim()})`;
	} catch {
		return version;
	}
}
