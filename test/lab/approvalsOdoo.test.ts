import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	ApprovalState,
	type ApproverSource,
	type Ask,
	type AskResult,
	Assurance,
	type AuditRecord,
	Decision,
	type LinkStatusAnswer,
	type LinkVoteAnswer,
	OnTimeout,
	type QueueAnswer,
	QueueVerb,
} from '../../core/approval';
import { OdooClient } from '../../lab/clients';
import { ask, Approvals, level, sha256 } from './harness/approvals';
import { BOT } from './harness/lab';
import { asUser, openLabWithSetup, type LabWithSetup } from './harness/setup';

let lab: LabWithSetup;
let approvals: Approvals;
let bot: OdooClient;
let anna: OdooClient;
let ben: OdooClient;
let cleo: OdooClient;
let operator: OdooClient;
let auditor: OdooClient;

beforeAll(async () => {
	lab = await openLabWithSetup();
	approvals = new Approvals(lab.actions);
	const { url, db } = lab.odoo;
	bot = new OdooClient({ url, db, login: BOT.login, password: BOT.password });
	anna = await asUser(lab, 'anna', []);
	ben = await asUser(lab, 'ben', []);
	cleo = await asUser(lab, 'cleo', []);
	operator = await asUser(lab, 'operator', ['n8n_logistics.group_operator']);
	auditor = await asUser(lab, 'auditor', ['n8n_logistics.group_auditor']);
}, 600_000);
afterAll(async () => await lab.end());

const askOne = async (wish: Ask) => (await approvals.ask(bot, wish))[0];
const read = async (id: number, client = lab.admin) =>
	(await client.searchRead('x_logistics_approval', { domain: [['id', '=', id]] }))[0];
const votes = async (id: number) =>
	await lab.admin.searchRead('x_logistics_vote', {
		domain: [['x_approval_id', '=', id]],
		order: 'x_sequence',
	});
const activities = async (id: number) =>
	await lab.admin.searchRead('mail.activity', {
		domain: [
			['res_model', '=', 'x_logistics_approval'],
			['res_id', '=', id],
		],
		fields: ['user_id', 'summary'],
	});
const partnerId = async (login: string) =>
	(
		(await lab.admin.one('res.users', [['login', '=', login]], ['partner_id'])).partner_id as [
			number,
		]
	)[0];
const queue = async (verb: QueueVerb, id: number, client = bot) =>
	(
		await approvals.run<QueueAnswer['results'][number]>(client, 'action_approval_queue', {
			verb,
			ids: [id],
			comment: '',
		})
	)[0];
const utc = (minutes: number) =>
	new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
const setDue = async (id: number, minutes: number) =>
	await lab.admin.write('x_logistics_approval', [id], { x_due_at: utc(minutes) });
/** Odoo's own words for "no". */
const refused = { odooName: expect.stringMatching(/AccessError|Forbidden|UserError/) };
const userId = async (login: string) =>
	(await lab.admin.one('res.users', [['login', '=', login]])).id;
const seatsOf = ({ levels }: AskResult) =>
	levels.flatMap(({ approvers }) => approvers.map(({ name }) => name));
const names = (rows: Array<Record<string, unknown>>) =>
	rows.map(({ user_id: user }) => (user as [number, string])[1]).sort();

