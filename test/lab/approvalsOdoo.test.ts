import { ApprovalState, type Ask, Decision } from '../../core/approval';
import { OdooClient } from '../../lab/clients';
import { ask, Approvals, level } from './harness/approvals';
import { BOT, openTestLab, type TestLab } from './harness/lab';
import { asUser, installSetup } from './harness/setup';

let lab: TestLab;
let approvals: Approvals;
let bot: OdooClient;
let anna: OdooClient;

beforeAll(async () => {
	lab = await openTestLab();
	approvals = new Approvals((await installSetup(lab)).actions);
	const { url, db } = lab.odoo;
	bot = new OdooClient({ url, db, login: BOT.login, password: BOT.password });
	anna = await asUser(lab, 'anna', []);
	await asUser(lab, 'ben', []);
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
const names = (rows: Array<Record<string, unknown>>) =>
	rows.map(({ user_id: user }) => (user as [number, string])[1]).sort();

describe('asking', () => {
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
});
