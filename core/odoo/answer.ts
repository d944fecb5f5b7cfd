import type { OdooCall, OdooValue } from './call';
import { OdooErrorKind } from './errorKind';
import type { OdooFailure, Result } from './failure';
import { failed, failure, success } from './failure';
import {
	FIELD_IN_MESSAGE,
	HTTP_STATUS_KIND,
	LOST_RACE,
	NOT_THERE,
	NETWORK_ERROR_KIND,
	ODOO_EXCEPTIONS,
} from './odooExceptions';
import { parseRetryAfter } from './retry';

/** What came back over HTTP, unread. */
export interface HttpAnswer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/** Odoo's error object; `debug` (a traceback) is never passed on. */
interface OdooException {
	name?: string;
	message?: string;
}

type CallSite = Pick<OdooCall, 'model' | 'method'>;

/** Only the names: the arguments of a call are the user's data and stay out of errors. */
const siteOf = ({ model, method }: CallSite): CallSite => ({ model, method });

/**
 * Reads an answer of either protocol.
 * @param nowMs the present, for a `Retry-After` that is a date
 */
export function readAnswer<T>(answer: HttpAnswer, call: CallSite, nowMs: number): Result<T> {
	const site = siteOf(call);
	const json = parseJson(answer.body);
	const isOk = answer.status >= 200 && answer.status < 300;
	if (json === undefined) return failed(unreadable(answer, site, nowMs));
	const envelope = asEnvelope(json);
	if (envelope?.error) {
		return failed(fromException(envelope.error.data ?? envelope.error, answer, site, nowMs));
	}
	if (isOk) return success((envelope ? (envelope.result ?? null) : json) as T);
	return failed(fromException((json ?? {}) as OdooException, answer, site, nowMs));
}

/** A failure below HTTP. `code` is Node.js's error code, e.g. ECONNREFUSED. */
export function networkFailure(code: string, message: string, site: CallSite): OdooFailure {
	const kind = NETWORK_ERROR_KIND[code] ?? OdooErrorKind.TimeoutUnknownOutcome;
	return failure(
		kind,
		`${NETWORK_SENTENCE[kind] ?? 'The request failed'} (${code || message})`,
		siteOf(site),
	);
}

const NETWORK_SENTENCE: Partial<Record<OdooErrorKind, string>> = {
	[OdooErrorKind.Unavailable]: 'Odoo cannot be reached',
	[OdooErrorKind.TimeoutUnknownOutcome]: 'The connection ended before Odoo answered',
	[OdooErrorKind.Configuration]: 'No secure connection to this URL is possible',
};

function fromException(
	exception: OdooException,
	answer: HttpAnswer,
	site: CallSite,
	nowMs: number,
): OdooFailure {
	const message = exception.message?.trim() || `Odoo answered HTTP ${answer.status}`;
	const kind = kindOf(exception, message, answer.status);
	return failure(kind, message, {
		...site,
		httpStatus: answer.status,
		...(exception.name && { odooName: exception.name }),
		...fieldOf(message),
		...retryAfter(answer, nowMs),
	});
}

function kindOf(exception: OdooException, message: string, status: number): OdooErrorKind {
	if (LOST_RACE.test(message)) {
		return OdooErrorKind.Conflict;
	}
	if (NOT_THERE.test(message)) return OdooErrorKind.Missing;
	const name = exception.name ?? '';
	if (name in ODOO_EXCEPTIONS) return ODOO_EXCEPTIONS[name];
	// A wrong argument ends in one of Python's own exceptions; a class of some module is that module saying no.
	if (name.startsWith('builtins.')) return OdooErrorKind.Configuration;
	if (name !== '') return OdooErrorKind.Validation;
	return HTTP_STATUS_KIND[status] ?? OdooErrorKind.Protocol;
}

/** The answer is not JSON: a proxy's page, another service, or a body cut short. */
function unreadable(answer: HttpAnswer, site: CallSite, nowMs: number): OdooFailure {
	const isOk = answer.status >= 200 && answer.status < 300;
	const kind = isOk
		? OdooErrorKind.Protocol
		: (HTTP_STATUS_KIND[answer.status] ?? OdooErrorKind.Protocol);
	const title = /<title>([^<]{1,120})<\/title>/i.exec(answer.body)?.[1]?.trim();
	const what = answer.body === '' ? 'an empty answer' : 'an answer that is not JSON';
	return failure(
		kind,
		`The server sent ${what}, HTTP ${answer.status}${title ? ` "${title}"` : ''}`,
		{
			...site,
			httpStatus: answer.status,
			...retryAfter(answer, nowMs),
			...(answer.status === 404 && { advice: NO_JSON_404_ADVICE }),
		},
	);
}

const NO_JSON_404_ADVICE =
	'Odoo does not answer at this URL, or it has several databases and none was chosen: check URL and Database in the credential.';

function fieldOf(message: string): { field?: string } {
	for (const pattern of FIELD_IN_MESSAGE) {
		const field = pattern.exec(message)?.[1];
		if (field) return { field };
	}
	return {};
}

function retryAfter(answer: HttpAnswer, nowMs: number): { retryAfterMs?: number } {
	const retryAfterMs = parseRetryAfter(answer.headers['retry-after'], nowMs);
	return retryAfterMs === null ? {} : { retryAfterMs };
}

function parseJson(text: string): OdooValue | undefined {
	try {
		return JSON.parse(text) as OdooValue;
	} catch {
		return undefined;
	}
}

interface JsonRpcEnvelope {
	result?: OdooValue;
	error?: OdooException & { data?: OdooException };
}

function asEnvelope(json: OdooValue): JsonRpcEnvelope | null {
	const isEnvelope =
		typeof json === 'object' && json !== null && !Array.isArray(json) && json.jsonrpc === '2.0';
	return isEnvelope ? (json as unknown as JsonRpcEnvelope) : null;
}
