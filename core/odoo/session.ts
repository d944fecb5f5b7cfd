import { createHash } from 'node:crypto';

/** The two remote protocols of Odoo. */
export enum OdooProtocol {
	/** `/json/2/<model>/<method>` with an API key, Odoo 19 and later. */
	Json2 = 'json2',
	/** `/jsonrpc` `execute_kw` with login and key or password, until Odoo 21. */
	JsonRpc = 'jsonrpc',
}

/** The credential as the user filled it in. */
export interface OdooCredential {
	url: string;
	/** Empty: found out where that is possible. */
	database: string;
	/** Empty with JSON-2. */
	login: string;
	/** API key, or the user's password with JSON-RPC. */
	secret: string;
	protocol: OdooProtocol | 'auto';
}

/** What was found out about a server once, kept in the credential so that no run has to ask again. */
export interface OdooSession {
	protocol: OdooProtocol;
	/** Empty: the server chooses (one database, or a database filter by host name). */
	database: string;
	/** Numeric user id, for JSON-RPC. */
	uid: number | null;
	version: string;
	/** When this was found out, in milliseconds since 1970. */
	connectedAt: number;
	/** Fingerprint of the credential that this was found out for. */
	madeFor: string;
}

/** Changes whenever the user edits the credential, so that a stale session is noticed. */
export function fingerprint(credential: OdooCredential): string {
	const { url, database, login, secret, protocol } = credential;
	const text = [normalizeUrl(url), database, login, secret, protocol].join('\u001f');
	return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Scheme and host (and path prefix) without a trailing slash or the path of a page copied from the browser. */
export function normalizeUrl(url: string): string {
	const trimmed = url.trim();
	if (!/^https?:\/\/[^/]/i.test(trimmed)) return trimmed;
	const { origin, pathname } = new URL(trimmed);
	return origin + pathname.replace(/\/(web|odoo)(\/.*)?$/, '').replace(/\/+$/, '');
}

/** The stored session, or null when there is none or the credential was edited since. */
export function readSession(stored: string, credential: OdooCredential): OdooSession | null {
	if (!stored.startsWith('{')) return null;
	const session = JSON.parse(stored) as OdooSession;
	return session.madeFor === fingerprint(credential) ? session : null;
}