describe('asking', () => {
	it('counts neither inactive people, who asks, who is excluded, nor the bot', async () => {
		await asUser(lab, 'gone', []);
		await lab.admin.write('res.users', [await userId('gone')], { active: false });
		const everybody = ['gone', 'ben', 'cleo', 'anna', BOT.login];
		const { levels } = await askOne(
			ask('who', [level(everybody)], { requester: 'ben', excluded: ['cleo'] }),
		);
		expect(levels[0].approvers.map(({ name }) => name)).toEqual(['anna']);
	});

	it('finds them by a field of the document, and by e-mail', async () => {
		const id = await lab.admin.create('res.partner', {
			name: 'Customer',
			user_id: await userId('ben'),
			child_ids: [[0, 0, { name: 'Nobody’s contact', email: 'nobody@example.com' }]],
		});
		const document = { model: 'res.partner', id, name: 'Customer' };
		const by = async (key: string, from: ApproverSource) =>
			await askOne(ask(key, [level([], { from: [from] })], { document }));
		expect(seatsOf(await by('field', { kind: 'field', field: 'user_id' }))).toEqual(['ben']);
		// Along relations; and never somebody without a login where a login is asked for.
		expect(await by('path', { kind: 'field', field: 'child_ids.parent_id.user_id' })).toMatchObject(
			{ levels: [{ approvers: [{ name: 'ben' }] }] },
		);
		expect(await by('contacts', { kind: 'field', field: 'child_ids' })).toMatchObject({
			state: ApprovalState.Blocked,
		});
		expect(await by('no_field', { kind: 'field', field: 'no_such_field' })).toMatchObject({
			state: ApprovalState.Blocked,
		});
		await lab.admin.write('res.partner', [await partnerId('cleo')], { email: 'cleo@example.com' });
		const listed = {
			kind: 'partners' as const,
			partners: ['Cleo@Example.com', 'nobody@example.com'],
		};
		expect(seatsOf(await by('list', listed))).toEqual(['cleo']);
	});

	it('keeps the people as they were when the group is changed midway', async () => {
		const group = await lab.admin.create('res.groups', {
			name: 'Deciders',
			user_ids: [[6, 0, [await userId('anna')]]],
		});
		await lab.admin.create('ir.model.data', {
			module: 'lab',
			name: 'deciders',
			model: 'res.groups',
			res_id: group,
		});
		const of = (key: string) =>
			ask(key, [level([], { from: [{ kind: 'group', group: 'lab.deciders' }] })]);
		const { id } = await askOne(of('group'));
		await lab.admin.write('res.groups', [group], { user_ids: [[6, 0, [await userId('ben')]]] });
		await expect(approvals.approve(ben, id)).rejects.toMatchObject(refused);
		await approvals.approve(anna, id);
		expect(await read(id)).toMatchObject({ x_state: 'approved' });
		await lab.admin.write('res.groups', [group], { user_ids: [[6, 0, []]] });
		expect(await askOne(of('empty'))).toMatchObject({
			state: ApprovalState.Blocked,
			problem: expect.stringContaining('nobody may decide'),
		});
	});

	it('is blocked when more have to approve than may, and nobody counts at two levels', async () => {
		expect(await askOne(ask('many', [level(['anna'], { quorum: 2 })]))).toMatchObject({
			state: ApprovalState.Blocked,
		});
		const two = await askOne(ask('two', [level(['anna']), level(['anna', 'ben'])]));
		expect(two.levels.map(({ approvers }) => approvers.map(({ name }) => name))).toEqual([
			['anna'],
			['ben'],
		]);
		expect(await askOne(ask('same', [level(['anna']), level(['anna'])]))).toMatchObject({
			state: ApprovalState.Blocked,
		});
	});

	it('refuses a digest that is not of what is decided on, and a yes by silence for more than a link', async () => {
		const forged = { ...ask('forged', [level(['anna'])]), digest: sha256('something else') };
		await expect(askOne(forged)).rejects.toMatchObject(refused);
		const silent = ask('silent', [level(['anna'])], { on_timeout: OnTimeout.Approve });
		await expect(askOne(silent)).rejects.toMatchObject(refused);
	});

	it('keeps who may decide, tells them, and answers the same when asked again', async () => {
		const wish = ask('first', [level(['anna', 'ben'])]);
		const made = await askOne(wish);
		expect(made).toMatchObject({ state: ApprovalState.Pending, created: true, round: 1 });
		expect(made.levels[0].approvers.map(({ name }) => name).sort()).toEqual(['anna', 'ben']);
		expect(names(await activities(made.id))).toEqual(['anna', 'ben']);
		expect(await askOne(wish)).toMatchObject({ id: made.id, created: false });
	});

	it('asks anew for something else, and closes what was asked before', async () => {
		const before = await askOne(ask('changed', [level(['anna'])]));
		const after = await askOne(ask('changed', [level(['anna'])], { title: 'Something else' }));
		expect(after).toMatchObject({ round: 2, created: true, state: ApprovalState.Pending });
		expect(await read(before.id)).toMatchObject({ x_state: 'cancelled', activity_ids: [] });
	});

	it('makes one request of parallel workers with the same key', async () => {
		const wish = ask('parallel', [level(['anna'])]);
		const results = await Promise.all([1, 2, 3, 4].map(async () => await askOne(wish)));
		expect(new Set(results.map(({ id }) => id)).size).toBe(1);
		expect(results.filter(({ created }) => created)).toHaveLength(1);
	});
});

