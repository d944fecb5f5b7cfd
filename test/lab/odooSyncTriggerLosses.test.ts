import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomInt, randomUUID } from 'node:crypto';
import type { Credential } from '../../lab/clients';
import { backupDatabase, dropDatabase, itemsOf, restoreDatabase } from '../../lab/clients';
import { sleep } from '../../lab/progress';
import { restartN8n } from '../../lab/start';
import { readState } from '../../lab/state';
import { until } from '../../lab/until';
import { openTestLab, TEST_LAB, type TestLab } from './harness/lab';
import { model } from './harness/runOdooSync';
import { TRIGGER, triggerCredential, TriggerFlow } from './harness/trigger';

const USER = { login: 'trigger-losses', password: 'Trigger-losses-1' };
const GROUPS = ['base.group_partner_manager', 'sales_team.group_sale_manager'];

let lab: TestLab;
let credential: Credential;
const flows: TriggerFlow[] = [];

beforeAll(async () => {
	lab = await openTestLab();
	credential = await triggerCredential(lab, USER, GROUPS);
}, 1_200_000);
afterEach(async () => {
	for (const flow of flows.splice(0)) await flow.off();
}, 60_000);
afterAll(async () => await lab.end(), 60_000);

const partners = (more: object = {}) => ({
	startWhen: 'custom',
	model: model('res.partner'),
	events: ['created'],
	domain: '[["name", "=like", "Loss%"]]',
	mode: 'pushAndPoll',
	fields: ['name'],
	...more,
});

async function start(parameters: Record<string, unknown>): Promise<TriggerFlow> {
	const flow = await TriggerFlow.create(lab.n8n, credential, parameters);
	flows.push(flow);
	return await flow.on();
}

const createPartners = async (count: number, label: string) =>
	await lab.admin.call<number[]>('res.partner', 'create', {
		vals_list: Array.from({ length: count }, (_, at) => ({ name: `Loss ${label} ${at}` })),
	});

const rules = async () =>
	await lab.admin.searchRead('base.automation', {
		domain: [['name', 'like', 'n8n: Trigger']],
		fields: ['name'],
	});

const ruleNames = async () =>
	await lab.admin.searchRead('ir.model.data', {
		domain: [
			['module', '=', 'n8n_logistics'],
			['name', '=like', 'trigger_%'],
		],
		fields: ['name', 'res_id'],
	});

/** Kills every process of n8n without a warning, and starts it again. */
async function killN8n(): Promise<void> {
	const state = readState(TEST_LAB);
	if (!state) throw new Error('no lab');
	for (const one of state.processes.filter(({ name }) => name.startsWith('n8n'))) {
		process.kill(-one.pid, 'SIGKILL');
	}
	await sleep(randomInt(500, 4000));
	await restartN8n(state);
}

describe('bursts', () => {
	it('delivers 5,000 records of one transaction once each, in few executions', async () => {
		const flow = await start(partners());
		// Odoo calls after the commit, record by record, and answers when it is through: the client need not wait.
		const answer = createPartners(5000, 'burst').catch(() => []);
		const ids = await until('Odoo to have them', 240, async () => {
			const domain: [string, string, unknown][] = [['name', '=like', 'Loss burst%']];
			const there = await lab.admin.searchRead('res.partner', { domain, fields: ['id'] });
			return there.length === 5000 && there.map(({ id }) => id);
		});
		const found = await until('all changes', 400, async () => {
			const changes = await flow.changes();
			return changes.length >= ids.length && changes;
		});
		expect(new Set(found.map(({ recordId }) => recordId))).toEqual(new Set(ids));
		expect(found).toHaveLength(ids.length);
		const executions = await lab.n8n.allExecutions(flow.workflow.id);
		expect(executions.length).toBeLessThan(500);
		await answer;
	}, 800_000);

	it('calls nobody for a transaction that Odoo took back', async () => {
		const flow = await start(partners({ mode: 'push' }));
		const values = [{ name: 'Loss rolled back' }, { name: 'Loss refused', country_id: 99_999_999 }];
		await expect(lab.admin.call('res.partner', 'create', { vals_list: values })).rejects.toThrow();
		const [kept] = await createPartners(1, 'kept');
		await flow.deliver('the one that stayed', (one) => one.recordId === kept);
		expect((await flow.changes()).map(({ recordId }) => recordId)).toEqual([kept]);
	}, 120_000);
});

describe('losses', () => {
	it('delivers each of 10,000 changes, though n8n is killed three times at random', async () => {
		const flow = await start(partners());
		const ids: number[] = [];
		const isOver = () => ids.length >= 10_000;
		const write = async () => {
			for (let batch = 0; !isOver(); batch += 1)
				ids.push(...(await createPartners(100, `${batch}`)));
		};
		const kill = async () => {
			for (const at of [randomInt(500, 2500), randomInt(3500, 5500), randomInt(6500, 8500)]) {
				await until(`${at} changes`, 300, async () => await Promise.resolve(ids.length >= at));
				await killN8n();
			}
		};
		await Promise.all([write(), kill()]);
		const changes = await until(
			'every change',
			240,
			async () => {
				const found = await flow.changes();
				return new Set(found.map(({ recordId }) => recordId)).size >= ids.length && found;
			},
			2000,
		);
		expect(new Set(changes.map(({ recordId }) => recordId))).toEqual(new Set(ids));
		// A change that is told again has the id that it had before: `Remove Duplicates` leaves each once.
		expect(new Set(changes.map(({ id }) => id)).size).toBe(ids.length);
		console.info(
			`10,000 changes, n8n killed 3 times: all delivered, ${changes.length - ids.length} of them more than once`,
		);
	}, 700_000);
});

