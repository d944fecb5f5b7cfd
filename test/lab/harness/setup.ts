import type { Credential } from '../../../lab/clients';
import {
	createDatabase,
	createUser,
	databaseExists,
	dropDatabase,
	makeApiKey,
	N8nClient,
	OdooClient,
} from '../../../lab/clients';
import { upInstance } from '../../../lab/instance';
import { packageHash } from '../../../lab/n8n/package';
import type { TestLab } from './lab';
import { BOT, openTestLab, TEST_LAB } from './lab';
import { jsonOf, runOdooSync } from './runOdooSync';

export interface InstalledLab {
	/** Credentials of the administrator, for Setup alone. */
	adminCredential: Credential;
	/** Ids of the server actions by external id, without the module. */
	actions: Record<string, number>;
	/** What Install answered. */
	report: Record<string, unknown>;
}

/** A lab in which Setup is installed and the bot is a member of Logistics Sync / Bot. */
export interface LabWithSetup extends TestLab {
	/** Ids of the server actions by external id, without the module. */
	actions: Record<string, number>;
}

export async function openLabWithSetup(moreGroups: string[] = []): Promise<LabWithSetup> {
	const lab = await openTestLab(moreGroups, await databaseWithSetup());
	return { ...lab, actions: await letBotIn(lab.admin) };
}

/** Setup is installed once for each build of the package; a test file begins with a copy. */
async function databaseWithSetup(): Promise<string> {
	const { odoo, n8n } = await upInstance({ name: TEST_LAB });
	const name = `setup_${packageHash()}`;
	if (await databaseExists(odoo, name)) return name;
	// Under this name only when it is complete: a run that is killed leaves a draft, which nobody takes for ready.
	const draft = `${name}_draft`;
	if (await databaseExists(odoo, draft)) await dropDatabase(odoo, draft);
	await runInstall({ odoo: await createDatabase(odoo, draft), n8n: await N8nClient.login(n8n) });
	await createDatabase({ ...odoo, templateDb: draft }, name);
	await dropDatabase(odoo, draft);
	return name;
}

/** Runs Setup: Install in n8n as the administrator, and makes the bot a member of Logistics Sync / Bot. */
export async function installSetup(lab: TestLab): Promise<InstalledLab> {
	const { adminCredential, report } = await runInstall(lab);
	return { adminCredential, actions: await letBotIn(lab.admin), report };
}

async function letBotIn(admin: OdooClient): Promise<Record<string, number>> {
	await addToGroup(admin, BOT.login, 'n8n_logistics.group_bot');
	const [setup] = await admin.searchRead('x_logistics_setup', { fields: ['x_actions'] });
	return setup.x_actions as Record<string, number>;
}

/** Setup alone: users and groups are the caller's. */
export async function runInstall({
	odoo,
	n8n,
}: Pick<TestLab, 'odoo' | 'n8n'>): Promise<Pick<InstalledLab, 'adminCredential' | 'report'>> {
	const adminCredential = await credentialOfAdmin({ odoo, n8n });
	const run = await runOdooSync(n8n, adminCredential, {
		resource: 'setup',
		operation: 'install',
		options: { timeout: 300 },
	});
	const [report] = jsonOf(run.ok);
	if (!report) throw new Error(`Setup failed: ${JSON.stringify(jsonOf(run.errors))}`);
	return { adminCredential, report };
}

/** Of the administrator, over JSON-RPC. */
export const credentialOfAdmin = async ({
	odoo,
	n8n,
}: Pick<TestLab, 'odoo' | 'n8n'>): Promise<Credential> =>
	await n8n.createCredential(`Administrator ${odoo.db}`, 'odooSyncApi', {
		url: odoo.url,
		database: odoo.db,
		protocol: 'auto',
		session: '',
		allowedMethods: '',
		login: odoo.adminLogin,
		apiKey: odoo.adminPassword,
	});

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