describe('deciding in Odoo', () => {
	it('is approved by the button, as the user who presses it', async () => {
		const { id } = await askOne(ask('approve', [level(['anna', 'ben'])]));
		await approvals.approve(anna, id, 'As agreed');
		expect(await read(id)).toMatchObject({
			x_state: 'approved',
			x_effect_state: 'none',
			activity_ids: [],
			x_waiting_ids: [],
		});
		const rows = await votes(id);
		expect(rows.map(({ x_kind: kind }) => kind)).toEqual(['asked', 'vote', 'decided']);
		expect(rows[1]).toMatchObject({
			x_decision: Decision.Approve,
			x_comment: 'As agreed',
			x_assurance: 'odoo',
			x_actor_id: [expect.any(Number), 'anna'],
			x_on_behalf_of_id: false,
		});
	});

	it('goes through its levels, N of M in each', async () => {
		const levels = [level(['anna', 'ben'], { quorum: 2 }), level(['cleo'])];
		const { id } = await askOne(ask('levels', levels));
		await expect(approvals.approve(cleo, id)).rejects.toMatchObject(refused);
		await approvals.approve(anna, id);
		await expect(approvals.approve(anna, id)).rejects.toMatchObject(refused);
		expect(await read(id)).toMatchObject({ x_state: 'pending', x_level: 1 });
		await approvals.approve(ben, id);
		expect(await read(id)).toMatchObject({ x_state: 'pending', x_level: 2 });
		await approvals.approve(cleo, id);
		expect(await read(id)).toMatchObject({ x_state: 'approved', activity_ids: [] });
	});

	it('is rejected with a reason only, and when the quorum is out of reach', async () => {
		const { id } = await askOne(ask('reject', [level(['anna', 'ben'], { rejections: 2 })]));
		await expect(approvals.run(anna, 'action_approval_approve', {}, [0])).rejects.toMatchObject(
			refused,
		);
		await approvals.reject(anna, id, '   ');
		expect(await votes(id)).toHaveLength(1);
		await approvals.reject(anna, id, 'Too dear');
		expect(await read(id)).toMatchObject({ x_state: 'pending' });
		await approvals.reject(ben, id, 'Too dear');
		expect(await read(id)).toMatchObject({ x_state: 'rejected' });
		const both = await askOne(ask('reach', [level(['anna', 'ben'], { quorum: 2, rejections: 2 })]));
		await approvals.reject(anna, both.id, 'No');
		expect(await read(both.id)).toMatchObject({ x_state: 'rejected' });
	});

	it('takes two decisions of the same instant one after the other', async () => {
		const { id } = await askOne(ask('instant', [level(['anna', 'ben'], { quorum: 2 })]));
		await Promise.all([approvals.approve(anna, id), approvals.approve(ben, id)]);
		expect(await read(id)).toMatchObject({ x_state: 'approved' });
		const one = await askOne(ask('once', [level(['anna', 'ben'])]));
		const outcomes = await Promise.allSettled([
			approvals.approve(anna, one.id),
			approvals.reject(ben, one.id, 'No'),
		]);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect((await votes(one.id)).map(({ x_kind: kind }) => kind)).toEqual([
			'asked',
			'vote',
			'decided',
		]);
	});

	it('lets a delegate decide, in both names, and within scope and dates only', async () => {
		const delegate = async (scope: object, to = 'cleo') =>
			await anna.create('x_logistics_delegation', {
				x_from_id: await userId('anna'),
				x_to_id: await userId(to),
				x_start: utc(-60),
				x_end: utc(60),
				x_scope: 'all',
				...scope,
			});
		const { id } = await askOne(ask('delegated', [level(['anna'])]));
		const over = await delegate({ x_end: utc(-30) });
		const elsewhere = await delegate({ x_scope: 'model', x_model: 'purchase.order' });
		await expect(approvals.approve(cleo, id)).rejects.toMatchObject(refused);
		const own = await askOne(ask('own', [level(['anna'])], { requester: 'cleo' }));
		const valid = await delegate({});
		await approvals.approve(cleo, id);
		expect((await votes(id))[1]).toMatchObject({
			x_actor_id: [expect.any(Number), 'cleo'],
			x_on_behalf_of_id: [expect.any(Number), 'anna'],
		});
		// Who asked does not decide for somebody else either.
		await expect(approvals.approve(cleo, own.id)).rejects.toMatchObject(refused);
		// Nobody gives away what is somebody else's.
		await expect(
			cleo.create('x_logistics_delegation', {
				x_from_id: await userId('ben'),
				x_to_id: await userId('cleo'),
				x_start: utc(-60),
				x_end: utc(60),
				x_scope: 'all',
			}),
		).rejects.toMatchObject(refused);
		await anna.call('x_logistics_delegation', 'unlink', { ids: [over, elsewhere, valid] });
	});

	it('lets a delegate decide on one policy, from its first day to its last', async () => {
		const policy = { id: 'freight', version: '2' };
		const freight = await askOne(ask('freight', [level(['ben'])], { policy }));
		const other = await askOne(
			ask('returns', [level(['ben'])], { policy: { id: 'returns', version: '1' } }),
		);
		const delegation = await ben.create('x_logistics_delegation', {
			x_from_id: await userId('ben'),
			x_to_id: await userId('cleo'),
			x_start: utc(60),
			x_end: utc(120),
			x_scope: 'policy',
			x_policy: 'freight',
		});
		const canDecide = async ({ id }: { id: number }) =>
			(await read(id, cleo))?.x_can_decide ?? null;
		// It has not begun: the request is not even shown.
		expect(await canDecide(freight)).toBeNull();
		await expect(approvals.approve(cleo, freight.id)).rejects.toMatchObject(refused);
		await ben.write('x_logistics_delegation', [delegation], { x_start: utc(-60) });
		expect([await canDecide(freight), await canDecide(other)]).toEqual([true, false]);
		await expect(approvals.approve(cleo, other.id)).rejects.toMatchObject(refused);
		await approvals.approve(cleo, freight.id);
		expect(await read(freight.id)).toMatchObject({ x_state: 'approved' });
		await ben.write('x_logistics_delegation', [delegation], { x_end: utc(-1) });
		expect(await canDecide(other)).toBeNull();
		await ben.call('x_logistics_delegation', 'unlink', { ids: [delegation] });
	});

	it('tells whoever waits, once it is decided', async () => {
		const heard: string[] = [];
		const server = createServer((request, response) => {
			heard.push(`${request.method} ${request.url}`);
			response.end('{}');
		}).listen(0, '127.0.0.1');
		await new Promise((done) => server.once('listening', done));
		const { port } = server.address() as AddressInfo;
		const { id } = await askOne(
			ask('hint', [level(['anna'])], { resume_url: `http://127.0.0.1:${port}/resume?signature=1` }),
		);
		expect(heard).toEqual([]);
		await approvals.approve(anna, id);
		expect(heard).toEqual(['POST /resume?signature=1']);
		await new Promise((done) => server.close(done));
	});
});

