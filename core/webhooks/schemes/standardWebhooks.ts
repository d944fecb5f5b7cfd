import { createHmac, createPublicKey, verify } from 'node:crypto';
import { sameBytes, whichSecret } from '../sameBytes';
import { FailedCheck, TimestampUnit } from '../scheme';
import { ID_HEADER } from '../signedContent';
import type { VerificationTiming, WebhookRequest, WebhookSecrets } from '../spec';
import { checkWindow } from '../timeWindow';
import { accepted, refused, type Verdict } from '../verdict';

const TIMESTAMP = { header: 'webhook-timestamp', unit: TimestampUnit.Seconds } as const;
const SIGNATURE_HEADER = 'webhook-signature';
/** DER prefix of a raw ed25519 public key (RFC 8410). */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const MAX_SIGNATURES = 16;

/**
 * Standard Webhooks 1.0.0: `{id}.{timestamp}.{body}`, `v1` HMAC-SHA256 (`whsec_`), `v1a` ed25519 (`whpk_`);
 * several signatures stand in the header, separated by blanks, while the sender rotates its keys.
 * Source: github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md
 */
export function verifyStandardWebhooks(
	request: WebhookRequest,
	{ secrets }: WebhookSecrets,
	timing: VerificationTiming,
): Verdict {
	const header = request.headers[SIGNATURE_HEADER];
	if (!header) {
		return refused(FailedCheck.SignatureMissing, `the header ${SIGNATURE_HEADER} is missing`);
	}
	const id = request.headers[ID_HEADER];
	if (!id) return refused(FailedCheck.SignatureMissing, `the header ${ID_HEADER} is missing`);
	const signatures = header.split(' ').slice(0, MAX_SIGNATURES);
	if (!signatures.some((one) => /^v1a?,/.test(one))) {
		return refused(
			FailedCheck.SignatureMalformed,
			`${SIGNATURE_HEADER} holds no v1 or v1a signature`,
		);
	}
	const outside = checkWindow(request, TIMESTAMP, timing);
	if (outside) return outside;
	const content = Buffer.concat([
		Buffer.from(`${id}.${request.headers[TIMESTAMP.header] ?? ''}.`),
		request.rawBody,
	]);
	const index = whichSecret(secrets, (secret) =>
		signatures.some((signature) => fits(secret, signature, content)),
	);
	return index === undefined
		? refused(FailedCheck.SignatureMismatch, `no signature in ${SIGNATURE_HEADER} fits a secret`)
		: accepted(index);
}

function fits(secret: string, signature: string, content: Buffer): boolean {
	const [version, text = ''] = signature.split(',', 2);
	const given = Buffer.from(text, 'base64');
	if (version === 'v1' && !secret.startsWith('whpk_')) {
		const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
		return key.length > 0 && sameBytes(given, createHmac('sha256', key).update(content).digest());
	}
	if (version === 'v1a' && secret.startsWith('whpk_')) {
		const raw = Buffer.from(secret.slice('whpk_'.length), 'base64');
		if (raw.length !== 32) return false;
		const key = createPublicKey({
			key: Buffer.concat([ED25519_SPKI, raw]),
			format: 'der',
			type: 'spki',
		});
		return verify(null, content, key, given);
	}
	return false;
}
