import { readdirSync, readFileSync } from 'node:fs';
import { LabError } from '../progress';
import { readState } from '../state';
import { signalDocker } from './docker';

const fileOf = (pid: number, name: string): string => {
	try {
		return readFileSync(`/proc/${pid}/${name}`, 'utf8');
	} catch {
		return '';
	}
};

const parentOf = (pid: number): number => {
	const stat = fileOf(pid, 'stat');
	return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
};

function descends(pid: number, from: number): boolean {
	for (let at = pid; at > 1; at = parentOf(at)) if (at === from) return true;
	return false;
}

/** The server of this lab, among all that run on the machine. */
function odooPid(servers: number): number | undefined {
	return readdirSync('/proc')
		.map(Number)
		.filter((pid) => pid > 1 && fileOf(pid, 'cmdline').includes('/odoo\0-c\0'))
		.find((pid) => descends(pid, servers));
}

/** SIGKILL for Odoo, in the middle of whatever it does; its supervisor starts it again. */
export function killOdoo(lab: string): void {
	signalOdoo(lab, 'SIGKILL');
}

/** Odoo's own restart: what it is doing gets a second, is cut off, and the server runs itself anew. */
export function restartOdoo(lab: string): void {
	signalOdoo(lab, 'SIGHUP');
}

function signalOdoo(lab: string, signal: 'SIGHUP' | 'SIGKILL'): void {
	const state = readState(lab);
	if (state?.dockerProject && state.odooKind === 'docker') {
		signalDocker(state.dockerProject, signal);
		return;
	}
	const servers = state?.processes.find(({ name }) => name === 'servers');
	const pid = servers && odooPid(servers.pid);
	if (!pid) throw new LabError(`Lab "${lab}" has no Odoo of its own that could be stopped.`);
	process.kill(pid, signal);
}
