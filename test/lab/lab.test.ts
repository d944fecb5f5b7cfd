import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	createDatabase,
	createUser,
	dropDatabase,
	itemsOf,
	makeApiKey,
	N8nClient,
	OdooClient,
	OdooError,
	type WorkflowFile,
} from '../../lab/clients';
import { downInstance, type Instance, isRunning, upInstance } from '../../lab/instance';
import { chooseOdoo } from '../../lab/odoo/backend';
import { startDocker, stopDocker } from '../../lab/odoo/docker';
import { isFree } from '../../lab/ports';
import { marked } from '../../lab/processes';
import { CLONE } from '../../lab/recipe';
import { instanceDir, type InstanceState, readState, writeState } from '../../lab/state';
import { until } from '../../lab/until';

jest.setTimeout(40 * 60_000);

const QUEUE = 'lab-test-queue';
const SECOND = 'lab-test-second';
const CRASH = 'lab-test-crash';

/** What may be left of a lab after it is down: nothing. */
function leftovers(name: string): unknown[] {
	const dir = instanceDir(name);
	const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
	return [
		...marked(dir),
		...mounts.filter((line) => line.includes(dir) || line.includes('odoo-root-')),
		...(existsSync(dir) ? [dir] : []),
	];
}

const echo: WorkflowFile = {
	name: 'Echo what is sent',
	connections: {
		Receive: { main: [[{ node: 'Answer', type: 'main', index: 0 }]] },
		'By hand': { main: [[{ node: 'Answer', type: 'main', index: 0 }]] },
	},
	nodes: [
		{
			id: '0b8d3d0e-1f5c-4f0e-9f52-6c1f4f0d0001',
			name: 'Receive',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: '0b8d3d0e-1f5c-4f0e-9f52-6c1f4f0d0009',
			parameters: {
				httpMethod: 'POST',
				path: 'lab-echo',
				authentication: 'headerAuth',
				responseMode: 'lastNode',
			},
			credentials: { httpHeaderAuth: { name: 'Echo key' } },
		},
		{
			id: '0b8d3d0e-1f5c-4f0e-9f52-6c1f4f0d0002',
			name: 'By hand',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 200],
			parameters: {},
		},
		{
			id: '0b8d3d0e-1f5c-4f0e-9f52-6c1f4f0d0003',
			name: 'Answer',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [220, 0],
			parameters: {
				assignments: {
					assignments: [
						{
							id: '1',
							name: 'heard',
							value: '={{ $json.body?.say ?? "by hand" }}',
							type: 'string',
						},
					],
				},
			},
		},
	],
};

/** Loads the echo workflow and calls it, with and without its key. */
async function provesWebhook(instance: Instance): Promise<void> {
	const n8n = await N8nClient.login(instance.n8n);
	const key = await n8n.createCredential('Echo key', 'httpHeaderAuth', {
		name: 'X-Key',
		value: 'open',
	});
	const { id } = await n8n.importWorkflow(echo, [key]);
	await n8n.activate(id);

	expect((await n8n.callWebhook('lab-echo', { body: { say: 'no key' } })).status).toBe(403);
	const before = await n8n.lastExecutionId(id);
	const call = { body: { say: 'hello' }, headers: { 'X-Key': 'open' } };
	const answer = await n8n.callWebhook('lab-echo', call);
	expect([answer.status, answer.data]).toEqual([200, { heard: 'hello' }]);

	const execution = await n8n.waitForExecution(id, before);
	expect(execution.status).toBe('success');
	expect(itemsOf(execution, 'Answer')).toMatchObject([{ json: { heard: 'hello' } }]);

	const byHand = await n8n.run(id, 'By hand');
	const second = await n8n.waitForExecution(id, Number(byHand) - 1);
	expect(itemsOf(second, 'Answer')).toMatchObject([{ json: { heard: 'by hand' } }]);
	await n8n.deactivate(id);
	await n8n.deleteWorkflow(id);
}

/** Runs the command line and sends it a signal when it says `at`. Answers its exit. */
async function cliInterrupted(args: string[], at: string, signal: NodeJS.Signals) {
	const child = spawn(process.execPath, ['--import', 'tsx', 'lab/cli.ts', ...args], {
		cwd: CLONE,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		if (!said.includes(at) && (said + text).includes(at)) child.kill(signal);
		said += text;
	});
	return await new Promise<{ code: number | null; said: string }>((resolve) =>
		child.on('close', (code) => resolve({ code, said })),
	);
}

