import axios from 'axios';
import { join } from 'node:path';
import { cached } from '../cache';
import { freePort, HOST } from '../ports';
import { isAlive, launch, type LabProcess, stop } from '../processes';
import { LabError } from '../progress';
import { until } from '../until';
import { N8N_OWNER, n8nHomeKey } from '../recipe';
import { tail } from '../run';
import { n8nEnv } from './env';
import type { N8nInstall } from './install';

/** Waits until n8n has migrated its database and answers. */
export async function n8nReady(
	url: string,
	server: LabProcess,
	timeoutSeconds = 240,
): Promise<void> {
	await until(server.name, timeoutSeconds, async () => {
		if (!isAlive(server)) {
			throw new LabError(`${server.name} ended by itself:\n${tail(server.log)}`);
		}
		const answer = await axios
			.get(`${url}/healthz/readiness`, { validateStatus: () => true, timeout: 2000 })
			.catch(() => undefined);
		return answer?.status === 200;
	});
}

export async function setUpOwner(url: string): Promise<void> {
	// Readiness comes before the routes: until those are there, the answer is a 404 page.
	await until('n8n owner setup', 60, async () => {
		const answer = await axios.post(`${url}/rest/owner/setup`, N8N_OWNER, {
			validateStatus: () => true,
		});
		return answer.status === 200;
	});
}

/** A user folder of n8n after its first start: database migrated, owner set up. */
export async function n8nHome(install: N8nInstall): Promise<string> {
	return await cached({
		key: n8nHomeKey(),
		label: 'n8n user folder',
		build: async (partial, log) => {
			const port = await freePort();
			const server = launch({
				name: 'n8n',
				command: install.node,
				args: [install.bin, 'start'],
				env: n8nEnv({ home: partial, port, brokerPort: await freePort([port]) }),
				cwd: partial,
				log,
				marker: partial,
			});
			try {
				const url = `http://${HOST}:${port}`;
				await n8nReady(url, server);
				await setUpOwner(url);
			} finally {
				await stop(server);
			}
		},
	});
}

export const databaseFile = (home: string) => join(home, '.n8n', 'database.sqlite');
