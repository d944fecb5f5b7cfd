import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import { rowHash, type AuditExport, type AuditRow } from '../../core/approval';
import type { OdooClient } from '../../lab/clients';
import { CLONE } from '../../lab/recipe';
import { until } from '../../lab/until';
import type { Cut } from '../../lab/fakes/odooProxy';
import { ApprovalFlow } from './harness/approvalFlow';
import { Approvals } from './harness/approvals';
import { killN8n } from './harness/crash';
import { odooThroughProxy } from './harness/odooThroughProxy';
import { asUser, openLabWithSetup, type LabWithSetup } from './harness/setup';

let lab: LabWithSetup;
let approvals: Approvals;
let anna: OdooClient;
let ben: OdooClient;

beforeAll(async () => {
	lab = await openLabWithSetup();
	approvals = new Approvals(lab.actions);
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
	const { noAnswer, approved, rejected } = await flow.ended(execution);
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

it('is called again by Odoo when the call of the decision was lost', async () => {
	const id = await partner();
	const flow = await ApprovalFlow.open(lab.n8n, lab.json2, change(id));
	const execution = await flow.start([{}]);
	const request = await requestOf(execution);
	await approvals.approveUnheard(lab.admin, anna, request.id);
	expect(await flow.status(execution)).toBe('waiting');
	expect(await approvals.nextCalls(lab.admin)).toContain((await requestOf(execution)).x_wake_at);
	await approvals.callAgain(lab.admin, request.id);
	expect((await flow.ended(execution)).approved).toHaveLength(1);
	expect(await refOf(id)).toBe('R-1');
});

it('leaves on Rejected with the reason; the document stays', async () => {
	const id = await partner();
	const flow = await ApprovalFlow.open(lab.n8n, lab.jsonRpc, change(id));
	const execution = await flow.start([{}]);
	await approvals.reject(anna, (await requestOf(execution)).id, 'Not this year');
	const { rejected } = await flow.ended(execution);
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
	const { approved } = await flow.ended(execution);
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
	const { rejected } = await flow.ended(execution);
	expect(rejected[0].json).toMatchObject({ approval: { outcome: 'rejected' } });
});

it('is withdrawn by who asked, and leaves on No Answer', async () => {
	const id = await partner();
	const more = { options: { requester: 'ben' } };
	const flow = await ApprovalFlow.open(lab.n8n, lab.json2, change(id, more));
	const execution = await flow.start([{}]);
	const request = await requestOf(execution);
	// As the button does it.
	await approvals.run(ben, 'action_approval_queue', { verb: 'cancel' }, [request.id]);
	const { noAnswer } = await flow.ended(execution);
	expect(noAnswer[0].json).toMatchObject({ approval: { outcome: 'cancelled' } });
	await expect(approvals.approve(anna, request.id)).rejects.toThrow('not open any more');
	expect(await refOf(id)).toBe(false);
});

describe('the audit trail', () => {
	let trail: AuditExport;
	let lastRow: string;

	beforeAll(async () => {
		const [verified] = await ApprovalFlow.run(lab.n8n, lab.json2, {
			operation: 'verify',
			returnExport: true,
		});
		expect(verified).toMatchObject({ intact: true, findings: [] });
		trail = verified.export as AuditExport;
		lastRow = String(verified.lastRow);
	});

	it('is verified without Odoo', () => {
		expect(trail.rows.length).toBeGreaterThan(10);
		expect(auditVerify(trail, lastRow)).toMatchObject({ status: 0 });
	});

	const change = (at: number, text: string, by: string): AuditRow[] =>
		trail.rows.map((row, index) => {
			if (index !== at) return row;
			expect(row.record).toContain(text);
			return { ...row, record: row.record.replace(text, by) };
		});
	const voteAt = () => trail.rows.findIndex(({ record }) => record.includes('"kind":"vote"'));

	it.each<[what: string, problem: string, rows: () => AuditRow[]]>([
		['a decision is flipped', 'altered', () => change(voteAt(), '"approve"', '"reject"')],
		[
			'a decision is flipped and hashed anew',
			'unchained',
			() =>
				change(voteAt(), '"approve"', '"reject"').map((row, at) =>
					at === voteAt() ? { ...row, hash: rowHash(row.previous, row.record) } : row,
				),
		],
		['a row is dropped', 'missing', () => trail.rows.filter((_, at) => at !== voteAt())],
		[
			'two rows change places',
			'reordered',
			() => {
				const [first, second, ...rest] = trail.rows;
				return [second, first, ...rest];
			},
		],
		['the end is cut off', 'cut_tail', () => trail.rows.slice(0, -1)],
	])('shows that %s', (_, problem, rows) => {
		const { status, output } = auditVerify({ ...trail, rows: rows() });
		expect([status, output]).toEqual([1, expect.stringContaining(`${problem}\t`)]);
	});

	it('shows by a noted row that all of it was made anew', () => {
		const other = lastRow.replace(/:../, ':00');
		const { status, output } = auditVerify(trail, other === lastRow ? `${lastRow}0` : other);
		expect([status, output]).toEqual([1, expect.stringContaining('other_anchor\t')]);
	});
});

/** `npm run audit:verify` on this export. */
function auditVerify(trail: AuditExport, ...noted: string[]) {
	const dir = mkdtempSync(join(tmpdir(), 'trail-'));
	try {
		const file = join(dir, 'trail.json');
		writeFileSync(file, JSON.stringify(trail));
		const args = ['run', '--silent', 'audit:verify', '--', file, ...noted];
		const { status, stdout } = spawnSync('npm', args, { cwd: CLONE, encoding: 'utf8' });
		return { status, output: stdout };
	} finally {
		rmSync(dir, { recursive: true });
	}
}

describe('n8n is killed', () => {
	/** What a sweeper does with what is due. */
	const sweep = async (operation: string, request: { id: number }) =>
		await ApprovalFlow.run(lab.n8n, lab.json2, {
			operation,
			chooseBy: 'id',
			ids: String(request.id),
		});

	/** The wait ends with a yes, and the change was made once. */
	async function expectOnce(flow: ApprovalFlow, execution: string, id: number): Promise<void> {
		await sweep('resume', await requestOf(execution));
		const { approved } = await flow.ended(execution);
		expect(approved[0].json).toMatchObject({ approval: { outcome: 'approved' } });
		expect(await refOf(id)).toBe('R-1');
		const request = await requestOf(execution);
		expect(request).toMatchObject({ x_effect_state: 'applied' });
		expect(await effectsOf(request)).toHaveLength(1);
		const settled = await lab.admin.searchRead('x_logistics_vote', {
			domain: [
				['x_approval_id', '=', request.id],
				['x_kind', '=', 'applied'],
			],
		});
		expect(settled).toHaveLength(1);
	}

	it('while people decide: what was approved is carried out from Odoo’s record', async () => {
		const id = await partner();
		const flow = await ApprovalFlow.open(lab.n8n, lab.json2, change(id));
		const execution = await flow.start([{}]);
		const request = await requestOf(execution);
		const startAgain = killN8n();
		await approvals.approve(anna, request.id);
		await startAgain();
		expect(await flow.status(execution)).toBe('waiting');
		expect(await sweep('carryOut', request)).toMatchObject([{ done: true, outcome: 'approved' }]);
		expect(await refOf(id)).toBe('R-1');
		await expectOnce(flow, execution, id);
	}, 300_000);

	it.each<[when: string, call: string, cut: Cut, isDone: boolean]>([
		['between the decision and the change', '"commands"', 'before', false],
		['while Odoo makes the change', '"commands"', 'during', true],
		['between the change and the note of it', '"settled"', 'before', true],
	])(
		'%s: once',
		async (_, call, cut, isDone) => {
			const id = await partner();
			const { proxy, json2 } = await odooThroughProxy(lab);
			const flow = await ApprovalFlow.open(lab.n8n, json2, change(id));
			const execution = await flow.start([{}]);
			const request = await requestOf(execution);
			let startAgain: (() => Promise<void>) | undefined;
			proxy.cut = (_path, body) => {
				if (startAgain || !body.includes(call)) return undefined;
				startAgain = killN8n();
				return cut;
			};
			await approvals.approve(anna, request.id);
			const start = await until(
				'n8n to be killed',
				30,
				async () => await Promise.resolve(startAgain),
			);
			await until('Odoo to be done', 30, async () => (await refOf(id)) === (isDone && 'R-1'));
			expect(await requestOf(execution)).toMatchObject({
				x_state: 'approved',
				x_effect_state: 'waiting',
			});
			await start();
			await expectOnce(flow, execution, id);
			await proxy.stop();
		},
		300_000,
	);
});
