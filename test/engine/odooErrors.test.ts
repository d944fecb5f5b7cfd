import type { INodeParameters } from 'n8n-workflow';
import { FaultServer, type Reply } from '../../lab/fakes/faultServer';
import { fingerprint, OdooProtocol } from '../../core/odoo';
import { runNode } from './harness/engine';

const API_KEY = 'a-key-that-must-not-leak';

let server: FaultServer;

beforeAll(async () => {
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());

/** A credential that is connected already, so that the first request is the one under test. */
function connectedCredential(protocol = OdooProtocol.Json2) {
	const login = protocol === OdooProtocol.Json2 ? '' : 'bot';
	const credential = { url: server.url, database: '', login, secret: API_KEY, protocol };
	return {
		url: server.url,
		database: '',
		login,
		apiKey: API_KEY,
		protocol,
		allowedMethods: '*.*',
		session: JSON.stringify({
			protocol,
			database: 'test',
			uid: 2,
			version: '19.0',
			connectedAt: 0,
			madeFor: fingerprint(credential),
		}),
	};
}

async function callMethod(
	replies: Reply[],
	options: INodeParameters = {},
	protocol = OdooProtocol.Json2,
) {
	server.reply(...replies);
	const run = await runNode({
		type: 'odooSync',
		onError: 'continueErrorOutput',
		parameters: {
			resource: 'record',
			operation: 'callMethod',
			model: { __rl: true, mode: 'id', value: 'stock.picking' },
			method: 'button_validate',
			runOn: 'record',
			record: { __rl: true, mode: 'id', value: '7' },
			arguments: '{}',
			options,
		},
		items: [{ order: 'S00042' }],
		credentials: { Odoo: connectedCredential(protocol) },
	});
	const [ok, errors] = run.outputs;
	return { ok, errors, requests: server.requests.length, text: JSON.stringify(run.run.data) };
}

const odooError = (status: number, name: string, message: string): Reply => ({
	status,
	json: {
		name,
		message,
		arguments: [message],
		context: {},
		debug: 'Traceback (most recent call last)',
	},
});

describe('each class of error is told apart, in the words of Odoo', () => {
	const cases: Array<[string, Reply, object]> = [
		[
			'401',
			odooError(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey'),
			{ kind: 'authentication', retryable: false, httpStatus: 401 },
		],
		[
			'403',
			odooError(403, 'odoo.exceptions.AccessError', "You are not allowed to modify 'Transfer'"),
			{ kind: 'access', retryable: false, message: "You are not allowed to modify 'Transfer'" },
		],
		[
			'404, unknown database',
			{ status: 404, text: '<html><title>404 Not Found</title></html>' },
			{ kind: 'missing', retryable: false, advice: expect.stringContaining('Database') as string },
		],
		[
			'404, missing record',
			odooError(404, 'odoo.exceptions.MissingError', 'Record does not exist or has been deleted.'),
			{ kind: 'missing', odooName: 'odoo.exceptions.MissingError' },
		],
		[
			'422',
			odooError(422, 'odoo.exceptions.ValidationError', 'The SKU must be unique'),
			{ kind: 'validation', retryable: false, message: 'The SKU must be unique' },
		],
		[
			'422 naming the field',
			odooError(
				422,
				'odoo.exceptions.ValidationError',
				'Create/update: a mandatory field is not set.\nModel: Contact (res.partner), Field: Name (name)',
			),
			{ kind: 'validation', field: 'name' },
		],
		[
			'500 with a wrong argument',
			odooError(500, 'builtins.TypeError', 'unexpected keyword argument'),
			{ kind: 'configuration' },
		],
		[
			"200 with another service's page",
			{ status: 200, text: '<html><title>Welcome to nginx!</title></html>' },
			{ kind: 'protocol', message: expect.stringContaining('Welcome to nginx!') as string },
		],
	];

	it.each(cases)('%s', async (_name, reply, expected) => {
		const { ok, errors, requests, text } = await callMethod([reply]);
		expect(ok).toHaveLength(0);
		expect(errors).toHaveLength(1);
		expect(errors[0].json).toMatchObject({ order: 'S00042', details: expected });
		expect(typeof errors[0].json.error).toBe('string');
		expect(requests).toBe(1);
		expect(text).not.toContain('Traceback');
		expect(text).not.toContain(API_KEY);
	});
});

describe('what is repeated, and what is not', () => {
	const done: Reply = { status: 200, json: true };
	const seconds = (value: string): Reply => ({
		status: 429,
		headers: { 'Retry-After': value },
		text: 'Too Many Requests',
	});

	it('follows a Retry-After in seconds', async () => {
		const { ok, requests } = await callMethod([seconds('1'), done]);
		expect(ok).toHaveLength(1);
		expect(requests).toBe(2);
	});

	it('understands a Retry-After that is a date', async () => {
		const { ok, requests } = await callMethod([seconds('Wed, 01 Jan 2025 00:00:00 GMT'), done]);
		expect(ok).toHaveLength(1);
		expect(requests).toBe(2);
	});

	it('gives up at once when the server asks for more than the budget', async () => {
		const { errors, requests } = await callMethod([seconds('3600'), done]);
		expect(errors[0].json.details).toMatchObject({ kind: 'throttled', retryAfterMs: 3_600_000 });
		expect(requests).toBe(1);
	});

	it('repeats a serialization failure: Odoo rolled it back', async () => {
		const conflict = odooError(
			500,
			'psycopg2.errors.SerializationFailure',
			'could not serialize access due to concurrent update',
		);
		const { ok, requests } = await callMethod([conflict, conflict, done]);
		expect(ok).toHaveLength(1);
		expect(requests).toBe(3);
	});

	const unknownOutcomes: Array<[string, Reply]> = [
		['a reset connection', { fault: 'reset' }],
		['half a body', { fault: 'halfBody' }],
		['no answer', { fault: 'hang' }],
		['502 from a proxy', { status: 502, text: '<html><title>502 Bad Gateway</title></html>' }],
	];

	it('says that the outcome is unknown, too, when the repetition finds Odoo down', async () => {
		const down: Reply = { status: 503, text: '<html><title>503</title></html>' };
		const { errors, requests } = await callMethod([{ fault: 'reset' }, down], {
			safeToRepeat: true,
		});
		expect(requests).toBe(5);
		expect(errors[0].json.details).toMatchObject({ kind: 'timeout_unknown_outcome' });
	});

	it.each(unknownOutcomes)('does not repeat a method after %s', async (_name, reply) => {
		const { errors, requests } = await callMethod([reply, done], { timeout: 1 });
		expect(requests).toBe(1);
		expect(errors[0].json.details).toMatchObject({ kind: 'timeout_unknown_outcome' });
	});

	it.each(unknownOutcomes)('repeats one that is safe to repeat after %s', async (_name, reply) => {
		const { ok, requests } = await callMethod([reply, done], { timeout: 1, safeToRepeat: true });
		expect(ok).toHaveLength(1);
		expect(requests).toBe(2);
	});
});

describe('JSON-RPC', () => {
	it('reads the error of an answer that says 200', async () => {
		const error = {
			status: 200,
			json: {
				jsonrpc: '2.0',
				id: 1,
				error: {
					code: 200,
					message: 'Odoo Server Error',
					data: {
						name: 'odoo.exceptions.UserError',
						message: 'Nothing to validate',
						debug: 'Traceback (most recent call last)',
					},
				},
			},
		};
		const { errors, text } = await callMethod([error], {}, OdooProtocol.JsonRpc);
		expect(errors[0].json).toMatchObject({
			error: 'Nothing to validate',
			details: { kind: 'validation', odooName: 'odoo.exceptions.UserError' },
		});
		expect(text).not.toContain('Traceback');
	});

	it('sends database, user id and key from the stored session, without a login', async () => {
		await callMethod(
			[{ status: 200, json: { jsonrpc: '2.0', id: 1, result: true } }],
			{},
			OdooProtocol.JsonRpc,
		);
		expect(server.requests).toHaveLength(1);
		expect(server.requests[0].path).toBe('/jsonrpc');
		expect(server.requests[0].body).toMatchObject({
			params: {
				service: 'object',
				method: 'execute_kw',
				args: ['test', 2, API_KEY, 'stock.picking', 'button_validate', [[7]], { context: {} }],
			},
		});
	});
});

describe('200 with messages', () => {
	it('treats a load() that was not carried out as a failure, and a lost race as a conflict to repeat', async () => {
		server.reply(
			{ status: 200, json: { name: { type: 'char', string: 'Name' } } },
			odooError(500, 'builtins.ValueError', 'External ID not found in the system: wms.a'),
			{
				status: 200,
				json: {
					ids: false,
					messages: [
						{
							type: 'error',
							message: 'could not serialize access due to concurrent update',
							record: 0,
						},
					],
				},
			},
			{ status: 200, json: { ids: [12], messages: [] } },
		);
		const { outputs } = await runNode({
			type: 'odooSync',
			onError: 'continueErrorOutput',
			parameters: {
				resource: 'record',
				operation: 'upsert',
				model: { __rl: true, mode: 'id', value: 'res.partner' },
				matchBy: 'externalId',
				externalId: 'wms.a',
				values: { mappingMode: 'defineBelow', value: { name: 'A' } },
				options: {},
			},
			items: [{}],
			credentials: { Odoo: connectedCredential() },
		});
		expect(outputs[0][0].json).toMatchObject({ id: 12, outcome: 'created', externalId: 'wms.a' });
		expect(server.requests.map(({ path }) => path)).toEqual([
			'/json/2/res.partner/fields_get',
			'/json/2/ir.model.data/check_object_reference',
			'/json/2/res.partner/load',
			'/json/2/res.partner/load',
		]);
	});
});
