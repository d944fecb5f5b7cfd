import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, hashOf } from '../cache';
import {
	backupDatabase,
	createDatabase,
	dropDatabase,
	restoreDatabase,
} from '../clients/databases';
import { freePort, HOST } from '../ports';
import { say } from '../progress';
import { DATABASE, LAB, MODULES, N8N_SQL, odooDockerKey, TEMPLATE_DATABASE } from '../recipe';
import { run } from '../run';
import { type InstanceState, type OdooAccess, writeState } from '../state';
import { queueServers, type Started } from './backend';
import { labOdooAccess, odooConfig } from './config';
import { waitForServer } from './ready';

const BUILD_DATABASE = 'lab_build';
const compose = ['compose', '-f', join(LAB, 'docker-compose.yml')];

type Compose = (...args: string[]) => Promise<void>;

/** The prepared database as Odoo's own backup, which any later lab restores. */
async function preparedBackup(odoo: OdooAccess, docker: Compose): Promise<string> {
	const entry = await cached({
		key: odooDockerKey(),
		label: 'Odoo database with demo data (Docker)',
		build: async (partial) => {
			say(`  Odoo modules: ${MODULES.join(',')}`);
			const odooArgs = ['-d', BUILD_DATABASE, '-i', MODULES.join(','), '--with-demo'];
			await docker('run', '--rm', 'odoo', 'odoo', ...odooArgs, '--stop-after-init', '--no-http');
			await docker('up', '--detach', 'odoo');
			await waitForServer(odoo.url);
			await backupDatabase(odoo, BUILD_DATABASE, join(partial, 'backup.zip'));
			await dropDatabase(odoo, BUILD_DATABASE);
		},
	});
	return join(entry, 'backup.zip');
}

/** Starts the compose project of one lab: PostgreSQL, Odoo (unless another is used), Redis for queues. */
export async function startDocker(
	state: InstanceState,
	dir: string,
	wants: { odoo: boolean; queue: boolean },
): Promise<Started> {
	const { ports } = state;
	ports.postgres = await freePort(Object.values(ports));
	ports.redis = await freePort(Object.values(ports));
	const project = `n8n-odoo-lab-${state.name}-${hashOf(dir)}`;
	state.dockerProject = project;
	writeState(state);

	const conf = join(dir, 'odoo.conf');
	const database = `db_host = ${HOST}\ndb_port = ${ports.postgres}\ndb_user = odoo\ndb_password = odoo`;
	writeFileSync(conf, odooConfig(ports.odoo, '/var/lib/odoo', database), { mode: 0o644 });
	const docker: Compose = async (...args) =>
		await run('docker', [...compose, '-p', project, ...args], {
			cwd: dir,
			marker: dir,
			log: join(dir, 'logs', 'docker.log'),
			env: {
				LAB_POSTGRES_PORT: String(ports.postgres),
				LAB_REDIS_PORT: String(ports.redis),
				LAB_ODOO_CONF: conf,
			},
		});

	say('Starting containers');
	await docker('up', '--detach', '--wait', 'postgres', ...(wants.queue ? ['redis'] : []));
	const sql = async (...statements: string[]) =>
		await docker(
			...['exec', '-T', 'postgres', 'psql', '-h', HOST, '-U', 'odoo', '-d', 'postgres'],
			...['-v', 'ON_ERROR_STOP=1', ...statements.flatMap((one) => ['-c', one])],
		);
	if (wants.queue) await sql(...N8N_SQL);
	const queue = wants.queue ? queueServers(ports) : undefined;
	if (!wants.odoo) return { queue };

	const odoo = labOdooAccess(ports.odoo);
	const backup = await preparedBackup(odoo, docker);
	await docker('up', '--detach', 'odoo');
	await waitForServer(odoo.url);
	say('Restoring the prepared database');
	await restoreDatabase(odoo, TEMPLATE_DATABASE, backup);
	// Odoo can copy it, but neither its scheduled jobs nor anybody else can open it.
	await sql(`alter database ${TEMPLATE_DATABASE} allow_connections false`);
	return { odoo: await createDatabase(odoo, DATABASE), queue };
}

/** Removes the project's containers and volumes. */
export function stopDocker(project: string): void {
	const args = [
		...compose,
		'-p',
		project,
		'down',
		'--volumes',
		'--remove-orphans',
		'--timeout',
		'5',
	];
	spawnSync('docker', args, { env: process.env, stdio: 'ignore' });
}

/** Ends or restarts the project's Odoo. Docker starts nothing again that was killed by hand. */
export function signalDocker(project: string, signal: 'SIGHUP' | 'SIGKILL'): void {
	const odoo =
		signal === 'SIGKILL'
			? ['restart', '--timeout', '0', 'odoo']
			: ['kill', '--signal', signal, 'odoo'];
	spawnSync('docker', [...compose, '-p', project, ...odoo], { env: process.env, stdio: 'ignore' });
}
