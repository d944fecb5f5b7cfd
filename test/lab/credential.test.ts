import { createDatabase, dropDatabase, makeApiKey } from '../../lab/clients';
import { BOT, openTestLab, type TestLab } from './harness/lab';

let lab: TestLab;
let apiKey: string;
let portalPassword: string;

beforeAll(async () => {
	lab = await openTestLab();
	apiKey = await makeApiKey(lab.odoo.url, lab.odoo.db, BOT.login, BOT.password);
	portalPassword = 'Portal-user-1';
	await lab.admin.create(
		'res.users',
		{
			name: 'Portal user',
			login: 'portal-user',
			password: portalPassword,
			group_ids: [[6, 0, [await lab.admin.ref('base.group_portal')]]],
		},
		{ no_reset_password: true },
	);
}, 1_200_000);
afterAll(async () => await lab.end());

/** What n8n's test button says about the bot's credential with these changes. */
async function test(changes: object) {
	return await lab.n8n.testCredential(lab.json2, {
		url: lab.odoo.url,
		database: lab.odoo.db,
		apiKey,
		login: '',
		protocol: 'auto',
		allowedMethods: '',
		session: '',
		...changes,
	});
}

const JSON_RPC = { login: BOT.login, apiKey: BOT.password };

describe('the test button of the credential', () => {
	it.each([
		['JSON-2 with an API key', () => ({})],
		['JSON-RPC with a password', () => JSON_RPC],
		['JSON-RPC with an API key', () => ({ login: BOT.login })],
		['a URL copied from the browser', () => ({ url: `${lab.odoo.url}/odoo/sales/3` })],
	])('accepts %s', async (_name, changes) => {
		expect(await test(changes())).toMatchObject({ status: 'OK' });
	});

	it.each([
		['a bad key', () => ({ apiKey: 'wrong' }), 'Odoo refuses the API key: Invalid apikey'],
		[
			'a bad password',
			() => ({ ...JSON_RPC, apiKey: 'wrong' }),
			'Odoo refuses the login "logistics-bot"',
		],
		['a wrong database', () => ({ database: 'nowhere' }), 'The server has no database "nowhere"'],
		[
			'a wrong database over JSON-RPC',
			() => ({ ...JSON_RPC, database: 'nowhere' }),
			'The server has no database "nowhere"',
		],
		['a URL that is none', () => ({ url: 'erp.example' }), '"erp.example" is not a URL'],
		['another service', () => ({ url: lab.n8nUrl }), 'No Odoo answers at'],
		['a closed port', () => ({ url: 'http://127.0.0.1:1' }), 'refused the connection'],
		['an unknown host', () => ({ url: 'http://no-such-host.invalid' }), 'incorrect host'],
		['JSON-RPC without a login', () => ({ protocol: 'jsonrpc' }), 'JSON-RPC needs a login'],
		[
			'a user without rights',
			() => ({ login: 'portal-user', apiKey: portalPassword }),
			'not an internal user of Odoo',
		],
	])('names %s', async (_name, changes, sentence) => {
		expect(await test(changes())).toEqual({
			status: 'Error',
			message: expect.stringContaining(sentence) as string,
		});
	});

	it('looks again, although the credential was connected before', async () => {
		const { odoo, admin, n8n } = lab;
		const data = { url: odoo.url, database: odoo.db, apiKey, login: '', protocol: 'auto' };
		const credential = await n8n.createCredential('Connected', 'odooSyncApi', {
			...data,
			allowedMethods: '',
			session: '',
		});
		const stored = async () =>
			await n8n.rest<{ data: object }>(
				'GET',
				`/rest/credentials/${credential.id}?includeData=true`,
			);
		const first = await n8n.testCredential(credential, { ...(await stored()).data, apiKey });
		expect(first).toMatchObject({ status: 'OK' });
		const connected = (await stored()).data;
		expect(connected).toMatchObject({ session: expect.stringContaining('json2') });
		// Long after, as far as the credential can tell.
		const session = JSON.stringify({
			...(JSON.parse((connected as { session: string }).session) as object),
			connectedAt: 0,
		});
		await admin.write('res.users', [await botId()], { active: false });
		const second = await n8n.testCredential(credential, { ...connected, apiKey, session });
		await admin.write('res.users', [await botId()], { active: true });
		expect(second).toMatchObject({ status: 'Error' });
		expect(second.message).toContain('Odoo refuses the API key');
	});

	const botId = async () => {
		const [bot] = await lab.admin.searchRead('res.users', {
			domain: [['login', '=', BOT.login]],
			fields: ['login'],
			context: { active_test: false },
		});
		return bot.id;
	};

	it('asks which database when there are several, and never guesses one', async () => {
		await createDatabase(lab.odoo, 'another');
		const answer = await test({ database: '' });
		await dropDatabase(lab.odoo, 'another');
		expect(answer).toMatchObject({ status: 'Error' });
		expect(answer.message).toContain('several databases');
		expect(answer.message).toContain('another');
	});
});
