import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { odooRoot } from '../../odoo/prepare';
import { LabError } from '../../progress';
import { readState } from '../../state';
import { BENCH_LAB } from '../lab';

const QUIET = ['--no-http', '--log-level=warn'];

/**
 * Runs Python in `odoo shell` beside the lab's Odoo, timed from within: no start-up, no HTTP.
 * @returns milliseconds that `work` took, or null where Odoo runs in a way that offers no shell
 */
export async function timeInShell(
	database: string,
	prepare: string,
	work: string,
): Promise<number | null> {
	const state = readState(BENCH_LAB);
	const servers = state?.processes.find(({ name }) => name === 'servers');
	if (state?.odooKind !== 'debian' || !servers) return null;
	const children = readFileSync(`/proc/${servers.pid}/task/${servers.pid}/children`, 'utf8');
	const [init] = children.trim().split(' ');
	const root = join(await odooRoot(), 'root');
	const shell = ['odoo', 'shell', '-c', '/lab/odoo.conf', '-d', database];
	const user = ['setpriv', '--reuid=odoo', '--regid=odoo', '--init-groups'];
	const env = ['env', 'HOME=/lab/home', 'TZ=UTC', 'PATH=/usr/bin:/bin'];
	const enter = ['-t', init, '-m', '-p', '-i', '--', 'chroot', root];
	const script = `
import time
${prepare}
start = time.monotonic()
${work}
env.flush_all()
env.cr.commit()
print('TOOK %d' % ((time.monotonic() - start) * 1000))
`;
	const output = await runScript(
		'nsenter',
		[...enter, ...user, ...env, ...shell, ...QUIET],
		script,
	);
	const took = /TOOK (\d+)/.exec(output)?.[1];
	if (!took) throw new LabError(`odoo shell failed:\n${output.slice(-800)}`);
	return Number(took);
}

/** @returns what it printed; the loop must go on meanwhile, or idle connections to n8n would die unnoticed */
async function runScript(command: string, args: string[], script: string): Promise<string> {
	const child = spawn(command, args, { stdio: 'pipe' });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (output += text));
	}
	child.stdin.end(script);
	await new Promise((resolve, reject) => {
		child.on('close', resolve);
		child.on('error', reject);
	});
	return output;
}
