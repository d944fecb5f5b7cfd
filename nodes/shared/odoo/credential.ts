import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type {
	HttpAnswer,
	HttpRequest,
	OdooCall,
	OdooCredential,
	OdooFailure,
	OdooSession,
} from '../../../core/odoo';
import {
	buildRequest,
	failed,
	failure,
	isCallAllowed,
	networkFailure,
	OdooErrorKind,
	readSession,
	success,
} from '../../../core/odoo';
import { connect } from './connect';
import { networkError } from './networkError';
import type { SendHttp } from './probe';

export const CREDENTIAL_TYPE = 'odooSyncApi';

const CONNECT_TIMEOUT_MS = 15_000;

/** A session found out within this time was found out by the test that is running. */
const FRESH_FOR_MS = 10_000;

/** What a node, or the credential's own test, asks this credential to send. */
interface CredentialCall extends OdooCall {
	/** The user pressed the test button: what is stored may be out of date. */
	connectionTest?: boolean;
}

/** n8n's stored fields as the core's credential. */
export function toCredential(data: ICredentialDataDecryptedObject): OdooCredential {
	const text = (name: string): string => (typeof data[name] === 'string' ? data[name].trim() : '');
	return {
		url: text('url'),
		database: text('database'),
		login: text('login'),
		secret: text('apiKey'),
		protocol: (text('protocol') || 'auto') as OdooCredential['protocol'],
	};
}

/** A request that the credential does not send; the sentence is for the test button, the failure for the nodes. */
class CredentialError extends UserError {
	constructor(readonly odooFailure: OdooFailure) {
		super(`${odooFailure.message}. ${odooFailure.advice}`);
	}
}

/** Logs in and detects the server. @throws CredentialError with a sentence for the credential's test button */
export async function connectOnce(
	helper: IHttpRequestHelper,
	data: ICredentialDataDecryptedObject,
): Promise<OdooSession> {
	const send: SendHttp = async (request) => {
		try {
			const response = (await helper.helpers.httpRequest(
				toHttpOptions(request),
			)) as IN8nHttpFullResponse;
			return success(toAnswer(response));
		} catch (error) {
			const { code, message } = networkError(error);
			return failed(networkFailure(code, message, { model: 'res.users', method: 'login' }));
		}
	};
	const session = await connect(send, toCredential(data), Date.now());
	if (session.ok) return session.value;
	throw new CredentialError(session.failure);
}

/** Turns a node's `OdooCall` (carried in the body) into the real request; the secret never enters node code. */
export async function authenticateRequest(
	data: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const call = readCall(data, options.body);
	const credential = toCredential(data);
	const session = readSession(String(data.session ?? ''), credential);
	if (session === null || (call.connectionTest && isOld(session))) throw new StaleSessionError();
	const request = buildRequest(call, session, credential);
	const http = { ...options, baseURL: undefined, ...toHttpOptions(request, options.timeout) };
	// n8n judges the answer to a test by its status.
	return call.connectionTest ? { ...http, ignoreHttpStatusErrors: false } : http;
}

/**
 * The call in the body of a request. Any node can be pointed at this credential: only calls are sent, and only
 * those that its allow list lets through.
 */
function readCall(data: ICredentialDataDecryptedObject, body: unknown): CredentialCall {
	const call = body as Partial<CredentialCall> | undefined;
	if (typeof call?.model !== 'string' || typeof call.method !== 'string') {
		throw new CredentialError(
			failure(OdooErrorKind.Configuration, 'This credential sends only calls of Odoo Sync', {
				advice: 'Use it with the nodes of n8n-nodes-odoo-logistics.',
			}),
		);
	}
	const allowList = typeof data.allowedMethods === 'string' ? data.allowedMethods : '';
	if (!isCallAllowed(allowList, call.model, call.method)) {
		throw new CredentialError(
			failure(
				OdooErrorKind.Configuration,
				`The credential does not allow ${call.model}.${call.method}`,
				{ advice: 'Name it in Allowed Methods of the credential, if it may run.' },
			),
		);
	}
	return call as CredentialCall;
}

const isOld = ({ connectedAt }: OdooSession): boolean => Date.now() - connectedAt > FRESH_FOR_MS;

/** n8n renews a credential (`preAuthentication`) when a request fails with 401: an edited credential must do so too. */
class StaleSessionError extends UserError {
	response = { status: 401 };

	constructor() {
		super('The Odoo credential was changed: connecting again');
	}
}

/** Errors are read by us: n8n must not turn Odoo's answer into a generic sentence. */
export function toHttpOptions(
	request: HttpRequest,
	timeout = CONNECT_TIMEOUT_MS,
): IHttpRequestOptions {
	return {
		method: request.method,
		url: request.url,
		headers: request.headers,
		...(request.body !== undefined && { body: request.body }),
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirect would carry the key to another host, or turn the POST into a GET.
		disableFollowRedirect: true,
		timeout,
	};
}

export function toAnswer(response: IN8nHttpFullResponse): HttpAnswer {
	const headers = Object.entries(response.headers ?? {}).map(([name, header]) => [
		name.toLowerCase(),
		String(header),
	]);
	const { body } = response;
	return {
		status: response.statusCode,
		headers: Object.fromEntries(headers) as Record<string, string>,
		body: typeof body === 'string' ? body : JSON.stringify(body ?? ''),
	};
}
