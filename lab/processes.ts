import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { sleep } from './progress';

/** A process of the lab. `started` tells it from a later process that got the same pid. */
export interface LabProcess {
	name: string;
	pid: number;
	started: string;
	log: string;
}

/** Every process of an instance or of a build carries this in its environment, so a lost pid can be found again. */
export const MARKER = 'N8N_ODOO_LAB';

/** What distinguishes two processes with the same pid: the start time, undefined when it is gone. */
export function startOf(pid: number): string | undefined {
	try {
		if (process.platform !== 'linux') {
			return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
		}
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return fields[0] === 'Z' ? undefined : fields[19];
	} catch {
		return undefined;
	}
}

export function isAlive(one: Pick<LabProcess, 'pid' | 'started'>): boolean {
	return startOf(one.pid) === one.started;
}

export interface Launch {
	name: string;
	command: string;
	args: string[];
	env: NodeJS.ProcessEnv;
	cwd: string;
	log: string;
	/** The instance's folder, or the cache entry being built. */
	marker: string;
}

/** Starts a server that outlives this process, in a process group of its own. */
export function launch(options: Launch): LabProcess {
	const out = openSync(options.log, 'a');
	const child = spawn(options.command, options.args, {
		env: { ...options.env, [MARKER]: options.marker },
		cwd: options.cwd,
		detached: true,
		stdio: ['ignore', out, out],
	});
	closeSync(out);
	// The failure of spawn shows as a process that is not alive; without a listener it would end us.
	child.on('error', () => undefined);
	child.unref();
	const pid = child.pid ?? 0;
	return { name: options.name, pid, started: startOf(pid) ?? 'failed', log: options.log };
}

function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch {
		// It is gone already: that is what was wanted.
	}
}

/** The first process of the namespace `unshare` made; unshare itself does not pass TERM on. */
function namespaceInit(pid: number): number | undefined {
	try {
		const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
		return children ? Number(children.split(' ')[0]) : undefined;
	} catch {
		return undefined;
	}
}

export interface StopOptions {
	graceSeconds?: number;
	inNamespace?: boolean;
}

/** TERM, then after the grace KILL to the whole group. Only ever the process that we started. */
export async function stop(one: LabProcess, options: StopOptions = {}): Promise<void> {
	if (!isAlive(one)) return;
	signal((options.inNamespace && namespaceInit(one.pid)) || one.pid, 'SIGTERM');
	const deadline = Date.now() + (options.graceSeconds ?? 15) * 1000;
	while (isAlive(one) && Date.now() < deadline) await sleep(50);
	if (isAlive(one)) signal(-one.pid, 'SIGKILL');
	while (isAlive(one)) await sleep(20);
}

/** Processes that carry the marker, whoever recorded them. Linux only: elsewhere the state must do. */
export function marked(marker: string): number[] {
	if (process.platform !== 'linux') return [];
	const wanted = `${MARKER}=${marker}`;
	return readdirSync('/proc')
		.map(Number)
		.filter((pid) => pid > 1 && pid !== process.pid)
		.filter((pid) => {
			try {
				return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(wanted);
			} catch {
				return false;
			}
		});
}

export async function killMarked(marker: string): Promise<void> {
	for (let round = 0; round < 100; round++) {
		const pids = marked(marker);
		if (pids.length === 0) return;
		for (const pid of pids) signal(pid, 'SIGKILL');
		await sleep(50);
	}
}
