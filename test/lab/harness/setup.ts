import type { Credential } from '../../../lab/clients';
import { createUser, makeApiKey, OdooClient } from '../../../lab/clients';
import type { TestLab } from './lab';
import { BOT } from './lab';
import { jsonOf, runOdooSync } from './runOdooSync';

export interface InstalledLab {
	/** Credentials of the administrator, for Setup alone. */
	adminCredential: Credential;
	/** Ids of the server actions by external id, without the module. */
	actions: Record<string, number>;
	/** What Install answered. */
	report: Record<string, unknown>;
}

/** Runs Setup: Install in n8n as the administrator, and makes the bot a member of Logistics Sync / Bot. */
export async function installSetup(lab: TestLab): Promise<InstalledLab> {
	const { adminCredential, report } = await runInstall(lab);
	await addToGroup(lab.admin, BOT.login, 'n8n_logistics.group_bot');
	const [setup] = await lab.admin.searchRead('x_logistics_setup', { fields: ['x_actions'] });
	return { adminCredential, actions: setup.x_actions as Record<string, number>, report };
}

/** Setup alone: users and groups are the caller's. */
export async function runInstall({
	odoo,
	n8n,
}: Pick<TestLab, 'odoo' | 'n8n'>): Promise<Pick<InstalledLab, 'adminCredential' | 'report'>> {
	const adminCredential = await n8n.createCredential(`Administrator ${odoo.db}`, 'odooSyncApi', {
		url: odoo.url,
		database: odoo.db,
		protocol: 'auto',
		session: '',
		allowedMethods: '',
		login: odoo.adminLogin,
		apiKey: odoo.adminPassword,
	});
	const run = await runOdooSync(n8n, adminCredential, {
		resource: 'setup',
		operation: 'install',
		options: { timeout: 300 },
	});
	const [report] = jsonOf(run.ok);
	if (!report) throw new Error(`Setup failed: ${JSON.stringify(jsonOf(run.errors))}`);
	return { adminCredential, report };
}

export async function addToGroup(admin: OdooClient, login: string, group: string): Promise<void> {
	const user = await admin.one('res.users', [['login', '=', login]]);
	await admin.write('res.groups', [await admin.ref(group)], { user_ids: [[4, user.id]] });
}

/** Speaks to Odoo as a new user of these groups, over JSON-2 with a key of its own. */
export async function asUser(
	{ odoo }: Pick<TestLab, 'odoo'>,
	login: string,
	groups: string[],
): Promise<OdooClient> {
	const password = `Lab-${login}-1`;
	await createUser(odoo, { login, password, name: login, groups });
	const apiKey = await makeApiKey(odoo.url, odoo.db, login, password);
	return new OdooClient({ url: odoo.url, db: odoo.db, apiKey });
}
