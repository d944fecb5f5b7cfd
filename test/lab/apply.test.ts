import { createHash } from 'node:crypto';
import { ApplyOutcome, EffectKind, Many } from '../../core/odoo/apply';
import type { ApplyResult, Command, Effect } from '../../core/odoo/apply';
import { makeApiKey, OdooClient, type OdooRecord } from '../../lab/clients';
import { apply, commandFor, type CommandWishes } from './harness/apply';
import { BOT } from './harness/lab';
import { addToGroup, asUser, openLabWithSetup, type LabWithSetup } from './harness/setup';

let lab: LabWithSetup;
/** The bot over both protocols. */
let clients: Record<'JSON-2' | 'JSON-RPC', OdooClient>;
let deliveries: OdooRecord[];

beforeAll(async () => {
	lab = await openLabWithSetup();
	await addToGroup(lab.admin, BOT.login, 'stock.group_stock_manager');
	await addToGroup(lab.admin, BOT.login, 'account.group_account_invoice');
	await addToGroup(lab.admin, BOT.login, 'sales_team.group_sale_salesman_all_leads');
	await asUser(lab, 'operator', ['n8n_logistics.group_operator']);
	const { url, db } = lab.odoo;
	const apiKey = await makeApiKey(url, db, BOT.login, BOT.password);
	clients = {
		'JSON-2': new OdooClient({ url, db, apiKey }),
		'JSON-RPC': new OdooClient({ url, db, login: BOT.login, password: BOT.password }),
	};
	deliveries = await lab.admin.searchRead('stock.picking', {
		domain: [['picking_type_code', '=', 'outgoing']],
		limit: 6,
		order: 'id',
	});
	expect(deliveries.length).toBeGreaterThan(2);
}, 1_200_000);
afterAll(async () => await lab.end());

let serial = 0;
const newKey = () => `test_${(serial += 1)}`;

/** A delivery of its own tracking reference, without a status. */
async function delivery(index = 0): Promise<{ id: number; tracking: string }> {
	const tracking = `TRACK${(serial += 1)}`;
	const { id } = deliveries[index];
	await lab.admin.write('stock.picking', [id], {
		carrier_tracking_ref: tracking,
		x_shipment_status: false,
		x_shipment_status_time: false,
	});
	return { id, tracking };
}

const run = async (commands: Command[], more = {}, client = clients['JSON-2']) =>
	await apply(client, lab.actions.action_apply, commands, more);

const outcomes = (results: ApplyResult[]) => results.map(({ outcome }) => outcome);

/** Notes of the events of one tracking reference. */
async function notesOf(tracking: string): Promise<unknown[]> {
	const notes = await lab.admin.searchRead('mail.message', {
		domain: [
			['model', '=', 'stock.picking'],
			['body', 'ilike', `of ${tracking}<`],
		],
		fields: ['body'],
		order: 'id',
	});
	return notes.map(({ body }) => body);
}

const statusOf = async (id: number) => {
	const [row] = await lab.admin.searchRead('stock.picking', {
		domain: [['id', '=', id]],
		fields: ['x_shipment_status', 'x_shipment_status_time'],
	});
	return [row.x_shipment_status, row.x_shipment_status_time];
};

const issueOf = async (id: number | null) =>
	await lab.admin.one(
		'x_logistics_exception',
		[['id', '=', id ?? 0]],
		[
			'x_state',
			'x_category',
			'x_occurrences',
			'x_hold',
			'x_document',
			'x_next_attempt',
			'x_attempts',
			'activity_ids',
			'x_resolution',
		],
	);

const press = async (action: string, issue: number | null, more = {}) =>
	await lab.admin.call('ir.actions.server', 'run', {
		ids: [lab.actions[action]],
		context: {
			active_model: 'x_logistics_exception',
			active_id: issue,
			active_ids: [issue],
			logistics: more,
		},
	});

