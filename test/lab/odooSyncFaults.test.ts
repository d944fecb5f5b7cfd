import type { Cut } from '../../lab/fakes/odooProxy';
import { killOdoo, restartOdoo } from '../../lab/odoo/kill';
import { until } from '../../lab/until';
import { odooIsBack } from './harness/crash';
import type { TestLab } from './harness/lab';
import { openTestLab, TEST_LAB } from './harness/lab';
import type { ProxiedOdoo } from './harness/odooThroughProxy';
import { odooThroughProxy } from './harness/odooThroughProxy';
import type { OdooSyncRun } from './harness/runOdooSync';
import { columns, jsonOf, model, runOdooSync } from './harness/runOdooSync';

jest.setTimeout(600_000);

let lab: TestLab;
let odoo: ProxiedOdoo;

beforeAll(async () => {
	lab = await openTestLab();
	odoo = await odooThroughProxy(lab);
}, 1_200_000);
afterAll(async () => {
	await odoo.proxy.stop();
	await lab.end();
}, 60_000);
afterEach(() => {
	odoo.proxy.cut = () => undefined;
});

const byFields = {
	operation: 'upsert',
	model: model('res.partner'),
	matchBy: 'fields',
	columns: columns(['ref']),
};
const byExternalId = {
	operation: 'upsert',
	model: model('res.partner'),
	matchBy: 'externalId',
	externalId: '={{ "faults." + $json.ref }}',
	values: { mappingMode: 'autoMapInputData', value: null },
};

const partners = (series: string, count: number) =>
	Array.from({ length: count }, (_partner, n) => ({
		ref: `${series}_${n}`,
		name: `${series} ${n}`,
	}));

const countInOdoo = async (series: string) =>
	await lab.admin.call<number>('res.partner', 'search_count', {
		domain: [['ref', '=like', `${series}\\_%`]],
	});

const inOdoo = async (series: string) =>
	await lab.admin.searchRead('res.partner', {
		domain: [['ref', '=like', `${series}\\_%`]],
		fields: ['ref'],
	});

const outcomes = ({ ok, errors }: OdooSyncRun) => [
	...jsonOf(ok).map(({ outcome }) => outcome),
	...jsonOf(errors).map(({ details }) => (details as { kind: string }).kind),
];

/** Cuts the connection of the first request that contains the words. */
function cutOnce(cut: Cut, words: RegExp): void {
	let isDone = false;
	odoo.proxy.cut = (path, body) => {
		if (isDone || !words.test(`${path} ${body}`)) return undefined;
		isDone = true;
		return cut;
	};
}

const CREATION = /res\.partner.{0,9}create/;
const LOAD = /res\.partner.{0,9}load/;

describe.each(['json2', 'jsonRpc'] as const)('a connection that is cut, over %s', (protocol) => {
	const run = async (parameters: Record<string, unknown>, items: object[]) =>
		await runOdooSync(lab.n8n, odoo[protocol], parameters, items);

	it.each(['before', 'during', 'after'] as const)(
		'%s: matched by external ID, each record is there once and every item says so',
		async (cut) => {
			const series = `x_${protocol.toLowerCase()}_${cut}`;
			cutOnce(cut, LOAD);
			const first = await run(byExternalId, partners(series, 20));
			expect(outcomes(first)).toHaveLength(20);
			expect(new Set(outcomes(first))).toEqual(new Set(['created']));
			expect(await countInOdoo(series)).toBe(20);
			const again = await run(byExternalId, partners(series, 20));
			expect(new Set(outcomes(again))).toEqual(new Set(['unchanged']));
		},
	);

	it.each(['during', 'after'] as const)(
		'%s: matched by fields, what Odoo made nevertheless is found, not made again',
		async (cut) => {
			const series = `f_${protocol.toLowerCase()}_${cut}`;
			cutOnce(cut, CREATION);
			const first = await run(byFields, partners(series, 20));
			expect(jsonOf(first.ok).map(({ outcome, recovered }) => [outcome, recovered])).toEqual(
				Array.from({ length: 20 }, () => ['created', true]),
			);
			expect(await countInOdoo(series)).toBe(20);
		},
	);

	it('before: matched by fields, nothing is sent twice and every item says that its outcome is unknown', async () => {
		const series = `f_${protocol.toLowerCase()}_before`;
		cutOnce('before', CREATION);
		const first = await run(byFields, partners(series, 3));
		expect(outcomes(first)).toEqual(Array(3).fill('timeout_unknown_outcome'));
		expect(await countInOdoo(series)).toBe(0);
		const again = await run(byFields, partners(series, 3));
		expect(outcomes(again)).toEqual(Array(3).fill('created'));
	});
});

