import { createHash, createHmac } from 'node:crypto';
import { whichSecret, sameBytes } from '../sameBytes';
import { FailedCheck, HashAlgorithm, WebhookScheme } from '../scheme';
import { readSignature } from '../signatureText';
import { signedContent } from '../signedContent';
import type { VerificationSpec, WebhookRequest, WebhookSecrets } from '../spec';
import { accepted, refused, type Verdict } from '../verdict';

/** HMAC over the signed content, or a plain hash of it where the content holds the secret itself. */
export function verifyDigest(
	request: WebhookRequest,
	spec: VerificationSpec,
	{ secrets }: WebhookSecrets,
): Verdict {
	const signature = readSignature(request, spec);
	if (!signature.ok) return signature.verdict;
	const index = whichSecret(secrets, (secret) => {
		const expected = digestOf(request, spec, spec.nfkdSecret ? secret.normalize('NFKD') : secret);
		return signature.candidates.some((candidate) => sameBytes(candidate, expected));
	});
	return index === undefined
		? refused(FailedCheck.SignatureMismatch, `the signature in ${spec.header} fits no secret`)
		: accepted(index);
}

function digestOf(request: WebhookRequest, spec: VerificationSpec, secret: string): Buffer {
	const algorithm = spec.algorithm ?? HashAlgorithm.Sha256;
	const content = signedContent(request, spec, secret);
	return spec.scheme === WebhookScheme.Hash
		? createHash(algorithm).update(content).digest()
		: createHmac(algorithm, secret).update(content).digest();
}