describe.each(['JSON-2', 'JSON-RPC'] as const)('outcomes, over %s', (protocol) => {
	const send = async (...commands: Command[]) => await run(commands, {}, clients[protocol]);

	it('applies once: the same event again is a duplicate with the stored result', async () => {
		const { id, tracking } = await delivery();
		const key = newKey();
		const [first] = await send(commandFor(key, { tracking }));
		expect(first).toMatchObject({
			outcome: 'applied',
			documents: [{ model: 'stock.picking', id }],
			changes: [
				{ field: 'x_shipment_status', before: false, after: 'in_transit' },
				{ field: 'x_shipment_status_time', after: '2026-11-01 08:00:00' },
			],
			stored: false,
		});
		const [second, conflict] = await send(
			commandFor(key, { tracking }),
			commandFor(key, { tracking, digest: 'another' }),
		);
		expect(second).toMatchObject({
			outcome: 'duplicate',
			stored: true,
			ledger_id: first.ledger_id,
			changes: first.changes,
		});
		expect(conflict).toMatchObject({ outcome: 'conflict', reason: 'key_reused' });
		expect(await notesOf(tracking)).toHaveLength(1);
		const row = await lab.admin.one(
			'x_logistics_event',
			[['x_key', '=', key]],
			['x_outcome', 'x_workflow', 'x_execution', 'x_changes', 'create_uid'],
		);
		expect(row).toMatchObject({
			x_outcome: 'applied',
			x_workflow: 'Test workflow',
			x_execution: '42',
			create_uid: [expect.any(Number), 'Logistics Bot'],
		});
		expect(JSON.parse(String(row.x_changes))).toEqual(first.changes);
	}, 60_000);

	it('knows two equal events of one request', async () => {
		const { tracking } = await delivery();
		const key = newKey();
		const results = await send(commandFor(key, { tracking }), commandFor(key, { tracking }));
		expect(outcomes(results)).toEqual(['applied', 'duplicate']);
		expect(await notesOf(tracking)).toHaveLength(1);
	}, 60_000);

	it('never moves back: a late event is stale', async () => {
		const { id, tracking } = await delivery();
		await send(commandFor(newKey(), { tracking, time: '2026-11-02 08:00:00' }));
		const [late] = await send(commandFor(newKey(), { tracking, time: '2026-11-01 08:00:00' }));
		expect(late).toMatchObject({ outcome: 'stale', reason: 'older', changes: [] });
		expect(await statusOf(id)).toEqual(['in_transit', '2026-11-02 08:00:00']);
		expect(await notesOf(tracking)).toHaveLength(1);
	}, 60_000);

	it('keeps what cannot be applied as an exception, once for each document and cause', async () => {
		const { tracking } = await delivery();
		const nowhere = `NOWHERE${serial}`;
		const same = { carrier_tracking_ref: tracking };
		await lab.admin.write('stock.picking', [deliveries[1].id], same);
		const one = {
			find: [
				{
					model: 'stock.picking',
					many: Many.One,
					domain: [['carrier_tracking_ref', '=', tracking]],
				},
			],
		};
		const key = newKey();
		const [missing, ambiguous, invalid] = await send(
			commandFor(key, { tracking: nowhere }),
			commandFor(newKey(), { tracking, plan: one }),
			commandFor(newKey(), {
				tracking,
				more: { invalid: [{ path: '/data/milestone', message: 'is missing' }] },
			}),
		);
		expect(missing).toMatchObject({ outcome: 'unmatched', reason: 'document_not_found' });
		expect(ambiguous).toMatchObject({ outcome: 'unmatched', reason: 'document_ambiguous' });
		expect(invalid).toMatchObject({ outcome: 'rejected', reason: 'invalid_event' });
		expect(invalid.message).toContain('/data/milestone is missing');
		const before = await issueOf(missing.exception_id);
		expect(before).toMatchObject({ x_state: 'open', x_occurrences: 1, x_category: 'unmatched' });
		const [again] = await send(commandFor(key, { tracking: nowhere }));
		expect(again).toMatchObject({ outcome: 'unmatched', exception_id: missing.exception_id });
		const after = await issueOf(missing.exception_id);
		expect(after).toMatchObject({ x_occurrences: 2 });
		// Somebody is told once.
		expect(before.activity_ids).toHaveLength(1);
		expect(after.activity_ids).toEqual(before.activity_ids);
		// The document comes later: the same event is applied, and what was kept of it is done.
		await lab.admin.write('stock.picking', [deliveries[1].id], {
			carrier_tracking_ref: nowhere,
			x_shipment_status: false,
		});
		const [applied] = await send(commandFor(key, { tracking: nowhere }));
		expect(applied).toMatchObject({ outcome: 'applied', ledger_id: missing.ledger_id });
		expect(await issueOf(missing.exception_id)).toMatchObject({ x_state: 'resolved' });
	}, 60_000);

	it('holds a document until it is released', async () => {
		const { id, tracking } = await delivery();
		const hold: Effect = {
			kind: EffectKind.Exception,
			category: 'reconciliation' as never,
			severity: 'high' as never,
			cause: `check_${serial}`,
			message: 'Address is doubtful',
			hold: true,
		};
		const [opened] = await send(
			commandFor(newKey(), { tracking, plan: { effects: [hold], guards: [] } }),
		);
		expect(opened.outcome).toBe('applied');
		const key = newKey();
		const [held] = await send(commandFor(key, { tracking }));
		expect(held).toMatchObject({ outcome: 'held', reason: 'on_hold' });
		expect(held.message).toContain('Address is doubtful');
		expect(await statusOf(id)).toEqual([false, false]);
		const holding = await lab.admin.one('x_logistics_exception', [
			['x_res_id', '=', id],
			['x_hold', '=', true],
		]);
		await press('action_exception_release', holding.id);
		expect(await issueOf(held.exception_id)).toMatchObject({ x_state: 'retry' });
		const [applied] = await send(commandFor(key, { tracking }));
		expect(applied.outcome).toBe('applied');
		expect(await issueOf(held.exception_id)).toMatchObject({ x_state: 'resolved' });
	}, 60_000);

	it('does nothing in a dry run, and says what it would do', async () => {
		const { id, tracking } = await delivery();
		const key = newKey();
		const commands = [commandFor(key, { tracking }), commandFor(newKey(), { tracking: 'NONE' })];
		const results = await run(commands, { dry_run: true }, clients[protocol]);
		expect(outcomes(results)).toEqual(['applied', 'unmatched']);
		expect(results[0].changes).toHaveLength(2);
		expect(await statusOf(id)).toEqual([false, false]);
		expect(
			await lab.admin.searchRead('x_logistics_event', { domain: [['x_key', '=', key]] }),
		).toEqual([]);
	}, 60_000);

	it('rolls back the one poisonous event of 200, alone', async () => {
		const { tracking } = await delivery();
		const keys = Array.from({ length: 200 }, newKey);
		const results = await send(
			...keys.map((key, index) =>
				commandFor(key, {
					tracking,
					plan: {
						guards: [],
						effects: [
							{ kind: EffectKind.Note, body: `<p>${key} of ${tracking}</p>` },
							{ kind: EffectKind.Write, values: { note: `<p>${index}</p>` } },
							...(index === 100
								? [{ kind: EffectKind.Write as const, values: { partner_id: 99_999_999 } }]
								: []),
						],
					},
				}),
			),
		);
		expect(results.filter(({ outcome }) => outcome === ApplyOutcome.Applied)).toHaveLength(199);
		expect(results[100]).toMatchObject({
			outcome: 'rejected',
			reason: 'odoo_refused',
			changes: [],
		});
		expect(await notesOf(tracking)).toHaveLength(199);
		const rows = await lab.admin.call('x_logistics_event', 'search_count', {
			domain: [
				['x_key', 'in', keys],
				['x_outcome', '=', 'applied'],
			],
		});
		expect(rows).toBe(199);
	}, 120_000);
});