describe('who may do what', () => {
	let id: number;
	let vote: number;
	beforeAll(async () => {
		id = (await askOne(ask('rights', [level(['anna'])]))).id;
		vote = (await votes(id))[0].id;
	});

	it.each<[who: string, client: () => OdooClient]>([
		['an approver', () => anna],
		['an operator', () => operator],
		['an auditor', () => auditor],
		['the bot', () => bot],
	])('%s changes requests, votes and links by the actions only', async (_who, client) => {
		const attempts = [
			async () => await client().write('x_logistics_approval', [id], { x_state: 'approved' }),
			async () => await client().create('x_logistics_approval', { x_name: 'forged' }),
			async () => await client().call('x_logistics_approval', 'unlink', { ids: [id] }),
			async () => await client().write('x_logistics_vote', [vote], { x_kind: 'vote' }),
			async () => await client().create('x_logistics_vote', { x_approval_id: id, x_kind: 'vote' }),
			async () => await client().call('x_logistics_vote', 'unlink', { ids: [vote] }),
			async () => await client().searchRead('x_logistics_approval_link'),
			async () => await client().searchRead('x_logistics_approval_secret'),
		];
		for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(refused);
	});

	it('only those who have a seat decide; the bot, operators and administrators do not', async () => {
		for (const client of [ben, operator, auditor, bot, lab.admin]) {
			await expect(approvals.approve(client, id)).rejects.toMatchObject(refused);
		}
		await expect(approvals.ask(anna, ask('by_anna', [level(['ben'])]))).rejects.toMatchObject(
			refused,
		);
		await expect(queue(QueueVerb.Cancel, id, ben)).rejects.toMatchObject(refused);
	});

	it('shows a request to those it concerns', async () => {
		expect(await read(id, anna)).toMatchObject({ x_can_decide: true });
		expect(await read(id, operator)).toMatchObject({ x_can_decide: false });
		expect(await read(id, ben)).toBeUndefined();
	});
});

