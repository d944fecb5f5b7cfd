import { OdooClient } from '../../lab/clients';
import { apply, commandFor } from './harness/apply';
import { BOT, openTestLab, type TestLab } from './harness/lab';
import { jsonOf, runOdooSync } from './harness/runOdooSync';
import { addToGroup, asUser, installSetup, type InstalledLab } from './harness/setup';

interface Report extends Record<string, unknown> {
	created: string[];
	updated: string[];
	adopted: string[];
	removed: string[];
	unchanged: number;
}

interface Finding {
	level: string;
	about: string;
	message: string;
	advice: string;
}

let lab: TestLab;
let installed: InstalledLab;
let bot: OdooClient;

beforeAll(async () => {
	lab = await openTestLab();
	// What an administrator had made by hand before.
	await lab.admin.create('ir.model.fields', {
		model_id: (await lab.admin.one('ir.model', [['model', '=', 'stock.picking']])).id,
		name: 'x_shipment_eta',
		field_description: 'ETA',
		ttype: 'datetime',
	});
	installed = await installSetup(lab);
	const { url, db } = lab.odoo;
	bot = new OdooClient({ url, db, login: BOT.login, password: BOT.password });
}, 1_200_000);
afterAll(async () => await lab.end());

const setup = async (operation: string, more = {}, credential = installed.adminCredential) =>
	await runOdooSync(lab.n8n, credential, {
		resource: 'setup',
		operation,
		options: { timeout: 300 },
		...more,
	});

const installAgain = async (): Promise<Report> => {
	const [report] = jsonOf((await setup('install')).ok);
	return report as Report;
};

const installedRecords = async (): Promise<Record<string, string>> => {
	const [row] = await lab.admin.searchRead('x_logistics_setup', { fields: ['x_records'] });
	return row.x_records as Record<string, string>;
};

describe('Setup: Install', () => {
	it('makes everything, takes over what was made by hand, and says so', async () => {
		const report = installed.report as Report;
		expect(report.adopted).toContain('field_stock_picking__x_shipment_eta');
		expect(report.created).toEqual(
			expect.arrayContaining(['model_x_logistics_event', 'action_apply', 'group_bot', 'menu_root']),
		);
		const fields = await lab.admin.call('stock.picking', 'fields_get', { attributes: ['string'] });
		expect(fields).toMatchObject({ x_shipment_eta: { string: 'Estimated Delivery' } });
	}, 120_000);

	it('changes nothing the second time', async () => {
		const report = await installAgain();
		expect(report).toMatchObject({ created: [], updated: [], adopted: [], removed: [] });
		expect(report.unchanged).toBeGreaterThan(90);
	}, 120_000);

	it('brings an older installation up to date in place, and takes away what is obsolete', async () => {
		const { admin } = lab;
		const [row] = await admin.searchRead('x_logistics_setup');
		const view = await admin.ref('n8n_logistics.view_event_list');
		await admin.write('ir.ui.view', [view], { arch: '<list><field name="x_name"/></list>' });
		await admin.write('x_logistics_setup', [row.id], {
			x_version: '0.9.0',
			x_records: { ...(await installedRecords()), view_event_list: 'of another version' },
		});
		const obsolete = await admin.create('ir.ui.menu', { name: 'Of an older version' });
		await admin.create('ir.model.data', {
			module: 'n8n_logistics',
			name: 'menu_obsolete',
			model: 'ir.ui.menu',
			res_id: obsolete,
		});
		const report = await installAgain();
		expect(report).toMatchObject({
			previousVersion: '0.9.0',
			updated: ['view_event_list'],
			created: [],
			removed: ['menu_obsolete'],
		});
		const { arch } = await admin.one('ir.ui.view', [['id', '=', view]], ['arch']);
		expect(arch).toContain('x_outcome');
		expect(await admin.searchRead('ir.ui.menu', { domain: [['id', '=', obsolete]] })).toEqual([]);
	}, 120_000);

	it('tells an ordinary user which right is missing', async () => {
		const { errors } = await setup('install', {}, lab.json2);
		const [error] = jsonOf(errors);
		expect(error.details).toMatchObject({ kind: 'access' });
	}, 120_000);
});

