import { fingerprint, OdooProtocol } from '../../core/odoo';
import { FaultServer, type Reply } from '../../lab/fakes/faultServer';
import { runNode } from './harness/engine';

const API_KEY = 'a-key-that-must-not-leak';

let server: FaultServer;

beforeAll(async () => {
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());

/** A credential that is connected already. */
function credential() {
	const one = {
		url: server.url,
		database: '',
		login: '',
		secret: API_KEY,
		protocol: OdooProtocol.Json2,
	};
	return {
		url: server.url,
		database: '',
		login: '',
		apiKey: API_KEY,
		protocol: OdooProtocol.Json2,
		allowedMethods: '',
		session: JSON.stringify({
			protocol: OdooProtocol.Json2,
			database: 'test',
			uid: 2,
			version: '19.0',
			connectedAt: 0,
			madeFor: fingerprint(one),
		}),
	};
}

const json = (value: unknown): Reply => ({ status: 200, json: value });

const SCHEMA = json({
	ref: { type: 'char', string: 'Reference' },
	name: { type: 'char', string: 'Name' },
});

async function upsert(items: Array<{ ref: string; name: string }>, replies: Reply[]) {
	server.reply(...replies);
	const { outputs, run } = await runNode({
		type: 'odooSync',
		onError: 'continueErrorOutput',
		parameters: {
			resource: 'record',
			operation: 'upsert',
			model: { __rl: true, mode: 'id', value: 'res.partner' },
			matchBy: 'fields',
			columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: ['ref'] },
			options: {},
		},
		items,
		credentials: { Odoo: credential() },
	});
	return {
		ok: outputs[0].map((item) => item.json),
		errors: outputs[1].map((item) => item.json),
		methods: server.requests.map(({ path }) => path.split('/').at(-1)),
		text: JSON.stringify(run.data),
	};
}

const TWO = [
	{ ref: 'a', name: 'New A' },
	{ ref: 'b', name: 'New B' },
];
const FOUND = json([
	{ id: 1, ref: 'a', name: 'A' },
	{ id: 2, ref: 'b', name: 'B' },
]);

describe('Create or Update in batches', () => {
	it('writes different values in one request', async () => {
		const { ok, methods } = await upsert(TWO, [SCHEMA, FOUND, json([{ id: 1 }, { id: 2 }])]);
		expect(methods).toEqual(['fields_get', 'search_read', 'web_save_multi']);
		expect(ok.map(({ outcome }) => outcome)).toEqual(['updated', 'updated']);
	});

	it('writes one by one where Odoo has no such method, as before version 19', async () => {
		const unknown: Reply = {
			status: 500,
			json: {
				name: 'builtins.AttributeError',
				message: "The method 'res.partner.web_save_multi' does not exist",
			},
		};
		const { ok, methods } = await upsert(TWO, [SCHEMA, FOUND, unknown, json(true)]);
		expect(methods).toEqual(['fields_get', 'search_read', 'web_save_multi', 'write', 'write']);
		expect(ok.map(({ outcome }) => outcome)).toEqual(['updated', 'updated']);
	});

	it('finds a record whose answer got lost, and does not make it again', async () => {
		const { ok, methods } = await upsert(
			[TWO[0]],
			[SCHEMA, json([]), { fault: 'reset' }, json([]), json([{ id: 5, ...TWO[0] }])],
		);
		expect(ok).toEqual([expect.objectContaining({ id: 5, outcome: 'created', recovered: true })]);
		expect(methods.filter((method) => method === 'create')).toHaveLength(1);
	});

	it('puts the key of the credential nowhere, also when everything fails', async () => {
		const refused: Reply = {
			status: 403,
			json: { name: 'odoo.exceptions.AccessError', message: 'No', debug: `key ${API_KEY}` },
		};
		const { errors, text } = await upsert(TWO, [refused]);
		expect(errors).toHaveLength(2);
		expect(text).not.toContain(API_KEY);
	});
});
