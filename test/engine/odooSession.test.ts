import type { INodeParameters } from 'n8n-workflow';
import { FaultServer } from '../../lab/fakes/faultServer';
import { runNode } from './harness/engine';

let server: FaultServer;

beforeAll(async () => {
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());

const credential = (more = {}) => ({
	url: server.url,
	database: '',
	login: '',
	apiKey: 'key',
	protocol: 'auto',
	allowedMethods: '*.message_post',
	session: '',
	...more,
});

const VERSION = { status: 200, json: { version: '19.0' } };
const MODELS = { status: 200, json: [{ model: 'res.partner', display_name: 'Contact' }] };
const POSTED = { status: 200, json: [12] };

async function post(
	items: object[],
	credentials: ReturnType<typeof credential>,
	more: { options?: INodeParameters; cancelAfterMs?: number } = {},
) {
	return await runNode({
		...(more.cancelAfterMs !== undefined && { cancelAfterMs: more.cancelAfterMs }),
		type: 'odooSync',
		onError: 'continueErrorOutput',
		parameters: {
			resource: 'record',
			operation: 'callMethod',
			model: { __rl: true, mode: 'id', value: 'res.partner' },
			method: 'message_post',
			runOn: 'record',
			record: { __rl: true, mode: 'id', value: '7' },
			arguments: '{"body": "Hello"}',
			options: more.options ?? {},
		},
		items: items as Array<Record<string, never>>,
		credentials: { Odoo: credentials },
	});
}

const paths = () => server.requests.map(({ path }) => path);

it('connects with the first call, keeps what it found out, and does not ask again', async () => {
	server.reply(VERSION, MODELS, POSTED);
	const { outputs, credentials } = await post([{}, {}], credential());
	expect(outputs[0]).toHaveLength(2);
	expect(paths()).toEqual([
		'/web/version',
		'/json/2/ir.model/get_available_models',
		'/json/2/res.partner/message_post',
		'/json/2/res.partner/message_post',
	]);
	const { session } = credentials.read('Odoo');
	expect(JSON.parse(String(session))).toMatchObject({
		protocol: 'json2',
		version: '19.0',
		database: '',
	});

	server.reply(POSTED);
	await post([{}], credential({ session }));
	expect(paths()).toEqual(['/json/2/res.partner/message_post']);
});

it('connects again after the credential was edited', async () => {
	server.reply(VERSION, MODELS, POSTED);
	const first = await post([{}], credential());
	const { session } = first.credentials.read('Odoo');
	server.reply(VERSION, MODELS, POSTED);
	const { outputs, credentials } = await post([{}], credential({ session, apiKey: 'another key' }));
	expect(outputs[0]).toHaveLength(1);
	expect(paths()).toEqual([
		'/web/version',
		'/json/2/ir.model/get_available_models',
		'/json/2/res.partner/message_post',
	]);
	expect(server.requests[2].headers.authorization).toBe('bearer another key');
	expect(credentials.read('Odoo').session).not.toBe(session);
});

it('tells each item why it could not connect', async () => {
	const refused = {
		name: 'werkzeug.exceptions.Unauthorized',
		message: 'Invalid apikey',
		debug: '',
	};
	server.reply(VERSION, { status: 401, json: refused });
	const { outputs } = await post([{ order: 'S1' }], credential());
	expect(outputs[0]).toEqual([]);
	expect(paths()).toEqual(['/web/version', '/json/2/ir.model/get_available_models']);
	expect(outputs[1][0].json).toMatchObject({
		order: 'S1',
		error: 'Odoo refuses the API key: Invalid apikey',
		details: { kind: 'authentication' },
	});
});

it('sends language, time zone and companies with every call', async () => {
	server.reply(VERSION, MODELS, POSTED);
	const options = { language: 'de_DE', timeZone: 'Europe/Berlin', companies: '2, 1' };
	await post([{}], credential(), { options });
	expect(server.requests[2].body).toEqual({
		ids: [7],
		body: 'Hello',
		context: { lang: 'de_DE', tz: 'Europe/Berlin', allowed_company_ids: [2, 1] },
	});
});

it('finds companies by name in one request per run, whatever is called afterwards', async () => {
	const found = { status: 200, json: [{ id: 4, name: 'North' }] };
	server.reply(VERSION, MODELS, found, POSTED);
	const { outputs } = await post([{}, {}], credential(), { options: { companies: 'North, 1' } });
	expect(outputs[0]).toHaveLength(2);
	expect(paths().slice(2)).toEqual([
		'/json/2/res.company/search_read',
		'/json/2/res.partner/message_post',
		'/json/2/res.partner/message_post',
	]);
	expect(server.requests[2].body).toEqual({
		domain: [['name', 'in', ['North']]],
		fields: ['name'],
		context: {},
	});
	expect(server.requests[4].body).toMatchObject({ context: { allowed_company_ids: [4, 1] } });
});

it('does nothing for a company that is not found, and names it', async () => {
	server.reply(VERSION, MODELS, { status: 200, json: [] });
	const { outputs } = await post([{}, {}], credential(), { options: { companies: 'Atlantis' } });
	expect(outputs[1].map(({ json }) => json.error)).toEqual(
		Array(2).fill('Option Companies: no company is called "Atlantis"'),
	);
	expect(paths()).toHaveLength(3);
});

it('stops at once when the execution is cancelled, and sends nothing more', async () => {
	server.reply(VERSION, MODELS, { fault: 'hang' });
	const { run } = await post([{}, {}], credential(), { cancelAfterMs: 300 });
	expect(run.status).toBe('canceled');
	expect(paths()).toHaveLength(3);
	const throttled = { status: 429, headers: { 'Retry-After': '10' }, text: 'Too Many Requests' };
	server.reply(VERSION, MODELS, throttled);
	const second = await post([{}], credential(), { cancelAfterMs: 300 });
	expect(second.run.status).toBe('canceled');
	expect(paths()).toHaveLength(3);
});

it('does not follow a redirect with the key, but says where it leads', async () => {
	server.reply({ status: 301, headers: { Location: 'https://erp.example.com/web' }, text: '' });
	const { outputs } = await post([{}], credential());
	expect(paths()).toEqual(['/web/version']);
	expect(outputs[1][0].json).toMatchObject({
		error: expect.stringContaining('leads to https://erp.example.com/web'),
		details: { kind: 'configuration' },
	});
});
