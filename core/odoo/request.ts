import type { OdooCall } from './call';
import type { OdooCredential, OdooSession } from './session';
import { normalizeUrl, OdooProtocol } from './session';

export interface HttpRequest {
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	/** JSON text: Odoo must get exactly these bytes. */
	body?: string;
}

/** The HTTP request for a call in the session's protocol. Contains the secret: never log it. */
export function buildRequest(
	call: OdooCall,
	session: OdooSession,
	credential: OdooCredential,
): HttpRequest {
	const base = normalizeUrl(credential.url);
	return session.protocol === OdooProtocol.Json2
		? json2Request(base, call, session, credential)
		: jsonRpcRequest(base, call, session, credential);
}

function json2Request(
	base: string,
	call: OdooCall,
	session: OdooSession,
	credential: OdooCredential,
): HttpRequest {
	const { model, method, ids, params, context } = call;
	return {
		method: 'POST',
		url: `${base}/json/2/${encodeURIComponent(model)}/${encodeURIComponent(method)}`,
		headers: {
			'Content-Type': 'application/json',
			Accept: 'application/json',
			Authorization: `bearer ${credential.secret}`,
			...(session.database ? { 'X-Odoo-Database': session.database } : {}),
		},
		body: JSON.stringify({ ...params, ...(ids && { ids }), ...(context && { context }) }),
	};
}

function jsonRpcRequest(
	base: string,
	call: OdooCall,
	session: OdooSession,
	credential: OdooCredential,
): HttpRequest {
	const { model, method, ids, params, context } = call;
	const positional: unknown[] = ids ? [ids] : [];
	const named: OdooCall['params'] = { ...params, ...(context && { context }) };
	// Odoo's `call_kw` looks at the first positional argument of `create`, even when it is passed by name.
	if (method === 'create' && params) {
		positional.push(params.vals_list);
		delete named.vals_list;
	}
	return jsonRpcEnvelope(base, 'object', 'execute_kw', [
		session.database,
		session.uid,
		credential.secret,
		model,
		method,
		positional,
		named,
	]);
}

/** A raw `/jsonrpc` service call; also used to log in and to ask for the version. */
export function jsonRpcEnvelope(
	base: string,
	service: 'common' | 'object' | 'db',
	method: string,
	args: unknown[],
): HttpRequest {
	return {
		method: 'POST',
		url: `${base}/jsonrpc`,
		headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
		body: JSON.stringify({
			jsonrpc: '2.0',
			method: 'call',
			id: 1,
			params: { service, method, args },
		}),
	};
}
