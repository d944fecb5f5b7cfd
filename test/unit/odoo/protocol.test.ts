import type { OdooCall, OdooCredential, OdooSession } from '../../../core/odoo';
import {
	buildRequest,
	fingerprint,
	isCallAllowed,
	isMethodAllowed,
	normalizeUrl,
	OdooErrorKind,
	OdooProtocol,
	readAnswer,
	readSession,
	Repeatable,
	simplifyRecord,
	FieldType,
} from '../../../core/odoo';

const credential: OdooCredential = {
	url: 'https://erp.example.com/',
	database: '',
	login: '',
	secret: 'key',
	protocol: 'auto',
};
const session = (more: Partial<OdooSession> = {}): OdooSession => ({
	protocol: OdooProtocol.Json2,
	database: '',
	uid: null,
	version: '19.0',
	connectedAt: 0,
	madeFor: fingerprint(credential),
	...more,
});
const call: OdooCall = {
	model: 'stock.picking',
	method: 'write',
	ids: [7],
	params: { vals: { note: 'x' } },
	context: { lang: 'de_DE' },
	repeatable: Repeatable.Yes,
};

describe('requests', () => {
	it('are JSON-2 with named arguments; no database is invented from the host name', () => {
		const request = buildRequest(call, session(), credential);
		expect(request.url).toBe('https://erp.example.com/json/2/stock.picking/write');
		expect(request.headers).toMatchObject({ Authorization: 'bearer key' });
		expect(request.headers).not.toHaveProperty('X-Odoo-Database');
		expect(JSON.parse(request.body ?? '')).toEqual({
			ids: [7],
			vals: { note: 'x' },
			context: { lang: 'de_DE' },
		});
	});

	it('are execute_kw over JSON-RPC', () => {
		const rpc = session({ protocol: OdooProtocol.JsonRpc, database: 'prod', uid: 6 });
		const request = buildRequest(call, rpc, credential);
		expect(request.url).toBe('https://erp.example.com/jsonrpc');
		expect(JSON.parse(request.body ?? '')).toMatchObject({
			params: {
				method: 'execute_kw',
				args: [
					'prod',
					6,
					'key',
					'stock.picking',
					'write',
					[[7]],
					{ vals: { note: 'x' }, context: { lang: 'de_DE' } },
				],
			},
		});
	});

	it.each([
		['https://erp.example.com/odoo/sales/7', 'https://erp.example.com'],
		['https://erp.example.com/web#id=3', 'https://erp.example.com'],
		['http://odoo', 'http://odoo'],
		['http://web:8069/', 'http://web:8069'],
		['https://x.example.com/prefix/', 'https://x.example.com/prefix'],
	])('clean the URL %s', (url, expected) => {
		expect(normalizeUrl(url)).toBe(expected);
	});
});

describe('stored session', () => {
	it('is used as long as the credential is the same', () => {
		const stored = JSON.stringify(session());
		expect(readSession(stored, credential)).toEqual(session());
	});

	it.each(['url', 'database', 'login', 'secret'] as const)(
		'is dropped when %s was edited',
		(name) => {
			const stored = JSON.stringify(session());
			expect(readSession(stored, { ...credential, [name]: 'https://other' })).toBeNull();
		},
	);

	it('is none when nothing is stored', () => {
		expect(readSession('', credential)).toBeNull();
	});
});

describe('answers', () => {
	const site = { model: 'res.partner', method: 'create' };
	const read = (status: number, body: unknown, headers = {}) =>
		readAnswer(
			{ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
			site,
			0,
		);

	it('are values of either protocol', () => {
		expect(read(200, [1])).toEqual({ ok: true, value: [1] });
		expect(read(200, { jsonrpc: '2.0', id: 1, result: [1] })).toEqual({ ok: true, value: [1] });
		expect(read(200, { jsonrpc: '2.0', id: 1 })).toEqual({ ok: true, value: null });
	});

	it.each([
		["Missing required value for the field 'Customer' (partner_id).", 'partner_id'],
		["Invalid field 'nofield' in 'res.partner'", 'nofield'],
		["Invalid field res.partner.nofield in condition ('nofield', '=', 1)", 'nofield'],
	])('name the field: %s', (message, field) => {
		expect(read(422, { name: 'odoo.exceptions.ValidationError', message })).toMatchObject({
			failure: { kind: OdooErrorKind.Validation, field },
		});
	});

	it.each([
		['odoo.addons.delivery_x.errors.LabelError', OdooErrorKind.Validation],
		['builtins.IndexError', OdooErrorKind.Configuration],
		['odoo.exceptions.LockError', OdooErrorKind.Conflict],
	])('name the kind of %s', (name, kind) => {
		expect(read(500, { name, message: 'No' })).toMatchObject({ failure: { kind } });
	});

	it('keep Odoo’s words and no traceback', () => {
		const debug = 'Traceback (most recent call last): secret';
		const result = read(422, { name: 'odoo.exceptions.UserError', message: 'Not possible', debug });
		expect(result).toMatchObject({ ok: false, failure: { message: 'Not possible', ...site } });
		expect(JSON.stringify(result)).not.toContain('Traceback');
	});
});

describe('allowed methods', () => {
	it.each([
		['*.message_post', 'stock.picking', 'message_post', true],
		['stock.picking.button_validate', 'stock.picking', 'button_validate', true],
		['stock.picking.*', 'stock.picking', 'action_assign', true],
		['stock.picking.*', 'sale.order', 'action_confirm', false],
		['*.*', 'stock.picking', 'unlink', false],
		['stock.picking.unlink', 'stock.picking', 'unlink', true],
		['*.*', 'res.users', 'action_reset_password', false],
		['*.*', 'ir.actions.server', 'anything', false],
		['*.*', 'stock.picking', '_action_done', false],
		['stock.picking._action_done', 'stock.picking', '_action_done', false],
		['', 'stock.picking', 'message_post', false],
		['stock.pick*.button_validate', 'stock.picking', 'button_validate', false],
	])('%s: %s.%s → %p', (list, model, method, allowed) => {
		expect(isMethodAllowed(list, model, method)).toBe(allowed);
	});
});

describe('calls a credential sends', () => {
	it.each([
		['search_read', true],
		['write', true],
		['message_post', true],
		['action_archive', true],
		['action_done', false],
		['button_validate', false],
		['unlink', false],
		['_action_done', false],
	])('%s: %p', (method, allowed) => {
		expect(isCallAllowed('*.message_post', 'stock.picking', method)).toBe(allowed);
	});
});

describe('simplified records', () => {
	it('have relations as objects, instants with a zone, and null for no value', () => {
		const schema = {
			partner_id: { type: FieldType.Many2one, string: 'Partner' },
			date: { type: FieldType.Datetime, string: 'Date' },
			origin: { type: FieldType.Char, string: 'Origin' },
			active: { type: FieldType.Boolean, string: 'Active' },
		};
		const record = {
			id: 1,
			partner_id: [7, 'Azure'],
			date: '2026-01-31 08:00:00',
			origin: false,
			active: false,
		};
		expect(simplifyRecord(record, schema)).toEqual({
			id: 1,
			partner_id: { id: 7, name: 'Azure' },
			date: '2026-01-31T08:00:00Z',
			origin: null,
			active: false,
		});
	});
});
