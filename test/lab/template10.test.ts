import type { Credential, OdooClient, OdooRecord } from '../../lab/clients';
import { ApprovalFlow } from './harness/approvalFlow';
import { Approvals } from './harness/approvals';
import { asUser } from './harness/setup';
import { openTemplateLab, type Template, type TemplateLab } from './harness/template';

const SWEEP = 'Every quarter of an hour';
const SUMMARY = 'Every morning';
const LONG_AGO = '2026-01-01 08:00:00';

let lab: TemplateLab;
let template: Template;
let approvals: Approvals;
let anna: OdooClient;
let ben: OdooClient;
let flow: ApprovalFlow;

beforeAll(async () => {
	lab = await openTemplateLab();
	const [setup] = await lab.admin.searchRead('x_logistics_setup', { fields: ['x_actions'] });
	approvals = new Approvals(setup.x_actions as Record<string, number>);
	anna = await asUser(lab, 'anna', []);
	ben = await asUser(lab, 'ben', ['sales_team.group_sale_manager']);
	flow = await openFlow(lab.json2);
	template = await (await lab.open('10-sweep-approvals')).activate();
}, 1_200_000);
afterAll(async () => await lab.end());

/** Asks anna to put a reference on a contact; what a time-out means is said by the item. */
const openFlow = async (credential: Credential): Promise<ApprovalFlow> =>
	await ApprovalFlow.open(lab.n8n, credential, {
		subject: '={{ $json.subject }}',
		model: { __rl: true, mode: 'id', value: 'res.partner' },
		documentId: '={{ $json.contact }}',
		whenApproved: 'write',
		values: { value: [{ field: 'ref', value: 'R-1' }] },
		levels: { level: [{ approversFrom: 'users', users: 'anna' }] },
		dueAmount: 2,
		dueUnit: 'days',
		onTimeout: '={{ $json.onTimeout }}',
		options: {
			remindAfter: 8,
			escalateAfter: 24,
			escalateToGroup: 'sales_team.group_sale_manager',
		},
	});

interface Asked {
	execution: string;
	contact: number;
	id: number;
}

async function ask(subject: string, onTimeout = 'reject'): Promise<Asked> {
	const contact = await lab.admin.create('res.partner', { name: subject });
	const execution = await flow.start([{ subject, contact, onTimeout }]);
	const { id } = await lab.admin.one('x_logistics_approval', [['x_execution', '=', execution]]);
	return { execution, contact, id };
}

const read = async ({ id }: Asked): Promise<OdooRecord> =>
	await lab.admin.one('x_logistics_approval', [['id', '=', id]]);

const put = async ({ id }: Asked, values: object): Promise<void> =>
	await lab.admin.write('x_logistics_approval', [id], values as Record<string, unknown>);

const refOf = async ({ contact }: Asked): Promise<unknown> =>
	(await lab.admin.one('res.partner', [['id', '=', contact]], ['ref'])).ref;

/** What happened to a request, in order. */
const trailOf = async ({ id }: Asked): Promise<unknown[]> =>
	(
		await lab.admin.searchRead('x_logistics_vote', {
			domain: [['x_approval_id', '=', id]],
			fields: ['x_kind'],
			order: 'x_sequence',
		})
	).map(({ x_kind: kind }) => kind);

const count = async (model: string): Promise<number> =>
	await lab.admin.call<number>(model, 'search_count', { domain: [] });

const tasksOf = async ({ id }: Asked): Promise<unknown[]> =>
	(
		await lab.admin.searchRead('mail.activity', {
			domain: [
				['res_model', '=', 'x_logistics_approval'],
				['res_id', '=', id],
			],
			fields: ['user_id'],
		})
	).map(({ user_id: user }) => (user as [number, string])[1]);

const sweep = async () => await template.fire(SWEEP);