describe('the queue', () => {
	it('reminds, escalates, and expires by the rule of the request', async () => {
		const { id } = await askOne(
			ask('queue', [level(['anna'])], {
				escalate_to: [{ kind: 'users', users: ['ben', 'anna'] }],
				due_at: utc(60),
			}),
		);
		expect(await queue(QueueVerb.Remind, id, operator)).toMatchObject({ done: true });
		expect(await queue(QueueVerb.Escalate, id)).toMatchObject({ done: true });
		expect(await queue(QueueVerb.Escalate, id)).toMatchObject({ done: false });
		expect(await queue(QueueVerb.Expire, id)).toMatchObject({ done: false });
		await setDue(id, -1);
		await expect(approvals.approve(ben, id)).rejects.toMatchObject(refused);
		expect(await queue(QueueVerb.Expire, id)).toMatchObject({ done: true, state: 'expired' });
		expect(await read(id)).toMatchObject({ activity_ids: [], x_reminders: 1 });
		const rejecting = ask('late', [level(['anna'])], {
			on_timeout: OnTimeout.Reject,
			due_at: utc(-1),
		});
		const late = await askOne(rejecting);
		expect(await queue(QueueVerb.Expire, late.id)).toMatchObject({ state: 'rejected' });
	});

	it('lets those who were escalated to decide', async () => {
		const { id } = await askOne(
			ask('up', [level(['anna'])], { escalate_to: [{ kind: 'users', users: ['ben'] }] }),
		);
		await queue(QueueVerb.Escalate, id);
		await approvals.approve(ben, id);
		expect(await read(id)).toMatchObject({ x_state: 'approved' });
	});

	it('is cancelled by operators, and withdrawn by who asked', async () => {
		const asked = await askOne(ask('withdraw', [level(['anna'])], { requester: 'ben' }));
		expect(await read(asked.id, ben)).toMatchObject({ x_is_mine: true });
		expect(await read(asked.id, anna)).toMatchObject({ x_is_mine: false });
		expect(await queue(QueueVerb.Cancel, asked.id, ben)).toMatchObject({ state: 'cancelled' });
		await expect(approvals.approve(anna, asked.id)).rejects.toMatchObject(refused);
		expect((await votes(asked.id)).at(-1)).toMatchObject({ x_comment: 'Withdrawn by ben' });
		expect(await activities(asked.id)).toEqual([]);
	});

	it('settles what was carried out once', async () => {
		const { id } = await askOne(
			ask('settle', [level(['anna'])], { command: { key: null } as never }),
		);
		const settle = async (outcome: string) =>
			(
				await approvals.run<QueueAnswer['results'][number]>(bot, 'action_approval_settle', {
					settled: [{ id, outcome, message: '', ledger_id: null }],
				})
			)[0];
		expect(await settle('applied')).toMatchObject({ done: false });
		await approvals.approve(anna, id);
		expect(await settle('applied')).toMatchObject({ done: true, effect_state: 'applied' });
		expect(await settle('applied')).toMatchObject({ done: false, effect_state: 'applied' });
	});
});

