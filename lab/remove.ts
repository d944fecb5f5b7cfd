import { rmSync } from 'node:fs';
import { stopDocker } from './odoo/docker';
import { killMarked, stop } from './processes';
import { instanceDir, readState, writeState } from './state';

/** Stops everything of one lab: n8n first, so that it does not complain about its servers. */
export async function stopAll(name: string): Promise<void> {
	const state = readState(name);
	if (state) {
		const isServers = (one: { name: string }) => one.name === 'servers';
		const n8n = state.processes.filter((one) => !isServers(one));
		await Promise.all(n8n.map((one) => stop(one)));
		for (const one of state.processes.filter(isServers)) {
			await stop(one, { inNamespace: true, graceSeconds: 30 });
		}
		if (state.dockerProject) stopDocker(state.dockerProject);
		writeState({ ...state, ready: false, processes: [], dockerProject: undefined });
	}
	// What was started but not yet written down when `up` was killed.
	await killMarked(instanceDir(name));
}

export async function remove(name: string): Promise<void> {
	await stopAll(name);
	rmSync(instanceDir(name), { recursive: true, force: true });
}