describe('Sweep approvals', () => {
	it('does what is due, once: reminds, lets others join, ends, wakes, carries out', async () => {
		const reminded = await ask('To remind of');
		const escalated = await ask('To escalate');
		const late = await ask('Too late');
		const held = await ask('Too late, to hold', 'hold');
		const lost = await ask('Decided, and nobody heard');
		const gone = await ask('Decided, and the workflow is gone');
		const young = await ask('Nothing is due');
		await put(reminded, { x_remind_at: LONG_AGO });
		await put(escalated, { x_escalate_at: LONG_AGO });
		for (const one of [late, held]) await put(one, { x_due_at: LONG_AGO });
		await approvals.approveUnheard(lab.admin, anna, lost.id);
		await put(lost, { x_wake_at: LONG_AGO });
		await lab.n8n.deleteExecution(gone.execution);
		await approvals.approve(anna, gone.id);

		expect(await sweep()).toMatchObject({ status: 'success' });

		expect(await read(reminded)).toMatchObject({ x_reminders: 1, x_remind_at: false });
		expect(await read(escalated)).toMatchObject({ x_escalated_at: expect.any(String) });
		expect(await tasksOf(escalated)).toEqual(expect.arrayContaining(['anna', 'ben']));
		expect(await read(late)).toMatchObject({ x_state: 'rejected' });
		const { rejected } = await flow.ended(late.execution);
		expect(rejected[0].json).toMatchObject({ approval: { outcome: 'rejected' } });
		expect(await refOf(late)).toBe(false);
		expect(await read(held)).toMatchObject({ x_state: 'expired' });
		const { noAnswer } = await flow.ended(held.execution);
		expect(noAnswer[0].json).toMatchObject({ approval: { outcome: 'expired' } });
		const { approved } = await flow.ended(lost.execution);
		expect(approved[0].json).toMatchObject({ approval: { outcome: 'approved' } });
		expect([await refOf(lost), await refOf(gone)]).toEqual(['R-1', 'R-1']);
		expect(await trailOf(young)).toEqual(['asked']);

		const before = [await count('x_logistics_vote'), await count('x_logistics_event')];
		expect(await sweep()).toMatchObject({ status: 'success' });
		expect([await count('x_logistics_vote'), await count('x_logistics_event')]).toEqual(before);
		expect(await trailOf(reminded)).toEqual(['asked', 'reminded']);
		expect(await trailOf(escalated)).toEqual(['asked', 'escalated']);
		expect(await trailOf(gone)).toEqual(['asked', 'vote', 'decided', 'applied']);
		// Whoever joined decides.
		await approvals.approve(ben, escalated.id);
		expect((await flow.ended(escalated.execution)).approved).toHaveLength(1);
	});

	it('opens one exception for what Odoo refuses, and for what is no longer true', async () => {
		const refused = await ask('Refused by Odoo');
		const changed = await ask('Changed meanwhile');
		for (const one of [refused, changed]) await lab.n8n.deleteExecution(one.execution);
		await lab.admin.call('res.partner', 'unlink', { ids: [refused.contact] });
		await lab.admin.write('res.partner', [changed.contact], { ref: 'Meanwhile' });
		for (const one of [refused, changed]) await approvals.approve(anna, one.id);
		for (let times = 0; times < 2; times += 1) await sweep();
		for (const [one, state] of [
			[refused, 'approved'],
			[changed, 'stale'],
		] as const) {
			expect(await read(one)).toMatchObject({ x_state: state });
			const exception = await lab.admin.one(
				'x_logistics_exception',
				[['x_message', 'like', `(request ${one.id},`]],
				['x_state', 'x_severity', 'x_occurrences'],
			);
			expect(exception).toMatchObject({ x_state: 'open', x_severity: 'high', x_occurrences: 1 });
		}
		expect(await refOf(changed)).toBe('Meanwhile');
	});

	it('says what failed while Odoo is down, and goes on afterwards', async () => {
		const late = await ask('Late while Odoo is down');
		await put(late, { x_due_at: LONG_AGO });
		lab.odooIsDown(true);
		const failed = await sweep();
		lab.odooIsDown(false);
		expect(failed.status).toBe('error');
		expect(failed.data.resultData.error?.message).toContain('End what is overdue: ');
		expect(failed.data.resultData.error?.message).toContain('Wake what still waits: ');
		expect(await read(late)).toMatchObject({ x_state: 'pending' });
		await sweep();
		expect(await read(late)).toMatchObject({ x_state: 'rejected' });
	});

	it('sends one mail with what waits too long and what is not done, and none without', async () => {
		const open = await lab.admin.searchRead('x_logistics_approval', { fields: ['id'] });
		const ids = open.map(({ id }) => id);
		const age = async (sql: object) =>
			await lab.admin.write('x_logistics_approval', ids, sql as Record<string, unknown>);
		// All that earlier tests left is done.
		await age({ x_effect_state: 'none', x_wake_at: false });
		const before = lab.mail.mails.length;
		expect(await template.fire(SUMMARY)).toMatchObject({ status: 'success' });
		expect(lab.mail.mails).toHaveLength(before);

		const unheard = await ask('Nobody heard of it');
		await approvals.approveUnheard(lab.admin, anna, unheard.id);
		await put(unheard, { x_decided_at: hoursAgo(3) });
		const strict = await lab.open('10-sweep-approvals', { configuration: { tellAfterHours: 0 } });
		const waiting = await ask('It waits');
		await (await strict.activate()).fire(SUMMARY);
		const sent = lab.mail.mails.slice(before);
		expect(sent).toHaveLength(1);
		const text = sent[0].source.replace(/=\n/g, '');
		expect(text).toContain(`It waits (request ${waiting.id}, It waits)`);
		expect(text).toContain('Waits for anna');
		expect(text.split(`(request ${unheard.id},`)).toHaveLength(2);
		expect(text).toContain('Approved, and not carried out');
	});
});

const hoursAgo = (hours: number): string =>
	new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
