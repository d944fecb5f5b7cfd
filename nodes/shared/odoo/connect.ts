import type { OdooCall, OdooCredential, OdooSession, Result } from '../../../core/odoo';
import {
	buildRequest,
	fingerprint,
	jsonRpcEnvelope,
	normalizeUrl,
	OdooErrorKind,
	OdooProtocol,
	readAnswer,
	Repeatable,
	success,
} from '../../../core/odoo';
import type { Probe, SendHttp } from './probe';
import { chooseDatabase, listDatabases, noDatabase, problem, SITE } from './probe';

/** First Odoo version with JSON-2. */
const JSON2_SINCE = 19;

/**
 * Finds out once how to talk to this server: version, protocol, database and user id.
 * Tells a wrong URL, an unreachable host, a wrong database, a bad key and missing rights apart.
 */
export async function connect(
	send: SendHttp,
	credential: OdooCredential,
	nowMs: number,
): Promise<Result<OdooSession>> {
	if (!/^https?:\/\/[^/]/i.test(normalizeUrl(credential.url))) {
		return problem(
			`"${credential.url}" is not a URL`,
			'Enter the address of Odoo, e.g. https://mycompany.odoo.com',
		);
	}
	const probe: Probe = { send, credential, nowMs, base: normalizeUrl(credential.url) };
	const version = await readVersion(probe);
	if (!version.ok) return version;
	const session = usesJson2(credential, version.value)
		? json2Session(probe, version.value)
		: await jsonRpcSession(probe, version.value);
	if (!session.ok) return session;
	const checked = await checkRights(probe, session.value);
	return checked.ok ? session : checked;
}

async function readVersion({ send, base, nowMs }: Probe): Promise<Result<string>> {
	const page = await send({ method: 'GET', url: `${base}/web/version`, headers: {} });
	if (!page.ok) return page;
	const { status, headers } = page.value;
	if (status >= 300 && status < 400) {
		return problem(
			`${base} leads to ${headers.location ?? 'another address'}`,
			'Enter that address as URL.',
		);
	}
	const modern = readAnswer<{ version?: string }>(page.value, SITE, nowMs);
	if (modern.ok && modern.value.version) return success(modern.value.version);
	const service = await send(jsonRpcEnvelope(base, 'common', 'version', []));
	if (!service.ok) return service;
	const older = readAnswer<{ server_version?: string }>(service.value, SITE, nowMs);
	if (older.ok && older.value?.server_version) return success(older.value.server_version);
	return problem(
		`No Odoo answers at ${base} (HTTP ${service.value.status})`,
		'Check the URL: it must be the address at which people open Odoo in the browser.',
		OdooErrorKind.Protocol,
	);
}

/** "19.0", "saas~19.1", "17.0+e" → the major number. */
const majorVersion = (version: string): number => Number(/(\d+)\./.exec(version)?.[1] ?? 0);

function usesJson2(credential: OdooCredential, version: string): boolean {
	if (credential.protocol !== 'auto') return credential.protocol === OdooProtocol.Json2;
	return majorVersion(version) >= JSON2_SINCE && credential.login === '';
}

function json2Session({ credential, nowMs }: Probe, version: string): Result<OdooSession> {
	if (majorVersion(version) < JSON2_SINCE) {
		return problem(
			`Odoo ${version} does not have JSON-2`,
			'Choose JSON-RPC (or Detect Automatically) and enter a login.',
		);
	}
	return success({
		protocol: OdooProtocol.Json2,
		database: credential.database,
		uid: null,
		version,
		connectedAt: nowMs,
		madeFor: fingerprint(credential),
	});
}

async function jsonRpcSession(probe: Probe, version: string): Promise<Result<OdooSession>> {
	const { send, credential, base, nowMs } = probe;
	if (credential.login === '') {
		return problem(
			`JSON-RPC needs a login (this is Odoo ${version})`,
			'Enter the login of the Odoo user: versions before 19 do not know the user by the API key alone.',
		);
	}
	const database = await chooseDatabase(probe);
	if (!database.ok) return database;
	const args = [database.value, credential.login, credential.secret, {}];
	const sent = await send(jsonRpcEnvelope(base, 'common', 'authenticate', args));
	if (!sent.ok) return sent;
	const uid = readAnswer<number | false>(sent.value, SITE, nowMs);
	if (!uid.ok) return uid.failure.kind === OdooErrorKind.Missing ? noDatabase(database.value) : uid;
	if (uid.value === false) {
		return problem(
			`Odoo refuses the login "${credential.login}" with this API key or password`,
			'Make a new API key in Odoo (Preferences → Account Security) and check the login.',
			OdooErrorKind.Authentication,
		);
	}
	return success({
		protocol: OdooProtocol.JsonRpc,
		database: database.value,
		uid: uid.value,
		version,
		connectedAt: nowMs,
		madeFor: fingerprint(credential),
	});
}

/** The first real call: shows whether key and database are right and whether the user is an internal one. */
async function checkRights(probe: Probe, session: OdooSession): Promise<Result<true>> {
	const call: OdooCall = {
		model: 'ir.model',
		method: 'get_available_models',
		repeatable: Repeatable.Yes,
	};
	const sent = await probe.send(buildRequest(call, session, probe.credential));
	if (!sent.ok) return sent;
	const models = readAnswer<unknown[]>(sent.value, call, probe.nowMs);
	if (!models.ok) return await explainRefusal(probe, session, models.failure.kind, models);
	if (models.value.length > 0) return success(true);
	return problem(
		'The key is right, but its user is not an internal user of Odoo and may see nothing',
		'Use an internal user with the rights that the workflows need (Settings → Users).',
		OdooErrorKind.Access,
	);
}

async function explainRefusal(
	probe: Probe,
	session: OdooSession,
	kind: OdooErrorKind,
	answer: Result<unknown> & { ok: false },
): Promise<Result<true>> {
	if (kind === OdooErrorKind.Missing && session.protocol === OdooProtocol.Json2) {
		const names = await listDatabases(probe);
		if (session.database !== '' && !names.includes(session.database))
			return noDatabase(session.database);
		if (session.database === '' && names.length > 1) {
			const several = await chooseDatabase(probe);
			if (!several.ok) return several;
		}
	}
	if (kind === OdooErrorKind.Authentication) {
		return problem(
			`Odoo refuses the API key: ${answer.failure.message}`,
			'Make a new API key in Odoo (Preferences → Account Security): keys expire, and belong to one database.',
			OdooErrorKind.Authentication,
		);
	}
	return answer;
}