describe('side by side', () => {
	const EIGHT = Array.from({ length: 8 }, (_, index) => index);

	/** Sends, and sends again what Odoo's own retries could not save: as the node does. */
	async function insist(commands: Command[], more = {}): Promise<ApplyResult[]> {
		for (let tries = 0; ; tries += 1) {
			try {
				return await run(commands, more);
			} catch (error) {
				if (tries >= 12 || !/serialize|deadlock|lock/i.test(String(error))) throw error;
				await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400 * tries));
			}
		}
	}

	it('eight clients with the same 30 events: each has its effect once', async () => {
		const { tracking } = await delivery();
		const keys = Array.from({ length: 30 }, newKey);
		const commands = keys.map((key) => commandFor(key, { tracking, plan: { guards: [] } }));
		const answers = await Promise.all(EIGHT.map(async () => await insist(commands)));
		const applied = answers.flat().filter(({ outcome }) => outcome === ApplyOutcome.Applied);
		expect(applied.map(({ key }) => key).sort()).toEqual([...keys].sort());
		expect(answers.flat()).toHaveLength(240);
		expect(await notesOf(tracking)).toHaveLength(30);
	}, 180_000);

	it('without the ledger the same test fails: effects happen again and again', async () => {
		const { tracking } = await delivery();
		const commands = Array.from({ length: 5 }, () =>
			commandFor(newKey(), { tracking, plan: { guards: [] } }),
		);
		await Promise.all([0, 1, 2].map(async () => await insist(commands, { ledger: false })));
		expect((await notesOf(tracking)).length).toBeGreaterThan(5);
	}, 120_000);

	it('eight clients with competing events of one document: the newest wins, whatever the order', async () => {
		const { id, tracking } = await delivery();
		const times = EIGHT.map((hour) => `2026-11-03 0${hour}:00:00`);
		const touch: CommandWishes['plan'] = {
			guards: [
				{
					field: 'x_shipment_status',
					time_field: 'x_shipment_status_time',
					time: null,
					table: 'touch',
				},
			],
		};
		const tables = {
			touch: {
				'': { verdict: 'take', on: ['newer', 'same', 'older', 'unordered'], value: 'in_transit' },
				in_transit: { verdict: 'touch', on: ['newer'] },
			},
		};
		const results = await Promise.all(
			times.map(async (time) => {
				const command = commandFor(newKey(), { tracking, time, plan: touch });
				command.plans[0].guards[0].time = time;
				return (await insist([command], { tables }))[0];
			}),
		);
		expect(await statusOf(id)).toEqual(['in_transit', times[7]]);
		for (const { outcome } of results) expect(['applied', 'stale']).toContain(outcome);
		// A time that was applied is later than all that were applied before it.
		const rows = await lab.admin.searchRead('x_logistics_event', {
			domain: [
				['x_subject', '=', tracking],
				['x_outcome', '=', 'applied'],
			],
			fields: ['x_event_time'],
			order: 'id',
		});
		const applied = rows.map((row) => String(row.x_event_time));
		expect(applied.length).toBe(
			results.filter(({ outcome }) => outcome === ApplyOutcome.Applied).length,
		);
	}, 180_000);
});

