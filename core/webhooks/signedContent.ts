import type { VerificationSpec, WebhookRequest } from './spec';

const BODY_ONLY = ['body'] as const;

/** Header of the message id in Standard Webhooks. */
export const ID_HEADER = 'webhook-id';

/** The bytes that the sender signed. The body is taken as it came: written anew, `1.0` would become `1`. */
export function signedContent(
	request: WebhookRequest,
	{ signed = BODY_ONLY, timestamp }: VerificationSpec,
	secret: string,
): Buffer {
	const parts = signed.map((part): Buffer => {
		if (part === 'body') return request.rawBody;
		if (part === 'secret') return Buffer.from(secret);
		if (part === 'timestamp') return Buffer.from(request.headers[timestamp?.header ?? ''] ?? '');
		if (part === 'id') return Buffer.from(request.headers[ID_HEADER] ?? '');
		return Buffer.from(part.slice(1));
	});
	return Buffer.concat(parts);
}