describe('Setup: Check', () => {
	const findings = async (credential = lab.json2): Promise<Finding[]> => {
		const [report] = jsonOf((await setup('check', {}, credential)).ok);
		return report.findings as Finding[];
	};

	it.each([
		['JSON-2', () => lab.json2],
		['JSON-RPC', () => lab.jsonRpc],
	])(
		'looks at everything as the bot, over %s',
		async (_name, credential) => {
			const found = await findings(credential());
			expect(found).toEqual(
				expect.arrayContaining([
					expect.objectContaining({ level: 'ok', about: 'Setup' }),
					expect.objectContaining({ level: 'ok', about: 'Group' }),
					expect.objectContaining({
						level: 'ok',
						about: 'Rights on stock.picking',
						message: 'May read and write',
					}),
					expect.objectContaining({ level: 'warning', about: 'Rights on purchase.order' }),
					expect.objectContaining({
						about: 'API key',
						message: expect.stringContaining('expires on'),
					}),
				]),
			);
			for (const { level, advice } of found) if (level !== 'ok') expect(advice).not.toBe('');
		},
		120_000,
	);

	it('finds what somebody removed', async () => {
		const records = await installedRecords();
		const [row] = await lab.admin.searchRead('x_logistics_setup');
		const rest = Object.fromEntries(
			Object.entries(records).filter(([name]) => name !== 'action_apply'),
		);
		await lab.admin.write('x_logistics_setup', [row.id], { x_records: rest });
		expect(await findings()).toContainEqual(
			expect.objectContaining({ level: 'error', message: expect.stringContaining('action_apply') }),
		);
		await lab.admin.write('x_logistics_setup', [row.id], { x_records: records });
	}, 120_000);
});

