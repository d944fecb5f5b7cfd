import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	createUser,
	type Credential,
	makeApiKey,
	N8nClient,
	OdooClient,
	type Workflow,
	type WorkflowFile,
} from '../clients';
import type { Instance } from '../instance';
import { LabError, say } from '../progress';
import type { OdooAccess } from '../state';
import { TRACKING_REFERENCES } from './happenings';

const WORKFLOWS = join(__dirname, '../../workflows');
const BOT = { login: 'logistics-bot', password: randomBytes(12).toString('base64url') };
const SECRET_HEADER = 'X-Carrier-Secret';

export interface Stage {
	admin: OdooClient;
	n8n: N8nClient;
	template: Workflow;
	/** What a carrier must send to be let in. */
	headers: Record<string, string>;
	/** Delivery ids by tracking reference. */
	deliveries: Map<string, number>;
}

/** Sets up what a user would: a bot in Odoo, credentials and the two templates in n8n, and some open deliveries. */
export async function setStage({ odoo, n8n: access }: Instance): Promise<Stage> {
	const admin = OdooClient.admin(odoo);
	const n8n = await N8nClient.login(access);
	say('Making a bot user in Odoo and the credentials in n8n');
	await createUser(odoo, { ...BOT, name: 'Logistics Bot', groups: ['stock.group_stock_user'] });
	const secret = randomBytes(12).toString('base64url');
	const credentials = [
		await odooCredential(n8n, odoo, 'Odoo administrator', odoo.adminLogin, odoo.adminPassword),
		await odooCredential(n8n, odoo, 'Odoo bot', BOT.login, BOT.password),
		await n8n.createCredential('Carrier webhook secret', 'httpHeaderAuth', {
			name: SECRET_HEADER,
			value: secret,
		}),
	];
	say('Importing the templates and preparing Odoo');
	await prepareOdoo(n8n, credentials);
	const template = await n8n.importWorkflow(read('01-sync-shipment-status'), credentials);
	await n8n.activate(template.id);
	say('Selling something to five customers');
	const deliveries = new Map<string, number>();
	for (const reference of TRACKING_REFERENCES) {
		deliveries.set(reference, await makeDelivery(admin, reference));
	}
	return { admin, n8n, template, headers: { [SECRET_HEADER]: secret }, deliveries };
}

const read = (name: string): WorkflowFile =>
	JSON.parse(readFileSync(join(WORKFLOWS, `${name}.json`), 'utf8')) as WorkflowFile;

async function odooCredential(
	n8n: N8nClient,
	odoo: OdooAccess,
	name: string,
	login: string,
	password: string,
): Promise<Credential> {
	return await n8n.createCredential(name, 'odooSyncApi', {
		url: odoo.url,
		database: odoo.db,
		apiKey: await makeApiKey(odoo.url, odoo.db, login, password),
		login: '',
		protocol: 'auto',
		allowedMethods: '*.message_post',
		session: '',
	});
}

async function prepareOdoo(n8n: N8nClient, credentials: Credential[]): Promise<void> {
	const workflow = await n8n.importWorkflow(read('00-prepare-odoo-deliveries'), credentials);
	const id = await n8n.run(workflow.id, 'Run once');
	const { status, data } = await n8n.waitForExecution(workflow.id, Number(id) - 1);
	if (status !== 'success') {
		throw new LabError(`Odoo could not be prepared: ${data.resultData.error?.message ?? status}`);
	}
}

/** A confirmed sale order's delivery, handed to a carrier under this tracking reference. */
async function makeDelivery(admin: OdooClient, reference: string): Promise<number> {
	const [product] = await admin.searchRead('product.product', {
		domain: [
			['sale_ok', '=', true],
			['type', '=', 'consu'],
		],
		fields: ['name'],
		order: 'id',
		limit: 1,
	});
	const order = await admin.create('sale.order', {
		partner_id: await admin.ref('base.res_partner_12'),
		order_line: [[0, 0, { product_id: product.id, product_uom_qty: 1 }]],
	});
	await admin.call('sale.order', 'action_confirm', { ids: [order] });
	const delivery = await admin.one('stock.picking', [['sale_id', '=', order]], ['name']);
	await admin.write('stock.picking', [delivery.id], { carrier_tracking_ref: reference });
	return delivery.id;
}