describe('effects', () => {
	const refs = (...rows: Array<[string, string, number]>): Command['refs'] =>
		rows.map(([name, model, id]) => ({
			name,
			model,
			find: [{ domain: [['id', '=', id]] }],
			path: `/data/${name}`,
			label: name,
		}));

	async function order(
		quantities: number[],
	): Promise<{ order: number; picking: number; products: number[] }> {
		const partner = await lab.admin.create('res.partner', { name: 'Customer of the test' });
		const products = await Promise.all(
			quantities.map(
				async (_quantity, index) =>
					await lab.admin.create('product.product', {
						name: `Product ${serial}-${index}`,
						is_storable: true,
						invoice_policy: 'delivery',
						list_price: 10,
					}),
			),
		);
		const id = await lab.admin.create('sale.order', {
			partner_id: partner,
			order_line: products.map((product, index) => [
				0,
				0,
				{ product_id: product, product_uom_qty: quantities[index] },
			]),
		});
		await lab.admin.call('sale.order', 'action_confirm', { ids: [id] });
		const picking = await lab.admin.one('stock.picking', [['sale_id', '=', id]]);
		return { order: id, picking: picking.id, products };
	}

	const onPicking = (id: number, effects: Effect[], more: Partial<Command> = {}) =>
		commandFor(newKey(), {
			tracking: 'X',
			plan: {
				find: [{ model: 'stock.picking', many: Many.One, domain: [['id', '=', id]] }],
				guards: [],
				effects,
			},
			more,
		});

	it('validates a part of a transfer, keeps the rest open, and invoices what was delivered', async () => {
		const { order: orderId, picking, products } = await order([5, 3]);
		const [validated] = await run([
			onPicking(
				picking,
				[
					{
						kind: EffectKind.ValidatePicking,
						quantities: [{ product: { ref: 'product' }, quantity: 2 }],
						backorder: true,
					},
				],
				{ refs: refs(['product', 'product.product', products[0]]) },
			),
		]);
		expect(validated).toMatchObject({
			outcome: 'applied',
			changes: [{ field: 'state', after: 'done' }],
		});
		const [invoiced] = await run([
			onPicking(picking, [{ kind: EffectKind.CreateInvoice, post: true }]),
		]);
		expect(invoiced).toMatchObject({
			outcome: 'applied',
			changes: [{ model: 'account.move', after: 'posted' }],
		});
		const lines = await lab.admin.searchRead('account.move.line', {
			domain: [
				['move_id', '=', invoiced.changes[0].id],
				['display_type', '=', 'product'],
			],
			fields: ['quantity'],
		});
		expect(lines.map(({ quantity }) => quantity)).toEqual([2]);
		const open = await lab.admin.searchRead('stock.picking', {
			domain: [
				['sale_id', '=', orderId],
				['state', 'not in', ['done', 'cancel']],
			],
		});
		expect(open).toHaveLength(1);
		// Nothing is left to invoice: the effect does nothing, and says so by changing nothing.
		const [again] = await run([
			onPicking(picking, [{ kind: EffectKind.CreateInvoice, post: true }]),
		]);
		expect(again).toMatchObject({ outcome: 'applied', changes: [] });
	}, 120_000);

	it('validates without a second transfer', async () => {
		const { order: orderId, picking, products } = await order([4]);
		const [result] = await run([
			onPicking(
				picking,
				[
					{
						kind: EffectKind.ValidatePicking,
						quantities: [{ product: { ref: 'product' }, quantity: 1 }],
						backorder: false,
					},
				],
				{ refs: refs(['product', 'product.product', products[0]]) },
			),
		]);
		expect(result.outcome).toBe('applied');
		const open = await lab.admin.searchRead('stock.picking', {
			domain: [
				['sale_id', '=', orderId],
				['state', 'not in', ['done', 'cancel']],
			],
		});
		expect(open).toEqual([]);
	}, 120_000);

	it('sets stock in the unit of the event, with a lot, and not twice', async () => {
		const dozen = await lab.admin.ref('uom.product_uom_dozen');
		// Comes archived where no module uses it.
		await lab.admin.write('uom.uom', [dozen], { active: true });
		const product = await lab.admin.create('product.product', {
			name: `Counted ${serial}`,
			is_storable: true,
			tracking: 'lot',
		});
		const location = await lab.admin.ref('stock.stock_location_stock');
		const stock = (quantity: number): Command =>
			commandFor(newKey(), {
				tracking: 'X',
				plan: {
					find: [],
					guards: [],
					effects: [
						{
							kind: EffectKind.SetStock,
							product: { ref: 'product' },
							location: { ref: 'location' },
							uom: { ref: 'uom' },
							lot: 'LOT-7',
							quantity,
						},
					],
				},
				more: {
					refs: refs(
						['product', 'product.product', product],
						['location', 'stock.location', location],
						['uom', 'uom.uom', dozen],
					),
				},
			});
		const [counted] = await run([stock(2)]);
		expect(counted.message).toBe('');
		expect(counted).toMatchObject({ outcome: 'applied', changes: [{ before: 0, after: 24 }] });
		const [same] = await run([stock(2)]);
		expect(same).toMatchObject({ outcome: 'applied', changes: [] });
		const [less] = await run([stock(1)]);
		expect(less.changes).toMatchObject([{ before: 24, after: 12 }]);
		const quants = await lab.admin.searchRead('stock.quant', {
			domain: [
				['product_id', '=', product],
				['location_id', '=', location],
			],
			fields: ['quantity', 'lot_id'],
		});
		expect(quants).toMatchObject([{ quantity: 12, lot_id: [expect.any(Number), 'LOT-7'] }]);
	}, 120_000);

	it('attaches a file once, tells people once', async () => {
		const { id } = await delivery();
		const summary = `Look at it ${serial}`;
		const datas = Buffer.from(summary).toString('base64');
		const effects: Effect[] = [
			{
				kind: EffectKind.Attach,
				name: 'proof.txt',
				mimetype: 'text/plain',
				datas,
				checksum: createHash('sha1').update(Buffer.from(datas, 'base64')).digest('hex'),
			},
			{
				kind: EffectKind.Activity,
				summary,
				group: 'n8n_logistics.group_operator',
				deadline: '2026-12-01',
			},
			{ kind: EffectKind.Message, body: '<p>Your parcel is <b>there</b></p>', to: 'partner_id' },
		];
		await run([onPicking(id, effects), onPicking(id, effects)]);
		const files = await lab.admin.searchRead('ir.attachment', {
			domain: [
				['res_model', '=', 'stock.picking'],
				['res_id', '=', id],
				['name', '=', 'proof.txt'],
			],
		});
		expect(files).toHaveLength(1);
		const activities = await lab.admin.searchRead('mail.activity', {
			domain: [['summary', '=', summary]],
			fields: ['user_id'],
		});
		expect(activities).toMatchObject([{ user_id: [expect.any(Number), 'operator'] }]);
		const [message] = await lab.admin.searchRead('mail.message', {
			domain: [
				['model', '=', 'stock.picking'],
				['res_id', '=', id],
				['body', 'ilike', 'Your parcel'],
			],
			fields: ['body'],
		});
		expect(message.body).toContain('<b>there</b>');
	}, 120_000);

	it('names master data that is unknown, doubtful, archived or of another company', async () => {
		const mark = serial;
		const archived = await lab.admin.create('res.partner', {
			name: `Gone ${mark}`,
			active: false,
		});
		await lab.admin.create('res.partner', { name: `Twin ${mark}` });
		await lab.admin.create('res.partner', { name: `Twin ${mark}` });
		const company = await lab.admin.create('res.company', { name: `Other ${mark}` });
		const foreign = await lab.admin.create('res.partner', {
			name: `Foreign ${mark}`,
			company_id: company,
		});
		const { id } = await delivery();
		const withRef = (domain: unknown[]) =>
			onPicking(id, [], {
				refs: [
					{
						name: 'partner',
						model: 'res.partner',
						find: [{ domain: [domain] as never }],
						path: '/data/partner',
						label: 'ACME',
					},
				],
			});
		const results = await run([
			withRef(['ref', '=', `nobody ${mark}`]),
			withRef(['name', '=', `Twin ${mark}`]),
			withRef(['id', '=', archived]),
		]);
		expect(results.map(({ reason }) => reason)).toEqual([
			'reference_not_found',
			'reference_ambiguous',
			'reference_archived',
		]);
		for (const { message } of results) expect(message).toContain('ACME (/data/partner)');
		// Odoo's own rule hides what belongs to a company of which the bot is no member.
		const [other] = await run([withRef(['id', '=', foreign])]);
		expect(['reference_other_company', 'reference_not_found']).toContain(other.reason);
	}, 120_000);
});

describe('the way of an exception', () => {
	it('waits twice as long with each attempt, and is dead in the end', async () => {
		const [missing] = await run([commandFor(newKey(), { tracking: `LOST${serial}` })]);
		const id = missing.exception_id;
		const waits: number[] = [];
		for (let attempt = 1; attempt < 3; attempt += 1) {
			const before = Date.now();
			await press('action_exception_attempt', id);
			const issue = await issueOf(id);
			expect(issue).toMatchObject({ x_state: 'retry', x_attempts: attempt });
			const next = Date.parse(`${String(issue.x_next_attempt).replace(' ', 'T')}Z`);
			waits.push(Math.round((next - before) / 60_000));
		}
		expect(waits).toEqual([10, 20]);
		await press('action_exception_attempt', id);
		expect(await issueOf(id)).toMatchObject({ x_state: 'dead', x_next_attempt: false });
		// Coming again, it is opened anew.
		await run([commandFor(newKey(), { tracking: `LOST${serial - 1}` })]);
	}, 60_000);
});