describe('a lab in queue mode', () => {
	let lab: Instance;

	beforeAll(async () => {
		lab = await upInstance({ name: QUEUE, queue: true, workers: 2 });
	});
	afterAll(async () => {
		await downInstance(SECOND);
		await downInstance(QUEUE);
	});

	it('is answered again at once when it is up already', async () => {
		const begun = Date.now();
		expect(await upInstance({ name: QUEUE })).toEqual(lab);
		expect(Date.now() - begun).toBeLessThan(5000);
	});

	it('has Odoo 19 with the logistics modules and demo data', async () => {
		const odoo = OdooClient.admin(lab.odoo);
		const modules = await odoo.searchRead('ir.module.module', {
			domain: [
				['state', '=', 'installed'],
				['name', 'in', ['stock_delivery', 'purchase_stock', 'mrp', 'base_automation']],
			],
			fields: ['name'],
		});
		expect(modules).toHaveLength(4);
		const deliveries = await odoo.searchRead('stock.picking', {
			domain: [['picking_type_code', '=', 'outgoing']],
			fields: ['name'],
		});
		expect(deliveries.length).toBeGreaterThan(5);
		expect(lab.odoo.version).toMatch(/^19\./);
	});

	it('gives a user an API key that may do what its groups may', async () => {
		const run = await createDatabase(lab.odoo, 'lab_users');
		try {
			const user = { login: 'bot', password: 'bot-password-1', groups: ['stock.group_stock_user'] };
			await createUser(run, user);
			const apiKey = await makeApiKey(run.url, run.db, user.login, user.password);
			const bot = new OdooClient({ url: run.url, db: run.db, apiKey });
			expect(await bot.searchRead('stock.picking', { limit: 1 })).toHaveLength(1);
			const refused = bot.searchRead('ir.cron', { limit: 1 });
			await expect(refused).rejects.toMatchObject({ odooName: 'odoo.exceptions.AccessError' });
			await expect(makeApiKey(run.url, run.db, 'bot', 'wrong')).rejects.toThrow(OdooError);
		} finally {
			await dropDatabase(run, run.db);
		}
	});

	it('keeps the data of two databases apart', async () => {
		const one = await createDatabase(lab.odoo, 'lab_one');
		const other = await createDatabase(lab.odoo, 'lab_other');
		try {
			const named = { domain: [['name', '=', 'Only in one']] as Array<[string, string, unknown]> };
			await OdooClient.admin(one).create('res.partner', { name: 'Only in one' });
			expect(await OdooClient.admin(one).searchRead('res.partner', named)).toHaveLength(1);
			expect(await OdooClient.admin(other).searchRead('res.partner', named)).toHaveLength(0);
			expect(await OdooClient.admin(lab.odoo).searchRead('res.partner', named)).toHaveLength(0);
		} finally {
			await dropDatabase(lab.odoo, one.db);
			await dropDatabase(lab.odoo, other.db);
		}
		await expect(OdooClient.admin(one).searchRead('res.partner')).rejects.toThrow();
	});

	it('will not drop the template, and says why it cannot make a database', async () => {
		await expect(dropDatabase(lab.odoo, 'lab_template')).rejects.toThrow('not to be dropped');
		await expect(createDatabase(lab.odoo, 'lab')).rejects.toThrow('"lab" already exists');
	});

	it('runs a webhook through the webhook process and a worker', async () => {
		expect(lab.n8n.webhookUrl).not.toBe(lab.n8n.url);
		await provesWebhook(lab);
		const log = (name: string) => readFileSync(join(lab.dir, 'logs', `${name}.log`), 'utf8');
		expect(log('n8n-webhook')).toMatch(/Enqueued execution/);
		expect(log('n8n-worker-1') + log('n8n-worker-2')).toMatch(/Worker finished execution/);
	});

	it('has a second n8n beside it, on SQLite, with an Odoo that exists', async () => {
		const { url, db, adminLogin, adminPassword } = lab.odoo;
		const login = { ODOO_LOGIN: adminLogin, ODOO_PASSWORD: adminPassword };
		const external = { ODOO_URL: url, ODOO_DB: db, ...login };
		Object.assign(process.env, external);
		try {
			const second = await upInstance({ name: SECOND });
			expect(second.odoo.url).toBe(url);
			expect(readState(SECOND)?.processes.map(({ name }) => name)).toEqual(['n8n']);
			await provesWebhook(second);
			expect(await downInstance(SECOND)).toBe(true);
			expect(leftovers(SECOND)).toEqual([]);
			expect(await OdooClient.admin(lab.odoo).searchRead('res.users', { limit: 1 })).toHaveLength(
				1,
			);
		} finally {
			for (const name of Object.keys(external)) process.env[name] = '';
		}
	});

	it('leaves no process, no mount, no port and no file when it is down', async () => {
		const ports = Object.values(readState(QUEUE)?.ports ?? {});
		expect(ports.length).toBeGreaterThan(6);
		expect(await downInstance(QUEUE)).toBe(true);
		expect(leftovers(QUEUE)).toEqual([]);
		expect(await Promise.all(ports.map(isFree))).not.toContain(false);
		expect(await downInstance(QUEUE)).toBe(false);
	});
});

