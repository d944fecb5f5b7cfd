import type { ProxiedOdoo } from './harness/odooThroughProxy';
import { odooThroughProxy } from './harness/odooThroughProxy';
import { columns, jsonOf, model, runOdooSync } from './harness/runOdooSync';
import { openLabWithSetup, type LabWithSetup } from './harness/setup';

jest.setTimeout(600_000);

let lab: LabWithSetup;
let odoo: ProxiedOdoo;

beforeAll(async () => {
	lab = await openLabWithSetup();
	odoo = await odooThroughProxy(lab);
}, 1_200_000);
afterAll(async () => {
	await odoo.proxy.stop();
	await lab.end();
}, 60_000);
beforeEach(() => {
	odoo.proxy.calls = [];
});

describe.each(['json2', 'jsonRpc'] as const)('with Setup installed, over %s', (protocol) => {
	const run = async (parameters: Record<string, unknown>, items: object[]) =>
		await runOdooSync(
			lab.n8n,
			odoo[protocol],
			{ operation: 'upsert', model: model('res.partner'), ...parameters },
			items,
		);
	const byExternalId = {
		matchBy: 'externalId',
		externalId: `={{ "bulk${protocol}." + $json.ref }}`,
		values: { mappingMode: 'autoMapInputData', value: null },
	};
	const partners = (city: string) =>
		Array.from({ length: 40 }, (_partner, n) => ({
			ref: `${protocol}_b${n}`,
			name: n === 11 ? '' : `Bulk ${n}`,
			city: `${city} ${n}`,
		}));

	it('creates under external ids in one request, and asks again only about the bad one', async () => {
		const { ok, errors } = await run(byExternalId, partners('Ghent'));
		expect(ok).toHaveLength(39);
		expect(jsonOf(ok).every(({ outcome }) => outcome === 'created')).toBe(true);
		expect(jsonOf(errors)).toEqual([
			expect.objectContaining({ error: expect.stringContaining('require a name') }),
		]);
		expect(odoo.proxy.calls.length).toBeLessThan(16);
	});

	it('finds external ids in one request, and writes what differs in one', async () => {
		const { ok, errors } = await run(byExternalId, partners('Bruges'));
		expect(errors).toHaveLength(1);
		expect(jsonOf(ok).map(({ outcome }) => outcome)).toEqual(Array(39).fill('updated'));
		expect(odoo.proxy.calls.length).toBeLessThan(16);
		const again = await run(
			byExternalId,
			partners('Bruges').filter(({ name }) => name !== ''),
		);
		expect(jsonOf(again.ok).map(({ outcome }) => outcome)).toEqual(Array(39).fill('unchanged'));
	});

	it('tells the bad row of an update in the words of Odoo, and writes the others', async () => {
		const { ok, errors } = await run(
			{ matchBy: 'fields', columns: columns(['ref']) },
			partners('Namur')
				.filter(({ name }) => name !== '')
				.map((one, n) => (n === 3 ? { ...one, name: '' } : one)),
		);
		expect(jsonOf(ok).map(({ outcome }) => outcome)).toEqual(Array(38).fill('updated'));
		expect(jsonOf(errors)[0]).toMatchObject({
			details: { kind: 'validation', odooName: 'odoo.exceptions.ValidationError' },
		});
	});
});

it('writes no users and no rights, whoever asks', async () => {
	const context = (target: string) => ({
		logistics_records: { protocol: 1, model: target, write: [{ id: 1, values: { name: 'x' } }] },
	});
	for (const target of ['res.users', 'ir.model.access', 'x_logistics_event']) {
		await expect(
			lab.admin.call('ir.actions.server', 'run', {
				ids: [lab.actions.action_write_records],
				context: context(target),
			}),
		).rejects.toThrow(`${target} is not written in bulk`);
	}
});
