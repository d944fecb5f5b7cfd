import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../ports';
import { isAlive, launch } from '../processes';
import { LabError, say } from '../progress';
import { until } from '../until';
import { N8N_SQL } from '../recipe';
import { cleanEnv, run, tail } from '../run';
import { type InstanceState, writeState } from '../state';
import { queueServers, type Started } from './backend';
import { labOdooAccess, odooConfig } from './config';
import { odooData, odooRoot, script } from './prepare';
import { waitForOdoo } from './ready';

async function copyOfPrepared(root: string, instance: string, log: string): Promise<string> {
	const dir = join(instance, 'odoo');
	const prepared = await odooData(root);
	say('Copying the prepared database');
	mkdirSync(dir, { recursive: true });
	// cp shares the blocks where the file system can, and keeps the owners the servers run as.
	await run('cp', ['-a', '--reflink=auto', `${prepared}/.`, dir], {
		cwd: dir,
		marker: instance,
		log,
	});
	mkdirSync(join(dir, 'logs'), { mode: 0o777 });
	for (const name of ['postgres', 'redis', 'odoo']) {
		writeFileSync(join(dir, 'logs', `${name}.log`), '');
	}
	return dir;
}

/** Starts PostgreSQL, Odoo (unless another one is used) and, for queue mode, Redis. */
export async function startDebian(
	state: InstanceState,
	instance: string,
	wants: { odoo: boolean; queue: boolean },
): Promise<Started> {
	const root = await odooRoot();
	const log = join(instance, 'logs', 'servers.log');
	const dir = await copyOfPrepared(root, instance, log);

	const ports = state.ports;
	ports.postgres = await freePort(Object.values(ports));
	if (wants.queue) ports.redis = await freePort(Object.values(ports));
	writeFileSync(
		join(dir, 'odoo.conf'),
		odooConfig(ports.odoo, '/lab/odoo', `db_port = ${ports.postgres}`),
	);
	const servers = ['postgres', ...(wants.queue ? ['redis'] : []), ...(wants.odoo ? ['odoo'] : [])];
	say(`Starting ${servers.join(', ')}`);
	const services = launch({
		name: 'servers',
		command: 'bash',
		args: [script('services.sh'), join(root, 'root'), dir, ...servers],
		env: cleanEnv({
			LAB_POSTGRES_PORT: String(ports.postgres),
			LAB_REDIS_PORT: String(ports.redis ?? ''),
			LAB_SQL: wants.queue ? N8N_SQL.join(';') : '',
		}),
		cwd: dir,
		log,
		marker: instance,
	});
	state.processes.push(services);
	writeState(state);

	const alive = () => isAlive(services);
	await until('PostgreSQL', 60, async () => {
		if (!alive()) throw new LabError(`The servers did not start:\n${tail(log)}`);
		return existsSync(join(dir, 'ready'));
	});
	return {
		odoo: wants.odoo ? await waitForOdoo(labOdooAccess(ports.odoo), alive) : undefined,
		queue: wants.queue ? queueServers(ports) : undefined,
	};
}