describe('an interrupted lab', () => {
	afterEach(async () => {
		await downInstance(CRASH);
	});

	it.each([
		['while the servers start', 'Starting postgres'],
		['while the database is copied', 'Copying the prepared database'],
	])('is gone after a SIGINT %s', async (_when, at) => {
		const { code, said } = await cliInterrupted(['up', '--name', CRASH], at, 'SIGINT');
		expect([code, said]).toEqual([130, expect.stringContaining('stopping what was started')]);
		expect(leftovers(CRASH)).toEqual([]);
	});

	it('comes up anew after a SIGKILL of up, ends whole with its first process, and is taken down', async () => {
		await cliInterrupted(['up', '--name', CRASH], 'Starting postgres', 'SIGKILL');
		expect(leftovers(CRASH)).not.toEqual([]);
		const { odoo } = await upInstance({ name: CRASH });
		expect(await OdooClient.admin(odoo).searchRead('res.users', { limit: 1 })).toHaveLength(1);
		const state = readState(CRASH);
		if (!state) throw new Error('no lab');
		process.kill(state.processes.find(({ name }) => name === 'servers')?.pid ?? 0, 'SIGKILL');
		const ports = [state.ports.odoo, state.ports.postgres];
		await until('the servers to end', 10, async () =>
			(await Promise.all(ports.map(isFree))).every(Boolean),
		);
		expect(isRunning(state)).toBe(false);
		expect(await downInstance(CRASH)).toBe(true);
		expect(leftovers(CRASH)).toEqual([]);
	});
});

describe('with a Docker engine', () => {
	it('starts and removes the compose project of the lab', async () => {
		const bin = mkdtempSync(join(tmpdir(), 'lab-docker-'));
		const calls = join(bin, 'calls');
		writeFileSync(join(bin, 'docker'), `#!/bin/sh\necho "$@" >> ${calls}\n`);
		chmodSync(join(bin, 'docker'), 0o755);
		const path = process.env.PATH;
		process.env.PATH = `${bin}:${path}`;
		const state: InstanceState = {
			name: CRASH,
			ready: false,
			mode: 'queue',
			workers: 0,
			odooKind: 'external',
			ports: {},
			processes: [],
		};
		try {
			expect(chooseOdoo()).toBe('docker');
			writeState(state);
			const { queue } = await startDocker(state, instanceDir(CRASH), { odoo: false, queue: true });
			expect(queue?.redis).toEqual({ host: '127.0.0.1', port: state.ports.redis });
			stopDocker(state.dockerProject ?? '');
			const project = `compose -f ${join(CLONE, 'lab', 'docker-compose.yml')} -p ${state.dockerProject}`;
			expect(readFileSync(calls, 'utf8').trim().split('\n').slice(2)).toEqual([
				`${project} up --detach --wait postgres redis`,
				expect.stringContaining(`${project} exec -T postgres psql`),
				`${project} down --volumes --remove-orphans --timeout 5`,
			]);
		} finally {
			process.env.PATH = path;
			rmSync(bin, { recursive: true, force: true });
			rmSync(instanceDir(CRASH), { recursive: true, force: true });
		}
	});
});
