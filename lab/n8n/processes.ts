import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { QueueServers } from '../odoo/backend';
import { freePort, HOST } from '../ports';
import { launch, type LabProcess } from '../processes';
import { say } from '../progress';
import { N8N_OWNER } from '../recipe';
import { type InstanceState, type N8nAccess, writeState } from '../state';
import { n8nEnv } from './env';
import { n8nHome, n8nReady, setUpOwner } from './home';
import type { N8nInstall } from './install';
import { installPackage, packageHash } from './package';

export interface StartN8n {
	state: InstanceState;
	/** The instance's folder. */
	dir: string;
	install: N8nInstall;
	/** With these servers n8n runs in queue mode. */
	queue?: QueueServers;
}

/** The port of that name: a restart keeps the one it had. */
async function portOf({ ports }: InstanceState, name: string): Promise<number> {
	return (ports[name] ??= await freePort(Object.values(ports)));
}

/** Each process has a user folder of its own with the package in it, as on machines of their own. */
async function startProcess(
	{ state, dir, install, queue }: StartN8n,
	name: string,
	command: 'start' | 'webhook' | 'worker',
	port: number,
	extra: Record<string, string> = {},
): Promise<LabProcess> {
	const home = join(dir, name);
	mkdirSync(home, { recursive: true });
	installPackage(home);
	const brokerPort = await portOf(state, `${name}-broker`);
	const server = launch({
		name,
		command: install.node,
		args: [install.bin, command],
		env: n8nEnv({ home, port, brokerPort, queue, extra }),
		cwd: home,
		log: join(dir, 'logs', `${name}.log`),
		marker: dir,
	});
	state.processes.push(server);
	writeState(state);
	return server;
}

const url = (port: number) => `http://${HOST}:${port}`;

/** n8n as it comes: one process on SQLite, from a copy of the migrated user folder. */
async function startSingle(options: StartN8n): Promise<void> {
	const { state, dir, install } = options;
	const home = join(dir, 'n8n');
	if (!existsSync(home)) cpSync(await n8nHome(install), home, { recursive: true });
	say('Starting n8n');
	const server = await startProcess(options, 'n8n', 'start', state.ports.n8n);
	await n8nReady(url(state.ports.n8n), server);
}

/** Main, webhook process and workers on PostgreSQL and Redis. The main process migrates first. */
async function startQueue(options: StartN8n): Promise<void> {
	const { state, dir } = options;
	const { ports, workers } = state;
	const isFirstStart = !existsSync(join(dir, 'n8n'));
	const webhook = { WEBHOOK_URL: `${url(ports['n8n-webhook'])}/` };
	say('Starting n8n (main)');
	const main = await startProcess(options, 'n8n', 'start', ports.n8n, {
		...webhook,
		N8N_EDITOR_BASE_URL: url(ports.n8n),
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
	});
	await n8nReady(url(ports.n8n), main);
	if (isFirstStart) await setUpOwner(url(ports.n8n));

	say(`Starting the webhook process and ${workers} workers`);
	const started: Array<{ server: LabProcess; port: number }> = [];
	started.push({
		server: await startProcess(options, 'n8n-webhook', 'webhook', ports['n8n-webhook'], webhook),
		port: ports['n8n-webhook'],
	});
	for (let index = 1; index <= workers; index++) {
		const name = `n8n-worker-${index}`;
		const port = await portOf(state, name);
		const server = await startProcess(options, name, 'worker', port, {
			...webhook,
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_WORKER_SERVER_ADDRESS: HOST,
		});
		started.push({ server, port });
	}
	await Promise.all(started.map(({ server, port }) => n8nReady(url(port), server)));
}

export async function startN8n(options: StartN8n): Promise<N8nAccess> {
	const { state, install, queue } = options;
	const webhookPort = queue ? await portOf(state, 'n8n-webhook') : state.ports.n8n;
	await (queue ? startQueue(options) : startSingle(options));
	state.packageHash = packageHash();
	return {
		url: url(state.ports.n8n),
		webhookUrl: url(webhookPort),
		email: N8N_OWNER.email,
		password: N8N_OWNER.password,
		version: install.version,
	};
}
