import { type UpOptions } from './instance';
import { n8nHome } from './n8n/home';
import { n8nInstall } from './n8n/install';
import { startN8n } from './n8n/processes';
import { chooseOdoo, dockerAnswers, queueServers, type Started } from './odoo/backend';
import { startDebian } from './odoo/debian';
import { startDocker } from './odoo/docker';
import { externalOdoo } from './odoo/external';
import { odooData, odooRoot } from './odoo/prepare';
import { choosePort } from './ports';
import { stop } from './processes';
import { LabError, say } from './progress';
import { instanceDir, type InstanceState, writeState } from './state';

/** The ports people know, for the lab without a name; other labs take free ones. */
const KNOWN_PORTS = { odoo: 8069, n8n: 5678 };

function portFromEnv(name: string): number | undefined {
	const value = process.env[name];
	if (!value) return undefined;
	if (!/^\d{2,5}$/.test(value))
		throw new LabError(`${name} is "${value}": a port number is needed.`);
	return Number(value);
}

async function choosePorts(options: UpOptions, withOdoo: boolean): Promise<Record<string, number>> {
	const known = options.name === undefined || options.name === 'default' ? KNOWN_PORTS : undefined;
	const n8n = await choosePort({
		flag: 'n8n-port',
		wanted: options.n8nPort ?? portFromEnv('LAB_N8N_PORT'),
		fallback: known?.n8n,
	});
	if (!withOdoo) return { n8n };
	const odoo = await choosePort({
		flag: 'odoo-port',
		wanted: options.odooPort ?? portFromEnv('LAB_ODOO_PORT'),
		fallback: known?.odoo,
	});
	return { n8n, odoo };
}

/** Waits for all, also when one fails: nothing may still be building when the error is told. */
async function all<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
	await Promise.allSettled([a, b]);
	return await Promise.all([a, b]);
}

/** Makes what the cache lacks, before anything starts. */
async function fillCache(usesDebian: boolean, single: boolean) {
	const n8n = async () => {
		const install = await n8nInstall();
		if (single) await n8nHome(install);
		return install;
	};
	const odoo = async () => (usesDebian ? await odooData(await odooRoot()) : undefined);
	const [install] = await all(n8n(), odoo());
	return install;
}

export async function start(name: string, dir: string, options: UpOptions): Promise<InstanceState> {
	const odooKind = chooseOdoo();
	// First, because it is quick to find out that it cannot be used.
	const existing = odooKind === 'external' ? await externalOdoo() : undefined;
	const queue = options.queue ?? false;
	const wants = { odoo: odooKind !== 'external', queue };
	const docker = odooKind === 'docker' || (!wants.odoo && queue && dockerAnswers());
	const usesDebian = !docker && (wants.odoo || queue);

	const state: InstanceState = {
		name,
		ready: false,
		mode: queue ? 'queue' : 'single',
		odooKind,
		ports: await choosePorts(options, wants.odoo),
		processes: [],
		workers: queue ? (options.workers ?? 2) : 0,
	};
	writeState(state);
	const install = await fillCache(usesDebian, !queue);

	const servers = async (): Promise<Started> => {
		if (docker) return await startDocker(state, dir, wants);
		return usesDebian ? await startDebian(state, dir, wants) : {};
	};
	const odoo = async () => {
		const started = await servers();
		state.odoo = started.odoo ?? existing;
		return started.queue;
	};
	const n8n = async (queueOf: Started['queue']) => {
		state.n8n = await startN8n({ state, dir, install, queue: queueOf });
	};
	if (queue) await n8n(await odoo());
	else await all(odoo(), n8n(undefined));

	state.ready = true;
	writeState(state);
	say(`Lab "${name}" is up`);
	return state;
}

/** Stops n8n's processes and starts them again with the package as it is built now. */
export async function restartN8n(state: InstanceState): Promise<void> {
	const ours = state.processes.filter(({ name }) => name.startsWith('n8n'));
	await Promise.all(ours.map((one) => stop(one)));
	state.processes = state.processes.filter((one) => !ours.includes(one));
	writeState(state);
	state.n8n = await startN8n({
		state,
		dir: instanceDir(state.name),
		install: await n8nInstall(),
		queue: state.mode === 'queue' ? queueServers(state.ports) : undefined,
	});
	writeState(state);
}
