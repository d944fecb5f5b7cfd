import axios from 'axios';
import type { OdooClient } from '../../lab/clients';
import { until } from '../../lab/until';
import { ApprovalFlow } from './harness/approvalFlow';
import { Approvals } from './harness/approvals';
import { killN8n } from './harness/crash';
import { openTestLab, type TestLab } from './harness/lab';
import { asUser, installSetup } from './harness/setup';

let lab: TestLab;
let approvals: Approvals;
let anna: OdooClient;
let ben: OdooClient;

beforeAll(async () => {
	lab = await openTestLab();
	approvals = new Approvals((await installSetup(lab)).actions);
	anna = await asUser(lab, 'anna', []);
	ben = await asUser(lab, 'ben', []);
}, 600_000);
afterAll(async () => await lab.end());

const users = (names: string, more: object = {}) => ({
	levels: { level: [{ approversFrom: 'users', users: names, ...more }] },
});

const partner = async (name = 'Old name') =>
	await lab.admin.create('res.partner', { name, comment: false });

/** A change of a contact's reference, decided by anna. */
const change = (id: number, more: object = {}) => ({
	subject: `Reference of contact ${id}`,
	model: { __rl: true, mode: 'id', value: 'res.partner' },
	documentId: String(id),
	whenApproved: 'write',
	values: { value: [{ field: 'ref', value: 'R-1' }] },
	...users('anna'),
	...more,
});

const requestOf = async (execution: string, at = 0) => {
	const rows = await lab.admin.searchRead('x_logistics_approval', {
		domain: [['x_execution', '=', execution]],
		order: 'id',
	});
	return rows[at];
};

const refOf = async (id: number) =>
	(await lab.admin.searchRead('res.partner', { domain: [['id', '=', id]], fields: ['ref'] }))[0]
		.ref;

const effectsOf = async (request: Record<string, unknown>) =>
	await lab.admin.searchRead('x_logistics_event', {
		domain: [['x_key', 'like', `apr_${String(request.x_key)}`]],
	});

it('goes on at once when it is decided in Odoo, and the change is made once', async () => {
	const id = await partner();
	const flow = await ApprovalFlow.open(
		lab.n8n,
		lab.json2,
		change(id, users('anna, ben', { quorum: 2 })),
	);
	const execution = await flow.start([{ order: 7 }]);
	const request = await requestOf(execution);
	expect(request).toMatchObject({ x_state: 'pending', x_res_id: id });
	await approvals.approve(anna, request.id, 'Fine');
	await approvals.approve(ben, request.id);
	const began = Date.now();
	const { noAnswer, approved, rejected } = await flow.ended(execution, 30);
	expect(Date.now() - began).toBeLessThan(30_000);
	expect([...noAnswer, ...rejected]).toEqual([]);
	expect(approved[0].json).toMatchObject({
		order: 7,
		approval: {
			outcome: 'approved',
			votes: [{ comment: 'Fine', assurance: 'odoo' }, { assurance: 'odoo' }],
		},
	});
	expect(await refOf(id)).toBe('R-1');
	expect(await effectsOf(request)).toHaveLength(1);
	expect(await requestOf(execution)).toMatchObject({
		x_effect_state: 'applied',
		x_resumed_at: expect.any(String),
	});
});

it('leaves on Rejected with the reason; the document stays', async () => {
	const id = await partner();
	const flow = await ApprovalFlow.open(lab.n8n, lab.jsonRpc, change(id));
	const execution = await flow.start([{}]);
	await approvals.reject(anna, (await requestOf(execution)).id, 'Not this year');
	const { rejected } = await flow.ended(execution, 30);
	expect(rejected[0].json).toMatchObject({
		approval: { outcome: 'rejected', comments: ['Not this year'] },
	});
	expect(await refOf(id)).toBe(false);
});