describe('who may do what', () => {
	let plain: OdooClient;
	let operator: OdooClient;
	let auditor: OdooClient;
	let issue: number;
	let row: number;

	beforeAll(async () => {
		plain = await asUser(lab, 'plain', ['stock.group_stock_user']);
		operator = await asUser(lab, 'operator', ['n8n_logistics.group_operator']);
		auditor = await asUser(lab, 'auditor', ['n8n_logistics.group_auditor']);
		const [result] = await apply(bot, installed.actions.action_apply, [
			commandFor('rights', { tracking: 'NOBODY-KNOWS-IT' }),
		]);
		issue = result.exception_id ?? 0;
		row = result.ledger_id ?? 0;
	}, 120_000);

	const run = async (client: OdooClient, action: string, context: Record<string, unknown> = {}) =>
		await client.call('ir.actions.server', 'run', { ids: [installed.actions[action]], context });
	const onIssue = () => ({
		active_model: 'x_logistics_exception',
		active_id: issue,
		active_ids: [issue],
	});
	const anyCommand = () => [commandFor('forbidden', { tracking: 'X' })];

	const forbidden: Array<[who: string, what: string, () => Promise<unknown>]> = [
		[
			'a stranger to the groups',
			'apply events',
			async () => await apply(plain, installed.actions.action_apply, anyCommand()),
		],
		[
			'a stranger to the groups',
			'read the ledger',
			async () => await plain.searchRead('x_logistics_event'),
		],
		[
			'a stranger to the groups',
			'resolve exceptions',
			async () => await run(plain, 'action_exception_resolve', onIssue()),
		],
		[
			'an operator',
			'apply events',
			async () => await apply(operator, installed.actions.action_apply, anyCommand()),
		],
		[
			'an operator',
			'change the ledger',
			async () => await operator.write('x_logistics_event', [row], { x_outcome: 'applied' }),
		],
		[
			'an operator',
			'delete exceptions',
			async () => await operator.call('x_logistics_exception', 'unlink', { ids: [issue] }),
		],
		[
			'an auditor',
			'resolve exceptions',
			async () => await run(auditor, 'action_exception_resolve', onIssue()),
		],
		[
			'an auditor',
			'change exceptions',
			async () => await auditor.write('x_logistics_exception', [issue], { x_hold: true }),
		],
		[
			'the bot',
			'change the ledger',
			async () => await bot.write('x_logistics_event', [row], { x_outcome: 'applied' }),
		],
		[
			'the bot',
			'make ledger rows',
			async () => await bot.create('x_logistics_event', { x_name: 'forged' }),
		],
		[
			'the bot',
			'delete ledger rows',
			async () => await bot.call('x_logistics_event', 'unlink', { ids: [row] }),
		],
		[
			'the bot',
			'change exceptions behind the actions',
			async () => await bot.write('x_logistics_exception', [issue], { x_state: 'resolved' }),
		],
		[
			'the bot',
			'read external ids',
			async () => await bot.searchRead('ir.model.data', { limit: 1 }),
		],
		[
			'the bot',
			'make server actions',
			async () => await bot.create('ir.actions.server', { name: 'x', state: 'code', model_id: 1 }),
		],
		[
			'the bot',
			'change the apply action',
			async () =>
				await bot.write('ir.actions.server', [installed.actions.action_apply], { code: 'pass' }),
		],
		[
			'the bot',
			'make automation rules',
			async () =>
				await bot.create('base.automation', { name: 'x', model_id: 1, trigger: 'on_create' }),
		],
		['the bot', 'make users', async () => await bot.create('res.users', { name: 'x', login: 'x' })],
		[
			'the bot',
			'read system parameters',
			async () => await bot.searchRead('ir.config_parameter', { limit: 1 }),
		],
		[
			'the bot',
			'change what is installed',
			async () => await bot.write('x_logistics_setup', [1], { x_version: '9' }),
		],
		[
			'the bot',
			'write invoices',
			async () => await bot.create('account.move', { move_type: 'entry' }),
		],
	];

	it.each(forbidden)(
		'%s may not %s',
		async (_who, _what, attempt) => {
			await expect(attempt()).rejects.toMatchObject({
				odooName: expect.stringMatching(/AccessError|Forbidden|UserError/),
			});
		},
		60_000,
	);

	it('an event cannot write where its user may not, nor on technical models', async () => {
		const commands = ['res.users', 'x_logistics_event', 'account.journal'].map((model, index) =>
			commandFor(`reach${index}`, {
				tracking: 'X',
				plan: {
					find: [{ model, many: 'all' as never, domain: [['id', '>', 0]], order: 'id' }],
					guards: [],
					effects: [{ kind: 'write' as never, values: { active: false } }] as never,
				},
			}),
		);
		const results = await apply(bot, installed.actions.action_apply, commands);
		for (const { outcome, reason } of results) {
			expect(outcome).toBe('rejected');
			expect(['access_denied', 'odoo_refused']).toContain(reason);
		}
	}, 60_000);

	it('an effect that is not on the list is refused', async () => {
		const [result] = await apply(bot, installed.actions.action_apply, [
			commandFor('unlisted', {
				tracking: 'X',
				plan: {
					find: [{ model: 'res.partner', many: 'one' as never, domain: [['id', '=', 1]] }],
					guards: [],
					effects: [{ kind: 'unlink' }] as never,
				},
			}),
		]);
		expect(result.outcome).toBe('rejected');
	}, 60_000);

	it('an operator works the queue with the buttons, and the trace shows who', async () => {
		await run(operator, 'action_exception_assign', onIssue());
		await run(operator, 'action_exception_comment', {
			...onIssue(),
			logistics: { body: 'Called them' },
		});
		await run(operator, 'action_exception_retry', onIssue());
		await run(operator, 'action_exception_resolve', {
			...onIssue(),
			logistics: { resolution: 'Found it' },
		});
		const [found] = await lab.admin.searchRead('x_logistics_exception', {
			domain: [['id', '=', issue]],
			fields: ['x_state', 'x_user_id', 'x_resolution', 'activity_ids', 'write_uid'],
		});
		expect(found).toMatchObject({
			x_state: 'resolved',
			x_resolution: 'Found it',
			x_user_id: [expect.any(Number), 'operator'],
			write_uid: [expect.any(Number), 'operator'],
			activity_ids: [],
		});
		const notes = await lab.admin.searchRead('mail.message', {
			domain: [
				['model', '=', 'x_logistics_exception'],
				['res_id', '=', issue],
				['body', 'ilike', 'Called them'],
			],
			fields: ['author_id'],
		});
		expect(notes).toMatchObject([{ author_id: [expect.any(Number), 'operator'] }]);
	}, 60_000);
});

