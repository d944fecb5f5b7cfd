import { randomBytes } from 'node:crypto';
import {
	createDatabase,
	createUser,
	dropDatabase,
	makeApiKey,
	N8nClient,
	OdooClient,
} from '../../../lab/clients';
import type { Credential } from '../../../lab/clients';
import { upInstance } from '../../../lab/instance';
import type { OdooAccess } from '../../../lab/state';

/** Name of the lab that the tests share; each test file has a database of its own in it. */
export const TEST_LAB = process.env.LAB_TEST_NAME ?? 'test';

export const BOT = { login: 'logistics-bot', password: 'Logistics-bot-1' };

/** What an ordinary integration user needs for the record tests: stock and contacts, no administration. */
const BOT_GROUPS = ['stock.group_stock_user', 'base.group_partner_manager'];

export interface TestLab {
	odoo: OdooAccess;
	/** The administrator, to prepare and to judge; the nodes act as the bot. */
	admin: OdooClient;
	n8n: N8nClient;
	n8nUrl: string;
	/** Credentials of the bot: over JSON-2 with an API key, and over JSON-RPC with login and password. */
	json2: Credential;
	jsonRpc: Credential;
	end(): Promise<void>;
}

/** A fresh copy of the prepared database (or of another), with a bot user and its credentials in n8n. */
export async function openTestLab(
	moreGroups: string[] = [],
	templateDb?: string,
): Promise<TestLab> {
	const lab = await upInstance({ name: TEST_LAB });
	const name = `test_${randomBytes(4).toString('hex')}`;
	const odoo = await createDatabase({ ...lab.odoo, ...(templateDb && { templateDb }) }, name);
	const groups = [...BOT_GROUPS, ...moreGroups];
	await createUser(odoo, { ...BOT, name: 'Logistics Bot', groups });
	const apiKey = await makeApiKey(odoo.url, odoo.db, BOT.login, BOT.password);
	const n8n = await N8nClient.login(lab.n8n);
	const shared = { url: odoo.url, database: odoo.db, allowedMethods: '*.message_post' };
	const credential = async (label: string, more: object) =>
		await n8n.createCredential(`${label} ${name}`, 'odooSyncApi', {
			...shared,
			protocol: 'auto',
			session: '',
			...more,
		});
	return {
		odoo,
		admin: OdooClient.admin(odoo),
		n8n,
		n8nUrl: lab.n8n.url,
		json2: await credential('JSON-2', { apiKey, login: '' }),
		jsonRpc: await credential('JSON-RPC', { apiKey: BOT.password, login: BOT.login }),
		end: async () => await dropDatabase(odoo, name),
	};
}
