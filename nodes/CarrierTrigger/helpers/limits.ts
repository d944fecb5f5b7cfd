import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { takeToken, type Bucket, type WebhookRequest } from '../../../core/webhooks';
import { respond } from './respond';

/** One bucket a node, in this process: with several webhook processes the rate is that of each. */
const buckets = new Map<string, Bucket>();

export interface LimitSettings {
	maxSizeKb: number;
	/** 0: no limit. */
	callsPerMinute: number;
}

/** The refusal of a call that is too large or comes too fast; null when it may pass. */
export function refuseByLimit(
	node: IWebhookFunctions,
	{ rawBody }: WebhookRequest,
	{ maxSizeKb, callsPerMinute }: LimitSettings,
	nowMs: number,
): IWebhookResponseData | null {
	if (rawBody.length > maxSizeKb * 1024) {
		node.logger.warn(
			`Carrier Trigger "${node.getNode().name}": a call of ${rawBody.length} bytes was refused (limit ${maxSizeKb} KB)`,
		);
		return respond(node, 413, { error: `The body is larger than ${maxSizeKb} KB` });
	}
	if (callsPerMinute <= 0) return null;
	const key = `${node.getWorkflow().id ?? ''} ${node.getNode().id}`;
	const { bucket, retryAfterSeconds } = takeToken(buckets.get(key), callsPerMinute, nowMs);
	buckets.set(key, bucket);
	if (retryAfterSeconds === undefined) return null;
	return respond(
		node,
		429,
		{ error: 'Too many calls' },
		{ 'Retry-After': String(retryAfterSeconds) },
	);
}
