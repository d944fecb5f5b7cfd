import { FailedCheck, SignatureEncoding } from './scheme';
import type { VerificationSpec, WebhookRequest } from './spec';
import { refused, type Verdict } from './verdict';

const SHAPE: Readonly<Record<SignatureEncoding, RegExp>> = {
	[SignatureEncoding.Hex]: /^(?:[0-9a-f]{2})+$/i,
	[SignatureEncoding.Base64]: /^[A-Za-z0-9+/_-]+={0,2}$/,
};

const MAX_LENGTH = 2048;

/** The signature's bytes in each encoding that its text can be read in, or the reason why there is none. */
export function readSignature(
	request: WebhookRequest,
	{ header = '', prefix = '', encodings = [SignatureEncoding.Hex] }: VerificationSpec,
): { ok: true; candidates: Buffer[] } | { ok: false; verdict: Verdict } {
	const text = request.headers[header];
	if (!text) {
		const verdict = refused(FailedCheck.SignatureMissing, `the header ${header} is missing`);
		return { ok: false, verdict };
	}
	const malformed = (why: string) => ({
		ok: false as const,
		verdict: refused(FailedCheck.SignatureMalformed, `the header ${header} ${why}`),
	});
	if (!text.startsWith(prefix)) return malformed(`does not begin with ${prefix}`);
	const value = text.slice(prefix.length).trim();
	if (value.length > MAX_LENGTH) return malformed('is too long for a signature');
	const candidates = encodings
		.filter((encoding) => SHAPE[encoding].test(value))
		.map((encoding) => Buffer.from(value, encoding));
	return candidates.length > 0
		? { ok: true, candidates }
		: malformed(`is not ${encodings.join(' or ')}`);
}
