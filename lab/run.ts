import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { undoIfInterrupted } from './interrupt';
import { MARKER } from './processes';
import { LabError } from './progress';

/** Variables of `npm run` that would make a child npm work on this clone instead of its own folder. */
const NPM_LEAKS =
	/^(npm_(package|lifecycle|config_local_prefix|config_global_prefix|command|execpath)|INIT_CWD)/;

/** This process's environment without what npm and the lab's own switches would leak into a server. */
export function cleanEnv(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(
		([name]) =>
			!NPM_LEAKS.test(name) &&
			!/^(N8N_|QUEUE_|DB_|EXECUTIONS_|ODOO_|NODE_OPTIONS$|NODE_ENV$|JEST_)/.test(name),
	);
	return { ...Object.fromEntries(kept), ...extra };
}

export function answers(command: string, args: string[], timeoutSeconds = 10): boolean {
	return (
		spawnSync(command, args, {
			// A test may have set it; the default would be the environment this process began with.
			env: process.env,
			stdio: 'ignore',
			timeout: timeoutSeconds * 1000,
		}).status === 0
	);
}

export function tail(log: string, lines = 15): string {
	try {
		return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
	} catch {
		return '';
	}
}

export interface Run {
	cwd: string;
	log: string;
	/** The instance's folder, or the cache entry being built, to find its orphans by. */
	marker: string;
	env?: Record<string, string>;
	/** An interrupt waits for its end: half an installation of packages is worse than a late exit. */
	mayNotBeCut?: boolean;
	/** Called with each complete line of its standard output, which goes to the log as well. */
	onLine?: (line: string) => void;
}

/** Runs a command to its end. It ends with this process, even when this process is killed. */
export async function run(command: string, args: string[], options: Run): Promise<void> {
	const [file, argv] =
		process.platform === 'linux' && !options.mayNotBeCut
			? ['setpriv', ['--pdeathsig', 'KILL', command, ...args]]
			: [command, args];
	const log = openSync(options.log, 'a');
	const child = spawn(file, argv, {
		cwd: options.cwd,
		env: cleanEnv({ ...options.env, [MARKER]: options.marker }),
		stdio: ['ignore', options.onLine ? 'pipe' : log, log],
		// In a group of its own the terminal's Ctrl-C does not reach it behind our back.
		detached: options.mayNotBeCut,
	});
	let rest = '';
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		writeSync(log, text);
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		lines.forEach((line) => options.onLine?.(line));
	});
	const ended = new Promise<number | null>((resolve) => {
		child.on('error', () => resolve(null));
		child.on('close', resolve);
	});
	const kill = async () => {
		if (!options.mayNotBeCut) child.kill('SIGKILL');
		await ended;
	};
	const code = await undoIfInterrupted(kill, () => ended);
	closeSync(log);
	if (code !== 0) {
		throw new LabError(
			`${command} ${args.join(' ')} failed (${code}); the end of ${options.log}:\n${tail(options.log)}`,
		);
	}
}
