import { Assurance, QueueVerb, type Ask } from '../core/approval';
import { ask, Approvals, level } from '../test/lab/harness/approvals';
import { BOT, type TestLab } from '../test/lab/harness/lab';
import { createUser, OdooClient } from './clients';

/** People of a queue, by login. */
export const PEOPLE = {
	sales: { login: 'head-of-sales', password: 'Head-of-sales-1', name: 'Head of Sales' },
	purchasing: { login: 'head-of-purchasing', password: 'Purchasing-1', name: 'Head of Purchasing' },
	warehouse: { login: 'warehouse-lead', password: 'Warehouse-1', name: 'Warehouse Lead' },
};

/** Shows the menu. */
export const APPROVER_GROUP = 'n8n_logistics.group_approver';

interface Asked extends Partial<Ask> {
	key: string;
	title: string;
	by: string[];
	/** Login of who has decided. */
	decided?: [login: string, comment: string];
}

const SALES = PEOPLE.sales.login;
const PURCHASING = PEOPLE.purchasing.login;
const WAREHOUSE = PEOPLE.warehouse.login;

const utc = (hours: number): string =>
	new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const freight = { id: 'freight', version: '3' };
const counts = { id: 'stock-count', version: '1' };
const delays = { id: 'delay', version: '2' };

const wishes: Asked[] = [
	{
		key: 'freight_1',
		title: 'Pay 18 % more freight to UPS',
		by: [SALES],
		policy: freight,
		due_at: utc(-20),
	},
	{
		key: 'freight_2',
		title: 'Pay the toll surcharge of DHL',
		by: [SALES, PURCHASING],
		policy: freight,
		due_at: utc(5),
	},
	{
		key: 'count_1',
		title: 'Write off 14 office chairs',
		by: [WAREHOUSE, SALES],
		policy: counts,
		due_at: utc(50),
	},
	{
		key: 'delay_1',
		title: 'Tell the customer of the new date',
		by: [SALES],
		policy: delays,
		due_at: utc(30),
		requester: WAREHOUSE,
	},
	{
		key: 'delay_2',
		title: 'Move the receipt to the next week',
		by: [PURCHASING],
		policy: delays,
		decided: [PURCHASING, 'The customer agrees'],
	},
	{
		key: 'count_2',
		title: 'Add 3 cabinets to the stock',
		by: [SALES],
		policy: counts,
		decided: [SALES, ''],
	},
	{
		key: 'freight_3',
		title: 'Pay the second delivery attempt',
		by: [SALES],
		policy: freight,
		decided: [SALES, 'no'],
	},
	{ key: 'blocked_1', title: 'Release an order on credit hold', by: ['nobody'], policy: freight },
];

/** Requests in all states, as a logistics team has them on a working day. @returns ids by key */
export async function makeQueue(
	{ odoo, admin }: TestLab,
	actions: Record<string, number>,
): Promise<Map<string, number>> {
	const approvals = new Approvals(actions);
	const { url, db } = odoo;
	const bot = new OdooClient({ url, db, login: BOT.login, password: BOT.password });
	const clients = new Map<string, OdooClient>();
	for (const person of Object.values(PEOPLE)) {
		if (!(await exists(admin, person.login))) {
			await createUser(odoo, { ...person, groups: [APPROVER_GROUP] });
		}
		clients.set(person.login, new OdooClient({ url, db, ...person }));
	}
	const orders = await admin.searchRead('sale.order', { fields: ['name'], limit: wishes.length });
	const ids = new Map<string, number>();
	for (const [at, { key, title, by, decided, ...more }] of wishes.entries()) {
		const { id: order, name } = orders[at];
		const document = { model: 'sale.order', id: order, name: String(name) };
		const levels = [level(by, { name: 'Logistics', assurance: Assurance.Odoo })];
		const [{ id }] = await approvals.ask(bot, ask(key, levels, { title, document, ...more }));
		ids.set(key, id);
		const client = decided && clients.get(decided[0]);
		if (client && decided[1] === 'no') await approvals.reject(client, id, 'Not our fault');
		else if (client) await approvals.approve(client, id, decided[1]);
	}
	const remind = { verb: QueueVerb.Remind, ids: [ids.get('freight_1')], comment: '' };
	await approvals.run(bot, 'action_approval_queue', remind);
	await delegate(admin, clients);
	return ids;
}

const exists = async (admin: OdooClient, login: string): Promise<boolean> =>
	(await admin.searchRead('res.users', { domain: [['login', '=', login]] })).length > 0;

async function delegate(admin: OdooClient, clients: Map<string, OdooClient>): Promise<void> {
	const user = async (login: string) => (await admin.one('res.users', [['login', '=', login]])).id;
	const [sales, purchasing, warehouse] = await Promise.all(
		[SALES, PURCHASING, WAREHOUSE].map(user),
	);
	const all = [
		{
			x_to_id: purchasing,
			x_scope: 'all',
			x_name: 'Vacation',
			x_start: utc(24 * 5),
			x_end: utc(24 * 19),
		},
		{
			x_to_id: warehouse,
			x_scope: 'policy',
			x_policy: 'stock-count',
			x_name: 'Inventory week',
			x_start: utc(-24),
			x_end: utc(24 * 4),
		},
		{
			x_to_id: purchasing,
			x_scope: 'model',
			x_model: 'purchase.order',
			x_start: utc(-24 * 30),
			x_end: utc(-24 * 20),
		},
	];
	for (const one of all) {
		await clients.get(SALES)?.create('x_logistics_delegation', { x_from_id: sales, ...one });
	}
}