describe('deciding by link', () => {
	const linked = { links: true, assurance: Assurance.Link };
	const keepLink = async (id: number, login: string, token: string) =>
		await approvals.run(bot, 'action_approval_links', {
			links: [
				{
					approval: id,
					level: 1,
					partner: await partnerId(login),
					token_hash: sha256(token),
					url: `http://127.0.0.1/${token}`,
				},
			],
		});
	const status = async (token: string) =>
		(
			await bot.call<{ logistics: LinkStatusAnswer }>('ir.actions.server', 'run', {
				ids: [approvals.id('action_approval_link_status')],
				context: { logistics: { protocol: 1, token_hash: sha256(token) } },
			})
		).logistics;
	const vote = async (token: string, wish: Ask, id: number, more: object = {}) =>
		(
			await approvals.run<LinkVoteAnswer['results'][number]>(bot, 'action_approval_link_vote', {
				token_hash: sha256(token),
				code_hash: null,
				votes: [{ approval: id, decision: 'approve', comment: '', digest: wish.digest, ...more }],
				...more,
			})
		)[0];

	beforeAll(async () => {
		for (const login of ['anna', 'ben']) {
			await lab.admin.write('res.partner', [await partnerId(login)], {
				email: `${login}@example.com`,
			});
		}
	});

	it('shows and decides once, and nothing else', async () => {
		const wish = ask('link', [level(['anna', 'ben'], linked)]);
		const { id } = await askOne(wish);
		await keepLink(id, 'anna', 'token-a');
		await keepLink(id, 'ben', 'token-b');
		expect(await status('token-a')).toMatchObject({
			problem: null,
			views: [{ approval: id, approver: 'anna', digest: wish.digest, problem: null }],
		});
		expect(await status('token-x')).toEqual({ protocol: 1, problem: 'unknown', views: [] });
		expect(await vote('token-x', wish, id)).toMatchObject({ problem: 'unknown' });
		expect(await vote('token-a', wish, id, { digest: sha256('x') })).toMatchObject({
			problem: 'changed',
		});
		expect(await vote('token-a', wish, id, { decision: 'reject' })).toMatchObject({
			problem: 'comment_missing',
			state: 'pending',
		});
		const rejected = await approvals.run<LinkVoteAnswer['results'][number]>(
			bot,
			'action_approval_link_vote',
			{
				token_hash: sha256('token-b'),
				code_hash: null,
				votes: [{ approval: id, decision: 'reject', comment: ' ', digest: wish.digest }],
			},
		);
		expect(rejected).toMatchObject([{ problem: 'comment_missing' }]);
		expect(await vote('token-a', wish, id)).toMatchObject({ problem: null, state: 'approved' });
		expect(await vote('token-a', wish, id)).toMatchObject({ problem: 'voted' });
		expect(await vote('token-b', wish, id)).toMatchObject({ problem: 'closed' });
		expect((await votes(id))[1]).toMatchObject({ x_assurance: 'link' });
		const addresses = await lab.admin.searchRead('x_logistics_approval_link', {
			domain: [['x_approval_id', '=', id]],
			fields: ['x_url'],
		});
		expect(addresses.map(({ x_url: url }) => url)).toEqual([false, false]);
	});

	it('is mailed in the language of the contact', async () => {
		const people = [
			{ lang: 'en_US', says: 'Your decision is needed', asks: 'asks for your decision' },
			{ lang: 'de_DE', says: 'Ihre Entscheidung ist gefragt', asks: 'bittet um Ihre Entscheidung' },
			{ lang: 'fr_FR', says: 'Votre décision est demandée', asks: 'demande votre décision' },
		];
		const found = await lab.admin.searchRead('res.lang', {
			domain: [
				['code', 'in', people.map(({ lang }) => lang)],
				'|',
				['active', '=', true],
				['active', '=', false],
			],
		});
		await lab.admin.write(
			'res.lang',
			found.map(({ id }) => id),
			{ active: true },
		);
		const emails = people.map(({ lang }) => `${lang.toLowerCase()}@example.com`);
		for (const [at, { lang }] of people.entries()) {
			await lab.admin.create('res.partner', { name: lang, lang, email: emails[at] });
		}
		const from = [{ kind: 'partners' as const, partners: emails }];
		const due = utc(600);
		const wish = ask('languages', [level([], { ...linked, from })], {
			title: 'Pay <b>118</b> & more',
			due_at: due,
		});
		const { id, levels } = await askOne(wish);
		for (const { partner_id: partner, name } of levels[0].approvers) {
			await approvals.run(bot, 'action_approval_links', {
				links: [
					{
						approval: id,
						level: 1,
						partner,
						token_hash: sha256(name),
						url: `http://127.0.0.1/${name}`,
					},
				],
			});
		}
		for (const [at, { lang, says, asks }] of people.entries()) {
			const mail = await lab.admin.one(
				'mail.mail',
				[['email_to', 'ilike', emails[at]]],
				['subject', 'body_html'],
			);
			expect(mail.subject).toMatch(says);
			expect(mail.body_html).toContain(asks);
			expect(mail.body_html).toContain(due.slice(0, 16));
			expect(mail.body_html).toContain(`http://127.0.0.1/${lang}`);
			expect(mail.body_html).not.toContain('<b>118</b>');
		}
	});

	it('is too weak where a login is asked for, and late after the due time', async () => {
		const strong = ask('strong', [level(['anna'], { links: true })]);
		const made = await askOne(strong);
		await keepLink(made.id, 'anna', 'token-s');
		expect(await vote('token-s', strong, made.id)).toMatchObject({ problem: 'too_weak' });
		const late = ask('late_link', [level(['anna'], linked)], { due_at: utc(60) });
		const { id } = await askOne(late);
		await keepLink(id, 'anna', 'token-l');
		await setDue(id, -1);
		expect(await vote('token-l', late, id)).toMatchObject({ problem: 'expired' });
		expect(await read(id)).toMatchObject({ x_state: 'pending' });
	});

	it('asks for the code, and locks after five wrong ones', async () => {
		const wish = ask(
			'code',
			[level(['anna', 'ben'], { links: true, assurance: Assurance.LinkCode })],
			{
				code_hash: sha256('4711'),
			},
		);
		const { id } = await askOne(wish);
		await keepLink(id, 'anna', 'token-c');
		await keepLink(id, 'ben', 'token-d');
		for (let attempt = 0; attempt < 5; attempt += 1) {
			expect(await vote('token-c', wish, id, { code_hash: sha256('0000') })).toMatchObject({
				problem: 'wrong_code',
			});
		}
		expect(await vote('token-c', wish, id, { code_hash: sha256('4711') })).toMatchObject({
			problem: 'locked',
		});
		expect(await vote('token-d', wish, id, { code_hash: sha256('4711') })).toMatchObject({
			problem: null,
			state: 'approved',
		});
		expect((await votes(id))[1]).toMatchObject({ x_assurance: 'link_code' });
	});
});