it('asks anew when the document changed meanwhile', async () => {
	const id = await partner();
	const flow = await ApprovalFlow.open(lab.n8n, lab.json2, change(id));
	const execution = await flow.start([{}]);
	await lab.admin.write('res.partner', [id], { ref: 'Meanwhile' });
	const first = await requestOf(execution);
	await approvals.approve(anna, first.id);
	const second = await until('a second round', 30, async () => await requestOf(execution, 1));
	expect(second).toMatchObject({ x_state: 'pending', x_round: 2, x_batch: first.x_batch });
	expect(second.x_changes).toMatchObject([{ before: 'Meanwhile', after: 'R-1' }]);
	expect(await flow.status(execution)).toBe('waiting');
	expect(await refOf(id)).toBe('Meanwhile');
	await approvals.approve(anna, second.id);
	const { approved } = await flow.ended(execution, 30);
	expect(approved[0].json).toMatchObject({ approval: { outcome: 'approved', round: 2 } });
	expect(await refOf(id)).toBe('R-1');
});

it('the execution is gone: the decision is carried out from Odoo’s record', async () => {
	const id = await partner();
	const flow = await ApprovalFlow.open(lab.n8n, lab.json2, change(id));
	const execution = await flow.start([{}]);
	const request = await requestOf(execution);
	await lab.n8n.deleteExecution(execution);
	await approvals.approve(anna, request.id);
	const [carried] = await ApprovalFlow.run(lab.n8n, lab.json2, {
		operation: 'carryOut',
		chooseBy: 'id',
		ids: String(request.id),
	});
	expect(carried).toMatchObject({ done: true, effect: 'waiting', outcome: 'approved' });
	expect(await refOf(id)).toBe('R-1');
});

it('a link of an earlier turn of a loop does not end the present wait', async () => {
	const flow = await ApprovalFlow.open(
		lab.n8n,
		lab.json2,
		{ subject: 'Turn', whenApproved: 'nothing', ...users('anna') },
		{
			connections: {
				'Approval Request': {
					main: [[], [{ node: 'Approval Request', type: 'main', index: 0 }], []],
				},
			},
		},
	);
	const execution = await flow.start([{}]);
	const first = await requestOf(execution);
	await approvals.approve(anna, first.id);
	const second = await until('the second turn', 30, async () => await requestOf(execution, 1));
	expect(second.x_batch).not.toBe(first.x_batch);
	// The address of the first turn is signed and still holds: it wakes the node, and nothing is decided.
	const [secret] = await lab.admin.searchRead('x_logistics_approval_secret', {
		domain: [['x_approval_id', '=', first.id]],
	});
	const answer = await axios.post(String(secret.x_resume_url), {}, { validateStatus: () => true });
	expect(answer.status).toBe(202);
	await new Promise((resolve) => setTimeout(resolve, 6_000));
	expect(await flow.status(execution)).toBe('waiting');
	await approvals.reject(anna, second.id, 'Enough');
	const { rejected } = await flow.ended(execution, 30);
	expect(rejected[0].json).toMatchObject({ approval: { outcome: 'rejected' } });
});

it('verifies the audit trail', async () => {
	const verify = async () =>
		(await ApprovalFlow.run(lab.n8n, lab.json2, { operation: 'verify' }))[0];
	expect(await verify()).toMatchObject({ intact: true, findings: [] });
});

it('n8n is killed while people decide: what was approved is carried out once, and the wait ends', async () => {
	const id = await partner();
	const flow = await ApprovalFlow.open(lab.n8n, lab.json2, change(id));
	const execution = await flow.start([{}]);
	const request = await requestOf(execution);
	const startAgain = killN8n();
	await approvals.approve(anna, request.id);
	await startAgain();
	expect(await flow.status(execution)).toBe('waiting');
	const [carried] = await ApprovalFlow.run(lab.n8n, lab.json2, {
		operation: 'carryOut',
		chooseBy: 'id',
		ids: String(request.id),
	});
	expect(carried).toMatchObject({ done: true, outcome: 'approved' });
	expect(await refOf(id)).toBe('R-1');
	await ApprovalFlow.run(lab.n8n, lab.json2, {
		operation: 'resume',
		chooseBy: 'id',
		ids: String(request.id),
	});
	const { approved } = await flow.ended(execution, 30);
	expect(approved[0].json).toMatchObject({ approval: { outcome: 'approved' } });
	expect(await effectsOf(request)).toHaveLength(1);
}, 300_000);
