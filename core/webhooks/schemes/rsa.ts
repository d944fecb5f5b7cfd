import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { FailedCheck } from '../scheme';
import { readSignature } from '../signatureText';
import { signedContent } from '../signedContent';
import type { VerificationSpec, WebhookRequest, WebhookSecrets } from '../spec';
import { accepted, refused, type Verdict } from '../verdict';

/** RSA (PKCS#1 v1.5) over the signed content, with the public key that the call names. */
export function verifyRsa(
	request: WebhookRequest,
	spec: VerificationSpec,
	{ keys = [] }: WebhookSecrets,
): Verdict {
	const signature = readSignature(request, spec);
	if (!signature.ok) return signature.verdict;
	const keyId = spec.kidHeader === undefined ? undefined : request.headers[spec.kidHeader];
	const named = keyId === undefined ? keys : keys.filter(({ kid }) => kid === keyId);
	const usable = named.filter(({ kty }) => kty === 'RSA');
	if (usable.length === 0) {
		return refused(
			FailedCheck.KeyUnknown,
			'the key that the call names is not among the public keys',
		);
	}
	const content = signedContent(request, spec, '');
	const algorithm = `RSA-${(spec.algorithm ?? 'sha256').toUpperCase()}`;
	const fits = usable.some((jwk) => {
		const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
		return signature.candidates.some((candidate) => verify(algorithm, content, key, candidate));
	});
	return fits
		? accepted()
		: refused(FailedCheck.SignatureMismatch, `the signature in ${spec.header} fits no public key`);
}
