import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomInt, randomUUID } from 'node:crypto';
import type { Credential } from '../../lab/clients';
import { backupDatabase, dropDatabase, itemsOf, restoreDatabase } from '../../lab/clients';
import { killOdoo } from '../../lab/odoo/kill';
import { sleep } from '../../lab/progress';
import { until } from '../../lab/until';
import { killN8n, odooIsBack } from './harness/crash';
import { openTestLab, TEST_LAB, type TestLab } from './harness/lab';
import { model } from './harness/runOdooSync';
import { POLLS_OFTEN, TRIGGER, triggerCredential, TriggerFlow } from './harness/trigger';

const USER = { login: 'trigger-losses', password: 'Trigger-losses-1' };
/** Written while n8n is killed, in transactions of so many each. */
const CHANGES = 10_000;
const BATCH = 250;
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

const countPartners = async (label: string) =>
	await lab.admin.call<number>('res.partner', 'search_count', {
		domain: [['name', '=like', `Loss ${label}%`]],
	});

const idsOf = async (label: string) =>
	(
		await lab.admin.searchRead('res.partner', {
			domain: [['name', '=like', `Loss ${label}%`]],
			fields: ['id'],
		})
	).map(({ id }) => id);

/** Until each of these records has been told of. */
const everyChange = async (flow: TriggerFlow, ids: readonly number[], seconds: number) =>
	await until(
		'every change',
		seconds,
		async () => {
			const found = await flow.changes();
			const told = new Set(found.map(({ recordId }) => recordId));
			return ids.every((id) => told.has(id)) && found;
		},
		1000,
	);

describe('bursts', () => {
	it('delivers 5,000 records of one transaction once each, in few executions, by push and by poll', async () => {
		const pushed = await start(partners());
		const polled = await start(partners({ mode: 'poll' }));
		// Odoo calls after the commit, record by record, and answers when it is through: the client need not wait.
		const answer = createPartners(5000, 'burst').catch(() => []);
		await until('Odoo to have them', 240, async () => (await countPartners('burst')) === 5000);
		const ids = await idsOf('burst');
		await polled.pollNow();
		for (const flow of [polled, pushed]) {
			const found = await everyChange(flow, ids, 400);
			expect(new Set(found.map(({ recordId }) => recordId))).toEqual(new Set(ids));
			expect(found).toHaveLength(ids.length);
			const executions = await lab.n8n.allExecutions(flow.workflow.id);
			expect(executions.length).toBeLessThan(500);
		}
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
		let begun = 0;
		const write = async () => {
			while (begun < CHANGES) {
				const label = `${(begun += BATCH)}`;
				ids.push(...(await createPartners(BATCH, label)));
			}
		};
		const kill = async () => {
			for (const part of [randomInt(5, 25), randomInt(35, 55), randomInt(65, 85)]) {
				const at = (CHANGES * part) / 100;
				await until(`${at} changes`, 300, async () => await Promise.resolve(ids.length >= at));
				const startAgain = killN8n();
				await sleep(randomInt(200, 2000));
				await startAgain();
			}
		};
		// Two at once: while Odoo calls for the changes of one, it writes those of the other.
		await Promise.all([write(), write(), kill()]);
		expect(ids).toHaveLength(CHANGES);
		const changes = await everyChange(flow, ids, 240);
		expect(new Set(changes.map(({ recordId }) => recordId))).toEqual(new Set(ids));
		// A change that is told again has the id that it had before: `Remove Duplicates` leaves each once.
		expect(new Set(changes.map(({ id }) => id)).size).toBe(ids.length);
		console.info(
			`10,000 changes, n8n killed 3 times: all delivered, ${changes.length - ids.length} of them more than once`,
		);
	}, 700_000);

	it('delivers what changed before and after Odoo was killed, by the same rules', async () => {
		const flow = await start(partners({ pollTimes: POLLS_OFTEN }));
		const known = await ruleNames();
		const answer = createPartners(500, 'before').catch(() => []);
		await until('the commit', 60, async () => (await countPartners('before')) === 500);
		// Most calls of its rules it does not live to make.
		killOdoo(TEST_LAB);
		await answer;
		await odooIsBack(lab);
		const before = await idsOf('before');
		const found = await everyChange(flow, before, 60);
		expect(found.map(({ via }) => via)).toContain('poll');

		const after: number[] = [];
		await until('a change by push', 60, async () => {
			after.push(...(await createPartners(1, 'after')));
			const change = await flow.deliver('it', ({ recordId }) => recordId === after.at(-1));
			return change.via === 'push';
		});
		const told = (await flow.changes()).map(({ recordId }) => recordId);
		expect(told.sort((a, b) => a - b)).toEqual([...before, ...after].sort((a, b) => a - b));
		expect(await ruleNames()).toEqual(known);
	}, 240_000);
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
	/** An order whose moment, five minutes after its date, comes in a second. */
	const order = async () => {
		const date = new Date(Date.now() - 300_000 + 1_000).toISOString();
		const partner_id = (await createPartners(1, 'customer'))[0];
		const values = { partner_id, client_order_ref: 'Loss' };
		const id = await lab.admin.create('sale.order', values);
		await lab.admin.write('sale.order', [id], { date_order: date.slice(0, 19).replace('T', ' ') });
		return id;
	};

	it('is found by the poll, and pushed when the scheduled action of Odoo looks', async () => {
		const polled = await start(withDate('poll'));
		const pushed = await start(withDate('push'));
		const id = await order();
		await sleep(2000);
		await polled.pollNow();
		await polled.deliver('the moment', (one) => one.recordId === id);
		await polled.pollNow();
		expect(await polled.changes()).toHaveLength(1);

		const cron = await lab.admin.ref('base_automation.ir_cron_data_base_automation_check');
		await lab.admin.call('ir.cron', 'method_direct_trigger', { ids: [cron] });
		expect(await pushed.deliver('the moment', (one) => one.recordId === id)).toMatchObject({
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