describe('the manager', () => {
	beforeAll(async () => {
		const hr = await lab.admin.one('ir.module.module', [['name', '=', 'hr']]);
		await lab.admin.call('ir.module.module', 'button_immediate_install', { ids: [hr.id] });
		const boss = await lab.admin.create('hr.employee', {
			name: 'anna',
			user_id: await userId('anna'),
		});
		await lab.admin.create('hr.employee', {
			name: 'cleo',
			user_id: await userId('cleo'),
			parent_id: boss,
		});
	}, 300_000);

	const managed = async (key: string, from: ApproverSource, more: Partial<Ask> = {}) =>
		await askOne(ask(key, [level([], { from: [from] })], more));

	it('of who asks decides', async () => {
		const asked = await managed('boss', { kind: 'manager' }, { requester: 'cleo' });
		expect(seatsOf(asked)).toEqual(['anna']);
		await approvals.approve(anna, asked.id);
		expect(await read(asked.id)).toMatchObject({ x_state: 'approved' });
	});

	it('of the user behind a field decides; nobody where there is none', async () => {
		const id = await lab.admin.create('res.partner', {
			name: 'Customer of cleo',
			user_id: await userId('cleo'),
		});
		const document = { model: 'res.partner', id, name: 'Customer of cleo' };
		const from = { kind: 'manager' as const, field: 'user_id' };
		expect(seatsOf(await managed('boss_of', from, { document }))).toEqual(['anna']);
		// The manager has none.
		expect(await managed('boss_less', { kind: 'manager' }, { requester: 'anna' })).toMatchObject({
			state: ApprovalState.Blocked,
		});
	});
});

describe('the trail', () => {
	const broken = async () => {
		const rows = await lab.admin.searchRead('x_logistics_vote', { order: 'x_sequence' });
		let previous = '';
		return rows.flatMap((row, index) => {
			const text = row.x_record as string;
			const { sequence } = JSON.parse(text) as AuditRecord;
			const isWhole =
				sequence === index + 1 &&
				row.x_sequence === sequence &&
				(row.x_previous || '') === previous &&
				row.x_hash === sha256(`${previous}\n${text}`);
			previous = row.x_hash as string;
			return isWhole ? [] : [row.x_sequence];
		});
	};

	it('is one chain over all requests, without gaps', async () => {
		expect(
			await lab.admin.call('x_logistics_vote', 'search_count', { domain: [] }),
		).toBeGreaterThan(40);
		expect(await broken()).toEqual([]);
	});

	it('shows what an administrator changes in it', async () => {
		const [row] = await lab.admin.searchRead('x_logistics_vote', { order: 'x_sequence', limit: 1 });
		const record = (row.x_record as string).replace('"state":"pending"', '"state":"approved"');
		await lab.admin.write('x_logistics_vote', [row.id], { x_record: record });
		expect(await broken()).toEqual([1]);
		await lab.admin.write('x_logistics_vote', [row.id], { x_record: row.x_record });
	});
});