it('makes each record once when n8n runs the whole node again in the middle of a batch', async () => {
	const items = partners('retried', 600);
	let creations = 0;
	odoo.proxy.cut = (path) => {
		if (!path.endsWith('/res.partner/create')) return undefined;
		creations += 1;
		return creations === 2 ? 'before' : undefined;
	};
	const settings = {
		onError: 'stopWorkflow',
		retryOnFail: true,
		maxTries: 2,
		waitBetweenTries: 100,
	};
	const { ok } = await runOdooSync(lab.n8n, odoo.json2, byFields, items, settings);
	expect(creations).toBe(3);
	expect(jsonOf(ok).filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(500);
	expect(jsonOf(ok).filter(({ outcome }) => outcome === 'created')).toHaveLength(100);
	expect(await countInOdoo('retried')).toBe(600);
});

describe('Odoo that goes down while it creates', () => {
	/** The first 500 are there, and it works on the others. */
	const afterTheFirst = async (series: string) =>
		await until('the first records', 180, async () => (await countInOdoo(series)) > 0);

	/** It has all, and has not committed. */
	const duringLoad = async () =>
		await new Promise<void>((resolve) => {
			odoo.proxy.cut = (path) => {
				if (path.endsWith('/res.partner/load')) setTimeout(resolve, 200);
				return undefined;
			};
		});

	it.each([
		['killed, by fields', killOdoo, byFields, 1500, afterTheFirst],
		['killed, by external ID', killOdoo, byExternalId, 200, duringLoad],
		['restarted, by external ID', restartOdoo, byExternalId, 200, duringLoad],
	] as const)('%s: each item says what is so, and the next run completes it', async (...row) => {
		const [name, goDown, how, count, moment] = row;
		const series = name.replaceAll(/\W+/g, '_').toLowerCase();
		const items = partners(series, count);
		const credential = moment === duringLoad ? odoo.json2 : lab.json2;
		const [run] = await Promise.all([
			runOdooSync(lab.n8n, credential, how, items),
			moment(series).then(() => goDown(TEST_LAB)),
		]);
		await odooIsBack(lab);
		expect(outcomes(run)).toHaveLength(count);
		const there = await inOdoo(series);
		const ids = new Set<unknown>(there.map(({ id }) => id));
		const refs = new Set(there.map(({ ref }) => ref));
		for (const { id, outcome } of jsonOf(run.ok)) {
			expect([outcome, ids.has(id)]).toEqual(['created', true]);
		}
		for (const { ref, details } of jsonOf(run.errors)) {
			const { kind } = details as { kind: string };
			expect(['timeout_unknown_outcome', 'unavailable']).toContain(kind);
			if (kind === 'unavailable') expect(refs).not.toContain(ref);
		}

		const again = await runOdooSync(lab.n8n, lab.json2, how, items);
		expect(again.errors).toEqual([]);
		const found = jsonOf(again.ok).filter(({ outcome }) => outcome === 'unchanged');
		expect(found).toHaveLength(there.length);
		const all = (await inOdoo(series)).map(({ ref }) => ref);
		expect(all.sort()).toEqual(items.map(({ ref }) => ref).sort());
	});
});

describe('many at once', () => {
	it('keeps one record per external id when two workers write the same keys', async () => {
		const items = partners('two_workers', 60);
		const runs = await Promise.all(
			[0, 1].map(async () => await runOdooSync(lab.n8n, odoo.json2, byExternalId, items)),
		);
		for (const run of runs) {
			expect(run.errors).toEqual([]);
			expect(run.ok).toHaveLength(60);
		}
		expect(await countInOdoo('two_workers')).toBe(60);
	});

	it('loses nothing when eight workers change the same records: each item is written or says conflict', async () => {
		await runOdooSync(lab.n8n, odoo.json2, byFields, partners('storm', 20));
		const runs = await Promise.all(
			Array.from({ length: 8 }, async (_worker, worker) => {
				const items = partners('storm', 20).map((one) => ({ ...one, city: `City ${worker}` }));
				return await runOdooSync(lab.n8n, odoo.json2, byFields, items);
			}),
		);
		const known = new Set(['updated', 'unchanged', 'conflict']);
		for (const run of runs) {
			expect(outcomes(run)).toHaveLength(20);
			for (const outcome of outcomes(run)) expect(known).toContain(outcome);
		}
		const rows = await lab.admin.searchRead('res.partner', {
			domain: [['ref', '=like', 'storm\\_%']],
			fields: ['city'],
		});
		expect(rows).toHaveLength(20);
		for (const { city } of rows) expect(city).toMatch(/^City [0-7]$/);
	});

	it('finds 50 items that are bad in five ways among 10,000, and lets all others through', async () => {
		const count = 10_000;
		const bad: Array<object> = [
			{ name: '' },
			{ country_id: 'Atlantis' },
			{ color: 'blue' },
			{ type: 'no such type' },
			{ ref: '' },
		];
		const items = partners('many', count).map((one, n) =>
			n % 200 === 7 ? { ...one, ...bad[Math.floor(n / 200) % 5] } : one,
		);
		const run = await runOdooSync(lab.n8n, odoo.json2, byFields, items);
		expect(run.ok).toHaveLength(count - 50);
		expect(run.errors).toHaveLength(50);
		const fields = jsonOf(run.errors).map(({ details }) => (details as { field?: string }).field);
		for (const field of ['country_id', 'color', 'type', 'ref']) {
			expect(fields.filter((one) => one === field)).toHaveLength(10);
		}
		const texts = jsonOf(run.errors).map(({ error }) => String(error));
		expect(texts.filter((text) => text.includes('require a name'))).toHaveLength(10);
		expect(await countInOdoo('many')).toBe(count - 50);
	});
});

it('puts the key of the credential nowhere', async () => {
	const run = await runOdooSync(lab.n8n, odoo.json2, byFields, [
		{ ref: '', name: odoo.apiKey.slice(0, 3) },
		{ ref: 'canary', name: '' },
	]);
	expect(run.errors).toHaveLength(2);
	expect(JSON.stringify(run)).not.toContain(odoo.apiKey);
});