describe('time condition', () => {
	const withDate = (mode: string) => ({
		startWhen: 'custom',
		model: model('sale.order'),
		events: ['timeReached'],
		dateField: 'date_order',
		delay: 5,
		delayUnit: 'minutes',
		delayDirection: 'after',
		domain: '[["client_order_ref", "=", "Loss"]]',
		mode,
		fields: ['name'],
	});
	/** An order whose moment, five minutes after its date, comes in three seconds. */
	const order = async () => {
		const date = new Date(Date.now() - 300_000 + 3_000).toISOString();
		const partner_id = (await createPartners(1, 'customer'))[0];
		const values = { partner_id, client_order_ref: 'Loss' };
		const id = await lab.admin.create('sale.order', values);
		await lab.admin.write('sale.order', [id], { date_order: date.slice(0, 19).replace('T', ' ') });
		return id;
	};

	it('is found by the poll', async () => {
		const flow = await start(withDate('poll'));
		const id = await order();
		await sleep(4000);
		await flow.pollNow();
		await flow.deliver('the moment', (one) => one.recordId === id);
		await flow.pollNow();
		expect(await flow.changes()).toHaveLength(1);
	}, 120_000);

	it('is pushed when the scheduled action of Odoo looks', async () => {
		const flow = await start(withDate('push'));
		const id = await order();
		await sleep(4000);
		const cron = await lab.admin.ref('base_automation.ir_cron_data_base_automation_check');
		await lab.admin.call('ir.cron', 'method_direct_trigger', { ids: [cron] });
		expect(await flow.deliver('the moment', (one) => one.recordId === id)).toMatchObject({
			event: 'timeReached',
			via: 'push',
			changedBy: null,
		});
	}, 120_000);
});

describe('rules', () => {
	it('stay the same under another name of the workflow', async () => {
		const flow = await start(partners());
		const before = await ruleNames();
		expect(before).toHaveLength(1);
		const { id } = flow.workflow;
		const { versionId } = await lab.n8n.workflow(id);
		await lab.n8n.rest('PATCH', `/rest/workflows/${id}`, { name: 'Trigger renamed', versionId });
		await flow.pollNow();
		await until('one rule', 30, async () => (await rules()).length === 1);
		const after = await ruleNames();
		expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
		const [one] = await createPartners(1, 'renamed');
		await flow.deliver('a change', (change) => change.recordId === one);
		await flow.off();
		await until('no rule', 30, async () => (await rules()).length === 0);
		expect(await ruleNames()).toEqual([]);
	}, 120_000);

	it('are one set again after Odoo was restored from a backup', async () => {
		const flow = await start(partners());
		const file = join(tmpdir(), `${randomUUID()}.zip`);
		try {
			await backupDatabase(lab.odoo, lab.odoo.db, file);
			// The backup has the rule of the activation before, and the database none at all.
			await flow.off();
			await until('no rule', 30, async () => (await rules()).length === 0);
			await dropDatabase(lab.odoo, lab.odoo.db);
			await restoreDatabase(lab.odoo, lab.odoo.db, file);
		} finally {
			rmSync(file, { force: true });
		}
		expect(await rules()).toHaveLength(1);
		await flow.on();
		await until('one rule', 30, async () => (await rules()).length === 1);
		expect(await ruleNames()).toHaveLength(1);
		const [one] = await createPartners(1, 'restored');
		const change = await flow.deliver('a change', (found) => found.recordId === one);
		expect(change.via).toBe('push');
		await flow.off();
		await until('no rule', 30, async () => (await rules()).length === 0);
	}, 300_000);

	it("of the editor's test deliver one change, and go", async () => {
		const flow = await TriggerFlow.create(lab.n8n, credential, partners());
		const { id } = flow.workflow;
		const path = `/rest/workflows/${id}/run`;
		const waits = await lab.n8n.rest<object>('POST', path, {
			triggerToStartFrom: { name: TRIGGER },
		});
		expect(waits).toMatchObject({ waitingForWebhook: true });
		await until('the rule of the test', 30, async () => (await rules()).length === 1);
		const [one] = await createPartners(1, 'by hand');
		const execution = await lab.n8n.waitForExecution(id);
		expect(itemsOf(execution, TRIGGER)).toMatchObject([{ json: { recordId: one, via: 'push' } }]);
		await until('the rule to go', 30, async () => (await rules()).length === 0);
		expect(await ruleNames()).toEqual([]);
	}, 120_000);
});

describe('several companies', () => {
	it('delivers what the user of the credential may read, and no more', async () => {
		const other = await lab.admin.create('res.company', { name: 'Loss company' });
		// The administrator may write in both, the user of the credential reads the first alone.
		const me = await lab.admin.one('res.users', [['login', '=', 'admin']], ['company_ids']);
		const companies = [...(me.company_ids as number[]), other];
		await lab.admin.write('res.users', [me.id], { company_ids: [[6, 0, companies]] });
		for (const mode of ['push', 'poll']) {
			const flow = await start(partners({ mode }));
			const hidden = await lab.admin.create('res.partner', {
				name: 'Loss hidden',
				company_id: other,
			});
			const [shared] = await createPartners(1, 'shared');
			if (mode === 'poll') await flow.pollNow();
			await flow.deliver('the shared record', (one) => one.recordId === shared);
			expect((await flow.changes()).map(({ recordId }) => recordId)).not.toContain(hidden);
			await flow.off();
		}
	}, 180_000);
});
