import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { FailedCheck } from '../scheme';
import type { VerificationSpec, VerificationTiming, WebhookRequest, WebhookSecrets } from '../spec';
import { accepted, refused, type Verdict } from '../verdict';

const SYMMETRIC = ['HS256', 'HS384', 'HS512'];
const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'];

/** A JSON Web Token in a header: signed with the shared secret, or with a key of the sender's JWKS. */
export async function verifyJwt(
	request: WebhookRequest,
	{ header = 'authorization', prefix = '' }: VerificationSpec,
	{ secrets, keys }: WebhookSecrets,
	{ nowMs, toleranceSeconds }: VerificationTiming,
): Promise<Verdict> {
	const value = request.headers[header];
	if (!value) return refused(FailedCheck.TokenMissing, `the header ${header} is missing`);
	const token = value
		.slice(value.startsWith(prefix) ? prefix.length : 0)
		.replace(/^Bearer\s+/i, '');
	const options = { currentDate: new Date(nowMs), clockTolerance: toleranceSeconds };
	try {
		if (keys) {
			const set = createLocalJWKSet({ keys } as unknown as JSONWebKeySet);
			await jwtVerify(token, set, { ...options, algorithms: ASYMMETRIC });
			return accepted();
		}
		return await verifyWithSecrets(token, secrets, options);
	} catch (error) {
		return tokenRefused(header, error);
	}
}

async function verifyWithSecrets(
	token: string,
	secrets: readonly string[],
	options: { currentDate: Date; clockTolerance: number },
): Promise<Verdict> {
	let lastError: unknown = new errors.JWSSignatureVerificationFailed();
	for (const [index, secret] of secrets.entries()) {
		try {
			const key = new TextEncoder().encode(secret);
			await jwtVerify(token, key, { ...options, algorithms: SYMMETRIC });
			return accepted(index);
		} catch (error) {
			lastError = error;
		}
	}
	throw lastError;
}

function tokenRefused(header: string, error: unknown): Verdict {
	const code = error instanceof errors.JOSEError ? error.code : 'unreadable';
	return refused(FailedCheck.TokenInvalid, `the token in ${header} is refused (${code})`);
}
