import type { Credential } from '../../lab/clients';
import type { TestLab } from './harness/lab';
import { BOT, openTestLab } from './harness/lab';
import { columns, jsonOf, model, runOdooSync } from './harness/runOdooSync';

let lab: TestLab;

beforeAll(async () => {
	lab = await openTestLab();
}, 1_200_000);
afterAll(async () => await lab.end());

describe.each(['json2', 'jsonRpc'] as const)('Odoo Sync over %s', (protocol) => {
	let credential: Credential;
	const prefix = protocol;

	beforeAll(() => {
		credential = lab[protocol];
	});

	const run = async (parameters: Record<string, unknown>, items?: object[]) =>
		await runOdooSync(lab.n8n, credential, parameters, items);

	const upsertPartners = async (items: object[], options = {}) =>
		await run(
			{
				operation: 'upsert',
				model: model('res.partner'),
				matchBy: 'fields',
				columns: columns(['ref']),
				options,
			},
			items,
		);

	it('creates, leaves alone, then changes only what differs', async () => {
		const partners = [1, 2, 3].map((n) => ({
			ref: `${prefix}-${n}`,
			name: `${prefix} partner ${n}`,
			country_id: 'base.be',
		}));
		const created = await upsertPartners(partners);
		expect(created.errors).toEqual([]);
		expect(jsonOf(created.ok).map(({ outcome }) => outcome)).toEqual([
			'created',
			'created',
			'created',
		]);

		const again = await upsertPartners(partners);
		expect(jsonOf(again.ok).map(({ outcome }) => outcome)).toEqual([
			'unchanged',
			'unchanged',
			'unchanged',
		]);

		partners[1].name = `${prefix} renamed`;
		const changed = await upsertPartners(partners);
		expect(jsonOf(changed.ok).map(({ outcome }) => outcome)).toEqual([
			'unchanged',
			'updated',
			'unchanged',
		]);
		expect(changed.ok[1].json.changed).toEqual({
			name: { before: `${prefix} partner 2`, after: `${prefix} renamed` },
		});
		const inOdoo = await lab.admin.searchRead('res.partner', {
			domain: [['ref', '=like', `${prefix}-%`]],
			fields: ['ref', 'name', 'country_id'],
			order: 'ref',
		});
		expect(inOdoo.map(({ name }) => name)).toEqual([
			`${prefix} partner 1`,
			`${prefix} renamed`,
			`${prefix} partner 3`,
		]);
		expect(inOdoo[0].country_id).toEqual([expect.any(Number), 'Belgium']);
	});

	it('finds the guilty items of a batch and lets the others through, in their order', async () => {
		const items = Array.from({ length: 12 }, (_, n) => ({
			ref: `${prefix}-bad-${n}`,
			name: n === 4 ? '' : `${prefix} batch ${n}`,
			...(n === 7 && { country_id: 'Atlantis' }),
		}));
		const { ok, errors } = await upsertPartners(items);
		expect(ok).toHaveLength(10);
		expect(jsonOf(errors).map(({ ref }) => ref)).toEqual([`${prefix}-bad-4`, `${prefix}-bad-7`]);
		expect(errors[0].json).toMatchObject({
			error: expect.stringContaining('Contacts require a name') as string,
			details: { kind: 'validation', odooName: 'odoo.exceptions.ValidationError' },
		});
		expect(errors[1].json).toMatchObject({
			error: 'No res.country is called "Atlantis"',
			details: { kind: 'missing', field: 'country_id' },
		});
	});

	it('gives the same answer in a dry run, and writes nothing', async () => {
		const partner = { ref: `${prefix}-dry`, name: `${prefix} dry` };
		const { ok } = await upsertPartners([partner], { dryRun: true });
		expect(ok[0].json).toMatchObject({ outcome: 'created', id: null, dryRun: true });
		expect(
			await lab.admin.searchRead('res.partner', { domain: [['ref', '=', partner.ref]] }),
		).toEqual([]);
	});

	it('keeps one record per external id, as an ordinary user', async () => {
		const byExternalId = async (items: object[]) =>
			await run(
				{
					operation: 'upsert',
					model: model('res.partner'),
					matchBy: 'externalId',
					externalId: `={{ "${prefix}." + $json.ref }}`,
					values: { mappingMode: 'autoMapInputData', value: null },
				},
				items,
			);
		const items = ['a', 'b', 'a'].map((key, n) => ({ ref: key, name: `${prefix} external ${n}` }));
		const first = await byExternalId(items);
		expect(first.errors).toEqual([]);
		expect(jsonOf(first.ok).map(({ outcome }) => outcome)).toEqual([
			'created',
			'created',
			'updated',
		]);
		const second = await byExternalId(items.slice(1));
		expect(jsonOf(second.ok).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
		const ids = await lab.admin.searchRead('ir.model.data', {
			domain: [['module', '=', prefix]],
			fields: ['name'],
			order: 'name',
		});
		expect(ids.map(({ name }) => name)).toEqual(['a', 'b']);
	});

	it('reads by conditions and by domain, past the page size, and keeps items that find nothing', async () => {
		const everything = await run({
			operation: 'getMany',
			model: model('ir.model.data'),
			filterMode: 'domain',
			domain: '[]',
			returnAll: true,
			simplify: true,
		});
		// An ordinary user may not read external ids: Odoo's own words say so.
		expect(everything.errors[0].json.details).toMatchObject({ kind: 'access' });

		const currencies = await lab.admin.call<number>('res.country.state', 'search_count', {
			domain: [],
		});
		expect(currencies).toBeGreaterThan(1000);
		const states = await run({
			operation: 'getMany',
			model: model('res.country.state'),
			filterMode: 'domain',
			domain: '[]',
			returnAll: true,
			simplify: true,
			options: { fields: ['name', 'country_id'] },
		});
		expect(new Set(jsonOf(states.ok).map(({ id }) => id)).size).toBe(currencies);
		expect(states.ok[0].json.country_id).toEqual({
			id: expect.any(Number),
			name: expect.any(String),
		});

		const lookUp = await run(
			{
				operation: 'getMany',
				model: model('res.country'),
				filterMode: 'conditions',
				combine: 'all',
				conditions: {
					condition: [{ field: 'code', operator: 'equals', value: '={{ $json.code }}' }],
				},
				returnAll: false,
				limit: 5,
				simplify: true,
				options: { outputField: 'found', fields: ['code'] },
			},
			[{ code: 'BE' }, { code: 'ZZ' }],
		);
		expect(lookUp.errors).toEqual([]);
		expect(jsonOf(lookUp.ok)).toEqual([
			{ code: 'BE', found: [{ id: expect.any(Number), code: 'BE' }] },
			{ code: 'ZZ', found: [] },
		]);
	});

	it('calls what the credential allows, and nothing else', async () => {
		const [partner] = await lab.admin.searchRead('res.partner', { domain: [], limit: 1 });
		const call = async (method: string, record: string) =>
			await run(
				{
					operation: 'callMethod',
					model: model('res.partner'),
					method,
					runOn: 'record',
					record: { __rl: true, mode: 'id', value: record },
					arguments: '={{ JSON.stringify({ body: $json.text }) }}',
				},
				[{ text: `<b>${prefix}</b>` }],
			);
		const posted = await call('message_post', String(partner.id));
		expect(posted.errors).toEqual([]);
		const [message] = await lab.admin.searchRead('mail.message', {
			domain: [
				['model', '=', 'res.partner'],
				['res_id', '=', partner.id],
			],
			fields: ['body'],
			order: 'id desc',
			limit: 1,
		});
		// Text from outside is text: Odoo escapes it.
		expect(message.body).toBe(`<p>&lt;b&gt;${prefix}&lt;/b&gt;</p>`);

		const refused = await call('unlink', String(partner.id));
		expect(refused.errors[0].json).toMatchObject({
			error: 'The credential does not allow res.partner.unlink',
			details: { kind: 'configuration' },
		});
		const missing = await call('message_post', '999999999');
		expect(missing.errors[0].json.details).toMatchObject({ kind: 'missing' });
	});

	it('counts, archives and restores', async () => {
		const ref = `${prefix}-archived`;
		await upsertPartners([{ ref, name: `${prefix} archived` }]);
		const [{ id }] = await lab.admin.searchRead('res.partner', { domain: [['ref', '=', ref]] });
		const record = { __rl: true, mode: 'id', value: String(id) };
		const partner = { model: model('res.partner'), record };
		const count = async (options = {}) => {
			const { ok } = await run({
				operation: 'count',
				model: model('res.partner'),
				filterMode: 'conditions',
				combine: 'all',
				conditions: { condition: [{ field: 'ref', operator: 'equals', value: ref }] },
				options,
			});
			return ok[0].json;
		};
		expect(await count()).toEqual({ model: 'res.partner', count: 1 });
		const archived = await run({ operation: 'archive', ...partner });
		expect(jsonOf(archived.ok)).toEqual([{ model: 'res.partner', ids: [id], active: false }]);
		expect(await count()).toMatchObject({ count: 0 });
		expect(await count({ includeArchived: true })).toMatchObject({ count: 1 });
		// An archived record is not created a second time.
		const again = await upsertPartners([{ ref, name: `${prefix} archived` }]);
		expect(again.ok[0].json).toMatchObject({ outcome: 'unchanged', id });
		await run({ operation: 'archive', ...partner, options: { restore: true } });
		expect(await count()).toMatchObject({ count: 1 });
	});

	it('posts a note as text', async () => {
		const [{ id }] = await lab.admin.searchRead('res.partner', { domain: [], limit: 1 });
		const { ok } = await run({
			operation: 'postNote',
			model: model('res.partner'),
			record: { __rl: true, mode: 'id', value: String(id) },
			text: `<i>${prefix}</i> arrived`,
		});
		const [message] = await lab.admin.searchRead('mail.message', {
			domain: [['id', 'in', ok[0].json.messages]],
			fields: ['body', 'subtype_id'],
		});
		expect(message).toMatchObject({
			body: `<p>&lt;i&gt;${prefix}&lt;/i&gt; arrived</p>`,
			subtype_id: [expect.any(Number), 'Note'],
		});
	});

	it('says which rights are missing', async () => {
		const { errors } = await run(
			{
				operation: 'upsert',
				model: model('res.users'),
				matchBy: 'fields',
				columns: columns(['login']),
			},
			[{ login: 'intruder', name: 'Intruder' }],
		);
		expect(errors[0].json.details).toMatchObject({
			kind: 'access',
			odooName: 'odoo.exceptions.AccessError',
		});
		expect(String(errors[0].json.error)).toContain('User');
	});
});

it('works in the company that is named, comma and all, and in none that its user may not see', async () => {
	const bot = await lab.admin.one('res.users', [['login', '=', BOT.login]], ['company_ids']);
	const second = await lab.admin.create('res.company', { name: 'Second, Ltd.' });
	await lab.admin.create('res.company', { name: 'Hidden' });
	const companies = [...(bot.company_ids as number[]), second];
	await lab.admin.write('res.users', [bot.id], { company_ids: [[6, 0, companies]] });
	// A user sees the companies that it works in.
	const companiesIn = async (named: string) =>
		await runOdooSync(lab.n8n, lab.json2, {
			operation: 'getMany',
			model: model('res.company'),
			filterMode: 'domain',
			domain: '[]',
			returnAll: true,
			simplify: true,
			options: { fields: ['name'], companies: named },
		});
	const both = await companiesIn('={{ ["Second, Ltd.", 1] }}');
	expect(jsonOf(both.ok).map(({ id }) => id)).toEqual(expect.arrayContaining(companies));
	const one = await companiesIn('={{ ["Second, Ltd."] }}');
	expect(jsonOf(one.ok)).toEqual([{ id: second, name: 'Second, Ltd.' }]);
	const { errors } = await companiesIn('Hidden, 1');
	expect(errors[0].json.error).toBe('Option Companies: no company is called "Hidden"');
});

describe('credential', () => {
	it('is connected once: its session is kept, no run logs in again', async () => {
		await runOdooSync(lab.n8n, lab.jsonRpc, getOneCountry);
		const before = await loginCount();
		expect(before).toBeGreaterThan(0);
		await runOdooSync(lab.n8n, lab.jsonRpc, getOneCountry);
		await runOdooSync(lab.n8n, lab.jsonRpc, getOneCountry);
		expect(await loginCount()).toBe(before);
	});

	const getOneCountry = {
		operation: 'getMany',
		model: model('res.country'),
		filterMode: 'domain',
		domain: '[]',
		returnAll: false,
		limit: 1,
		simplify: true,
	};

	/** Odoo writes a line of `res.users.log` for every login. */
	const loginCount = async () =>
		await lab.admin.call<number>('res.users.log', 'search_count', {
			domain: [['create_uid.login', '=', 'logistics-bot']],
		});
});
