import { randomBytes } from 'node:crypto';
import { makeApiKey, type Credential, type N8nClient, type NewUser } from '../clients';
import type { MailServer } from '../fakes/mailServer';
import type { OdooAccess } from '../state';
import { BOT } from './people';

const SECRET_HEADER = 'X-Carrier-Secret';
const HEADER_SECRETS = [
	'Carrier webhook secret',
	'Operations webhook secret',
	'Supplier webhook secret',
	'Warehouse webhook secret',
	'Warehouse API key',
];

export interface Access {
	credentials: Credential[];
	/** What a caller must send to be let in. */
	headers: Record<string, string>;
}

/** The credentials that the templates ask for, by their names there. */
export async function makeCredentials(
	n8n: N8nClient,
	odoo: OdooAccess,
	mail: MailServer,
): Promise<Access> {
	const secret = randomBytes(12).toString('base64url');
	const admin = { login: odoo.adminLogin, password: odoo.adminPassword };
	const header = { name: SECRET_HEADER, value: secret };
	const credentials = [
		await odooCredential(n8n, odoo, 'Odoo administrator', admin),
		await odooCredential(n8n, odoo, 'Odoo bot', BOT),
		await n8n.createCredential('Carrier webhook', 'carrierWebhookApi', {
			preset: 'custom',
			scheme: 'header',
			header: SECRET_HEADER,
			secret,
			previousSecret: '',
			user: '',
			prefix: '',
		}),
		...(await Promise.all(
			HEADER_SECRETS.map(
				async (name) => await n8n.createCredential(name, 'httpHeaderAuth', header),
			),
		)),
		await n8n.createCredential('Mail server', 'smtp', mail.credential),
	];
	return { credentials, headers: { [SECRET_HEADER]: secret } };
}

async function odooCredential(
	n8n: N8nClient,
	odoo: OdooAccess,
	name: string,
	{ login, password }: Pick<NewUser, 'login' | 'password'>,
): Promise<Credential> {
	return await n8n.createCredential(name, 'odooSyncApi', {
		url: odoo.url,
		database: odoo.db,
		apiKey: await makeApiKey(odoo.url, odoo.db, login, password),
		login: '',
		protocol: 'auto',
		allowedMethods: '',
		session: '',
	});
}
