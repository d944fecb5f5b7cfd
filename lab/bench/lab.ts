import { randomBytes } from 'node:crypto';
import {
	createDatabase,
	createUser,
	type Credential,
	dropDatabase,
	makeApiKey,
	N8nClient,
	OdooClient,
} from '../clients';
import { downInstance, type Instance, upInstance } from '../instance';
import type { OdooAccess } from '../state';
import type { ServerVersions } from './machine';

export const BENCH_LAB = 'bench';

const BOT = { login: 'bench-bot', password: 'Bench-bot-1' };

export interface LabWants {
	/** Groups of the user that the nodes act as, by external id. */
	groups?: string[];
	/** `Allowed Methods` of its credential. */
	allowedMethods?: string;
}

/** The real servers with a database of the section's own. */
export interface BenchLab {
	/** Folder of the lab, with the logs of the servers. */
	dir: string;
	odoo: OdooAccess;
	admin: OdooClient;
	n8n: N8nClient;
	/** API key of the bot, for calls without n8n. */
	apiKey: string;
	/** The bot over JSON-2. */
	credential: Credential;
}

/** Brings the lab up when it is first needed, and gives every section a database of its own. */
export class BenchServers {
	private instance?: Instance;

	private readonly databases: OdooAccess[] = [];

	/** Of the servers used so far; empty when no section needed any. */
	versions: ServerVersions = {};

	async open(wants: LabWants = {}): Promise<BenchLab> {
		this.instance ??= await upInstance({ name: BENCH_LAB });
		const { odoo: server, n8n: access, dir } = this.instance;
		this.versions = { n8n: access.version, odoo: server.version };
		const odoo = await createDatabase(server, `bench_${randomBytes(4).toString('hex')}`);
		this.databases.push(odoo);
		await createUser(odoo, { ...BOT, name: 'Bench Bot', groups: wants.groups });
		const apiKey = await makeApiKey(odoo.url, odoo.db, BOT.login, BOT.password);
		const n8n = await N8nClient.login(access);
		const credential = await n8n.createCredential(`Bench ${odoo.db}`, 'odooSyncApi', {
			url: odoo.url,
			database: odoo.db,
			apiKey,
			login: '',
			protocol: 'auto',
			allowedMethods: wants.allowedMethods ?? '',
			session: '',
		});
		return { dir, odoo, admin: OdooClient.admin(odoo), n8n, apiKey, credential };
	}

	/** Drops the databases of a section that has ended. */
	async closeDatabases(): Promise<void> {
		for (const odoo of this.databases.splice(0)) await dropDatabase(odoo, odoo.db);
		this.versions = {};
	}

	async down(): Promise<void> {
		if (this.instance) await downInstance(BENCH_LAB);
	}
}
