import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	createUser,
	type Credential,
	makeApiKey,
	N8nClient,
	OdooClient,
	validateTransfer,
	type Workflow,
	type WorkflowFile,
} from '../clients';
import type { Instance } from '../instance';
import { LabError, say } from '../progress';
import type { OdooAccess } from '../state';
import { Operator } from './operator';
import { DELIVERIES } from './parcels';
import { makeSweeper } from './sweeper';

const WORKFLOWS = join(__dirname, '../../workflows');
const newPassword = () => randomBytes(12).toString('base64url');
const BOT = { login: 'logistics-bot', password: newPassword() };
const OPERATOR = { login: 'logistics-operator', password: newPassword() };
const SECRET_HEADER = 'X-Carrier-Secret';

export interface Stage {
	odoo: OdooAccess;
	admin: OdooClient;
	operator: Operator;
	n8n: N8nClient;
	template: Workflow;
	/** What a carrier must send to be let in. */
	headers: Record<string, string>;
	/** Delivery ids by tracking reference. */
	deliveries: Map<string, number>;
	/** Lets n8n send again what waits behind exceptions that are due. */
	replayDue: () => Promise<void>;
}

/** Sets up what a user would: people in Odoo, credentials and the two templates in n8n, and some deliveries. */
export async function setStage({ odoo, n8n: access }: Instance): Promise<Stage> {
	const admin = OdooClient.admin(odoo);
	const n8n = await N8nClient.login(access);
	say('Making a bot user in Odoo and the credentials in n8n');
	await createUser(odoo, { ...BOT, name: 'Logistics Bot', groups: ['stock.group_stock_user'] });
	const secret = newPassword();
	const bot = await odooCredential(n8n, odoo, 'Odoo bot', BOT.login, BOT.password);
	const credentials = [
		await odooCredential(n8n, odoo, 'Odoo administrator', odoo.adminLogin, odoo.adminPassword),
		bot,
		await n8n.createCredential('Carrier webhook secret', 'httpHeaderAuth', {
			name: SECRET_HEADER,
			value: secret,
		}),
	];
	say('Importing the templates and preparing Odoo');
	const operator = await prepareOdoo(odoo, admin, n8n, credentials);
	const template = await n8n.importWorkflow(read('01-sync-shipment-status'), credentials);
	await n8n.activate(template.id);
	say(`Selling something to ${DELIVERIES.length} customers`);
	const deliveries = new Map<string, number>();
	for (const { tracking, isValidated } of DELIVERIES) {
		const id = await makeDelivery(admin, tracking);
		if (isValidated) await validateTransfer(admin, id);
		deliveries.set(tracking, id);
	}
	const headers = { [SECRET_HEADER]: secret };
	const replayDue = await makeSweeper(n8n, bot);
	return { odoo, admin, operator, n8n, template, headers, deliveries, replayDue };
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
		allowedMethods: '',
		session: '',
	});
}

/** Runs the first template until it has nothing more to say, doing what it asks for. */
async function prepareOdoo(
	odoo: OdooAccess,
	admin: OdooClient,
	n8n: N8nClient,
	credentials: Credential[],
): Promise<Operator> {
	const { id } = await n8n.importWorkflow(read('00-prepare-odoo-deliveries'), credentials);
	const asked = await runOnce(n8n, id);
	if (!asked?.includes('not in Logistics Sync / Bot')) {
		throw new LabError(`The first run should ask for the group of the bot, not: ${asked}`);
	}
	const user = await admin.one('res.users', [['login', '=', BOT.login]]);
	const group = await admin.ref('n8n_logistics.group_bot');
	await admin.write('res.groups', [group], { user_ids: [[4, user.id]] });
	const left = await runOnce(n8n, id);
	if (left !== undefined) throw new LabError(`Odoo could not be prepared: ${left}`);
	const groups = ['n8n_logistics.group_operator', 'stock.group_stock_user'];
	await createUser(odoo, { ...OPERATOR, name: 'Logistics Operator', groups });
	const [{ x_actions: actions }] = await admin.searchRead('x_logistics_setup', {
		fields: ['x_actions'],
	});
	return new Operator(odoo, OPERATOR, actions as Record<string, number>);
}

/** @returns what it stopped with */
async function runOnce(n8n: N8nClient, workflow: string): Promise<string | undefined> {
	const id = await n8n.run(workflow, 'Run once');
	const { status, data } = await n8n.waitForExecution(workflow, Number(id) - 1, 180);
	if (status === 'success') return undefined;
	return data.resultData.error?.message ?? status;
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