describe('retention', () => {
	it('removes payloads first, rows later, and never what is open', async () => {
		const { admin } = lab;
		const keys = ['ret_recent', 'ret_payload', 'ret_row', 'ret_open'];
		const picking = await admin
			.one('stock.picking', [['name', '=', 'WH/OUT/00001']])
			.catch(async () => (await admin.searchRead('stock.picking', { limit: 1 }))[0]);
		await admin.write('stock.picking', [picking.id], { carrier_tracking_ref: 'RETENTION' });
		await apply(
			bot,
			installed.actions.action_apply,
			keys.map((key) =>
				commandFor(key, {
					tracking: key === 'ret_open' ? 'NOWHERE' : 'RETENTION',
					plan: {
						guards: [],
						...(key === 'ret_open' && {
							find: [{ model: 'stock.picking', many: 'one' as never, domain: [['id', '=', 0]] }],
						}),
					},
				}),
			),
		);
		const idOf = async (key: string) =>
			(await admin.one('x_logistics_event', [['x_key', '=', key]])).id;
		const age = async (key: string, date: string) =>
			await admin.write('x_logistics_event', [await idOf(key)], { x_applied_at: date });
		await age(
			'ret_payload',
			new Date(Date.now() - 100 * 86_400_000).toISOString().slice(0, 10) + ' 00:00:00',
		);
		await age('ret_row', '2020-01-01 00:00:00');
		await age('ret_open', '2020-01-01 00:00:00');
		await admin.call('ir.cron', 'method_direct_trigger', {
			ids: [await admin.ref('n8n_logistics.cron_retention')],
		});
		const left = await admin.searchRead('x_logistics_event', {
			domain: [['x_key', 'in', keys]],
			fields: ['x_key', 'x_payload'],
		});
		const payloads = Object.fromEntries(
			left.map(({ x_key: key, x_payload: payload }) => [key, payload !== false]),
		);
		expect(payloads).toEqual({ ret_recent: true, ret_payload: false, ret_open: true });
		// Past retention the ledger does not know the event any more: it would be applied again.
		const [again] = await apply(bot, installed.actions.action_apply, [
			commandFor('ret_row', { tracking: 'RETENTION', plan: { guards: [] } }),
			commandFor('ret_payload', { tracking: 'RETENTION', plan: { guards: [] } }),
		]);
		expect(again.outcome).toBe('applied');
	}, 120_000);
});

describe('Setup: Uninstall', () => {
	it('keeps everything while there are data, and then takes all of it away', async () => {
		const [kept] = jsonOf((await setup('uninstall')).ok);
		expect(kept).toMatchObject({
			removed: [],
			kept: expect.stringContaining('rows would be lost'),
		});
		const [gone] = jsonOf((await setup('uninstall', { deleteData: true })).ok);
		expect(gone.removed).toEqual(expect.arrayContaining(['model_x_logistics_event', 'menu_root']));
		const left = await lab.admin.searchRead('ir.model.data', {
			domain: [['module', '=', 'n8n_logistics']],
			fields: ['name', 'model'],
		});
		expect(left).toEqual([]);
		const fields = await lab.admin.call<Record<string, unknown>>('stock.picking', 'fields_get');
		expect(Object.keys(fields).filter((name) => name.startsWith('x_'))).toEqual([]);
		// And can be installed again.
		installed = await installSetup(lab);
		await addToGroup(lab.admin, BOT.login, 'n8n_logistics.group_bot');
		expect((installed.report as Report).created).toContain('action_apply');
	}, 240_000);
});
