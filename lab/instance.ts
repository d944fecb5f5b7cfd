import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { undoIfInterrupted } from './interrupt';
import { withLock } from './lock';
import { packageHash } from './n8n/package';
import { isAlive } from './processes';
import { LabError, say } from './progress';
import { remove, stopAll } from './remove';
import { restartN8n, start } from './start';
import {
	instanceDir,
	instanceNames,
	type InstanceState,
	LAB_STATE,
	type N8nAccess,
	type OdooAccess,
	readState,
} from './state';

export interface UpOptions {
	/** Labs with different names stand side by side. */
	name?: string;
	/** n8n in queue mode, with a webhook process and workers. */
	queue?: boolean;
	workers?: number;
	odooPort?: number;
	n8nPort?: number;
}

export interface Instance {
	name: string;
	odoo: OdooAccess;
	n8n: N8nAccess;
	/** The instance's folder: state, logs, data. */
	dir: string;
}

export const DEFAULT_NAME = 'default';
const lockOf = (name: string) => join(LAB_STATE, `${name}.lock`);

export const isRunning = (state: InstanceState) =>
	state.ready && state.processes.every((one) => isAlive(one));

function asInstance(state: InstanceState): Instance {
	if (!state.odoo || !state.n8n) throw new LabError(`Lab "${state.name}" is not complete.`);
	return { name: state.name, odoo: state.odoo, n8n: state.n8n, dir: instanceDir(state.name) };
}

/** Brings a lab up, or answers the one that is up already. */
export async function upInstance(options: UpOptions = {}): Promise<Instance> {
	const name = options.name ?? DEFAULT_NAME;
	const dir = instanceDir(name);
	return await withLock(lockOf(name), `lab "${name}"`, async () => {
		const found = readState(name);
		if (found && isRunning(found)) return await reuse(found, options);
		if (found || existsSync(dir)) {
			say(`Lab "${name}" was left behind without its servers: starting it anew`);
			await remove(name);
		}
		const undo = async () => {
			await remove(name);
			rmSync(lockOf(name), { force: true });
		};
		return await undoIfInterrupted(undo, async () => {
			try {
				return asInstance(await start(name, dir, options));
			} catch (error) {
				// The logs stay for a look; the servers do not.
				await stopAll(name);
				throw error;
			}
		});
	});
}

async function reuse(state: InstanceState, options: UpOptions): Promise<Instance> {
	const mode = options.queue ? 'queue' : 'single';
	if (options.queue !== undefined && state.mode !== mode) {
		throw new LabError(`Lab "${state.name}" is up in ${state.mode} mode: take it down first.`);
	}
	if (state.packageHash === packageHash()) {
		say(`Lab "${state.name}" is up already`);
		return asInstance(state);
	}
	say(`Lab "${state.name}" is up with an older build: restarting n8n`);
	await restartN8n(state);
	return asInstance(state);
}

/** Stops only what this lab started, and removes its folder. Safe to repeat, also after a crash. */
export async function downInstance(name = DEFAULT_NAME): Promise<boolean> {
	return await withLock(lockOf(name), `lab "${name}"`, async () => {
		if (!existsSync(instanceDir(name))) return false;
		await remove(name);
		return true;
	});
}

export { instanceNames };
