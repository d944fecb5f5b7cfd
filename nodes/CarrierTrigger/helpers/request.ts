import type { IWebhookFunctions } from 'n8n-workflow';
import type { WebhookRequest } from '../../../core/webhooks';
import { callOf } from '../../shared/webhook/http';

const textsOf = (values: Record<string, unknown>): Record<string, string | undefined> =>
	Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name.toLowerCase(),
			typeof value === 'string' ? value : undefined,
		]),
	);

/** The call as it came in, byte by byte. */
export async function readRequest(node: IWebhookFunctions): Promise<WebhookRequest> {
	const request = callOf(node);
	await request.readRawBody?.();
	return {
		headers: textsOf(request.headers),
		query: textsOf(request.query),
		rawBody: request.rawBody ?? Buffer.alloc(0),
	};
}

/** The body as text in the charset that the call names; UTF-8 without one. */
export function bodyText({ headers, rawBody }: WebhookRequest): string {
	const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
	return decoder(charset).decode(rawBody);
}

function decoder(charset: string): InstanceType<typeof TextDecoder> {
	try {
		return new TextDecoder(charset);
	} catch {
		// A charset that does not exist: UTF-8 shows what is wrong better than a refusal.
		return new TextDecoder();
	}
}
