import type { AxiosResponse } from 'axios';
import { createUser, N8nClient, OdooClient, validateTransfer } from '../clients';
import { MailServer } from '../fakes/mailServer';
import { Warehouse } from '../fakes/warehouse';
import type { Instance } from '../instance';
import { LabError, say } from '../progress';
import type { OdooAccess } from '../state';
import { Approver } from './approver';
import { makeCredentials } from './credentials';
import { Operator } from './operator';
import { DELIVERIES } from './parcels';
import { APPROVER, BOT, OPERATOR } from './people';
import { Address, Templates, type Configuration } from './templates';

/** Templates of the tour, besides the one that prepares Odoo. */
export const TEMPLATES = ['01', '03', '04', '05', '06', '07', '08'];

/** Carriers that send invoices. */
const VENDORS = ['UPS', 'USPS'];

export interface Stage {
	odoo: OdooAccess;
	admin: OdooClient;
	operator: Operator;
	approver: Approver;
	n8n: N8nClient;
	templates: Templates;
	/** What a caller must send to be let in. */
	headers: Record<string, string>;
	/** Delivery ids by tracking reference. */
	deliveries: Map<string, number>;
	/** Ends what the stage has started. */
	strike: () => Promise<void>;
}

export interface StageOptions {
	templates?: string[];
	/** Approvals are decided by the user. */
	isInteractive?: boolean;
}

/** Sets up what a user would: people in Odoo, credentials and templates in n8n, and some deliveries. */
export async function setStage(
	{ odoo, n8n: access }: Instance,
	{ templates: wanted = TEMPLATES, isInteractive = false }: StageOptions = {},
): Promise<Stage> {
	const admin = OdooClient.admin(odoo);
	const n8n = await N8nClient.login(access);
	say('Making a bot user in Odoo and the credentials in n8n');
	await createUser(odoo, BOT);
	const mail = await MailServer.start();
	const { credentials, headers } = await makeCredentials(n8n, odoo, mail);
	const templates = new Templates(n8n, credentials);
	say('Preparing Odoo with template 00');
	await prepareOdoo(admin, templates);
	await createUser(odoo, OPERATOR);
	await createUser(odoo, APPROVER);
	say(`Publishing the templates ${wanted.join(', ')}`);
	const warehouse = await Warehouse.start();
	const configuration: Record<string, Configuration> = { '05': { warehouseUrl: warehouse.url } };
	for (const number of wanted) await templates.publish(number, configuration[number]);
	say(`Selling something to ${DELIVERIES.length} customers`);
	for (const carrier of VENDORS) {
		await admin.create('res.partner', { name: carrier, supplier_rank: 1 });
	}
	const approver = new Approver(odoo, admin, isInteractive);
	return {
		odoo,
		admin,
		operator: new Operator(odoo, OPERATOR, await serverActions(admin)),
		approver,
		n8n,
		templates,
		headers,
		deliveries: await makeDeliveries(admin),
		strike: async () => {
			await approver.leave();
			await mail.stop();
			await warehouse.stop();
		},
	};
}

let attempts = 0;

/** What a carrier does: each attempt says which it is, as theirs do. */
export async function callAsCarrier(
	{ templates, headers }: Stage,
	body: unknown,
	contentType = 'application/json',
): Promise<AxiosResponse<unknown>> {
	attempts += 1;
	return await templates.call(Address.Carriers, {
		body,
		headers: { ...headers, 'Content-Type': contentType, 'X-Delivery-Attempt': String(attempts) },
	});
}

/** Runs template 00 until it has nothing more to say, doing what it asks for. */
async function prepareOdoo(admin: OdooClient, templates: Templates): Promise<void> {
	await templates.import('00');
	const asked = await problemOf(templates);
	if (!asked?.includes('not in Logistics Sync / Bot')) {
		throw new LabError(`The first run should ask for the group of the bot, not: ${asked}`);
	}
	const user = await admin.one('res.users', [['login', '=', BOT.login]]);
	const group = await admin.ref('n8n_logistics.group_bot');
	await admin.write('res.groups', [group], { user_ids: [[4, user.id]] });
	const left = await problemOf(templates);
	if (left !== undefined) throw new LabError(`Odoo could not be prepared: ${left}`);
}

/** @returns what the run stopped with */
async function problemOf(templates: Templates): Promise<string | undefined> {
	const { status, data } = await templates.run('00', 'Run once');
	return status === 'success' ? undefined : (data.resultData.error?.message ?? status);
}

/** Ids of Setup's server actions. */
async function serverActions(admin: OdooClient): Promise<Record<string, number>> {
	const [{ x_actions: actions }] = await admin.searchRead('x_logistics_setup', {
		fields: ['x_actions'],
	});
	return actions as Record<string, number>;
}

async function makeDeliveries(admin: OdooClient): Promise<Map<string, number>> {
	const deliveries = new Map<string, number>();
	for (const { tracking, isValidated, freight } of DELIVERIES) {
		const id = await makeDelivery(admin, tracking);
		if (isValidated) await validateTransfer(admin, id);
		if (freight) await admin.write('stock.picking', [id], { carrier_price: freight });
		deliveries.set(tracking, id);
	}
	return deliveries;
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
