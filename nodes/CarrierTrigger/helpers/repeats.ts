import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import type { WebhookRequest } from '../../../core/webhooks';
import { answerOf } from '../../shared/webhook/http';

/** Calls that were answered with 2xx, and when they may be forgotten. Lives in this process, and is a courtesy only: events carry ids. */
const answered = new Map<string, number>();
const MAX_ENTRIES = 20_000;

/** Headers that differ between two sendings of one call, whatever it says. */
const TRANSPORT_HEADERS =
	/^(host|connection|content-length|accept.*|user-agent|x-forwarded.*|x-real-ip|via|traceparent|tracestate|x-request-id)$/;

/** The call with its proof: a replay has the same bytes and the same signature. */
export function fingerprintOf(nodeId: string, { headers, rawBody }: WebhookRequest): string {
	const proof = Object.entries(headers)
		.filter(([name]) => !TRANSPORT_HEADERS.test(name))
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return createHash('sha256')
		.update(JSON.stringify([nodeId, proof]))
		.update(rawBody)
		.digest('base64');
}

export const wasAnswered = (fingerprint: string, nowMs: number): boolean =>
	(answered.get(fingerprint) ?? 0) > nowMs;

/** Remembers the call once n8n has answered it with 2xx, which it does only when the execution is stored. */
export function rememberWhenAnswered(
	node: IWebhookFunctions,
	fingerprint: string,
	forgetAtMs: number,
): void {
	const response = answerOf(node);
	response.once('finish', () => {
		if (response.statusCode >= 300) return;
		// A Map keeps the order of insertion: the first key is the oldest.
		if (answered.size >= MAX_ENTRIES) answered.delete(answered.keys().next().value ?? '');
		answered.set(fingerprint, forgetAtMs);
	});
}
