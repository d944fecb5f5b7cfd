import type { HttpAnswer, HttpRequest, OdooCredential, Result } from '../../../core/odoo';
import {
	failed,
	failure,
	jsonRpcEnvelope,
	OdooErrorKind,
	readAnswer,
	success,
} from '../../../core/odoo';

/** Sends one request; network failures come back as a failed result. */
export type SendHttp = (request: HttpRequest) => Promise<Result<HttpAnswer>>;

/** A server that is being found out about. */
export interface Probe {
	send: SendHttp;
	credential: OdooCredential;
	nowMs: number;
	base: string;
}

export const SITE = { model: 'res.users', method: 'login' };

/** A failure in the words of this package, with what to do. */
export const problem = (message: string, advice: string, kind = OdooErrorKind.Configuration) =>
	failed(failure(kind, message, { advice }));

export const noDatabase = (name: string) =>
	problem(
		`The server has no database "${name}"`,
		'Correct Database in the credential, or leave it empty if the server has only one.',
		OdooErrorKind.Missing,
	);

/** The database of the credential, or the only one of the server. Never a guess. */
export async function chooseDatabase(probe: Probe): Promise<Result<string>> {
	if (probe.credential.database !== '') return success(probe.credential.database);
	const names = await listDatabases(probe);
	if (names.length === 1) return success(names[0]);
	return problem(
		names.length > 1
			? `The server has several databases: ${names.join(', ')}`
			: 'The server does not say which databases it has',
		'Enter the name of the database in the credential.',
	);
}

/** Empty where the server does not tell (`list_db = False`), as on Odoo Online. */
export async function listDatabases({ send, base, nowMs }: Probe): Promise<string[]> {
	const sent = await send(jsonRpcEnvelope(base, 'db', 'list', []));
	if (!sent.ok) return [];
	const names = readAnswer<string[]>(sent.value, SITE, nowMs);
	return names.ok && Array.isArray(names.value) ? names.value : [];
}
