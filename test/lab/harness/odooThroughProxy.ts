import type { Credential } from '../../../lab/clients';
import { makeApiKey } from '../../../lab/clients';
import { OdooProxy } from '../../../lab/fakes/odooProxy';
import type { TestLab } from './lab';
import { BOT } from './lab';

export interface ProxiedOdoo {
	proxy: OdooProxy;
	/** The bot over JSON-2, and over JSON-RPC with a key. */
	json2: Credential;
	jsonRpc: Credential;
	/** Must appear nowhere but in requests. */
	apiKey: string;
}

/** The lab's Odoo behind a proxy that counts requests and cuts connections. */
export async function odooThroughProxy({ odoo, n8n }: TestLab): Promise<ProxiedOdoo> {
	const proxy = await OdooProxy.start(odoo.url);
	const apiKey = await makeApiKey(odoo.url, odoo.db, BOT.login, BOT.password);
	const credential = async (label: string, login: string) =>
		await n8n.createCredential(`${label} proxied ${odoo.db}`, 'odooSyncApi', {
			url: proxy.url,
			database: odoo.db,
			protocol: 'auto',
			session: '',
			allowedMethods: '',
			apiKey,
			login,
		});
	return {
		proxy,
		apiKey,
		json2: await credential('JSON-2', ''),
		jsonRpc: await credential('JSON-RPC', BOT.login),
	};
}
