import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerHandshake, type WebhookRequest } from '../../../core/webhooks';
import { authenticate } from './authenticate';
import { refuseByLimit } from './limits';
import { readEvents } from './readEvents';
import { fingerprintOf, rememberWhenAnswered, wasAnswered } from './repeats';
import { bodyText, readRequest } from './request';
import { respond } from './respond';
import { readSettings } from './settings';

/** One call of a carrier: limits, proof, replay, reading. Answers everything itself but what starts the workflow. */
export async function receive(node: IWebhookFunctions): Promise<IWebhookResponseData> {
	const nowMs = Date.now();
	const request = await readRequest(node);
	const settings = readSettings(node, nowMs);
	const limited = refuseByLimit(node, request, settings, nowMs);
	if (limited) return limited;
	const handshake = answerHandshake({
		query: request.query,
		header: request.headers,
		body: jsonBody(request),
	});
	if (handshake) return respond(node, 200, handshake.body, handshake.headers);

	const refusal = await refuseUnproven(node, request, nowMs);
	if (refusal) return refusal;
	const fingerprint = fingerprintOf(node.getNode().id, request);
	const isTest = node.getMode() === 'manual';
	if (!isTest && wasAnswered(fingerprint, nowMs)) {
		return respond(node, 200, { message: 'Already received' });
	}
	const outputs = readEvents(bodyText(request), settings);
	if (!isTest) rememberWhenAnswered(node, fingerprint, nowMs + settings.replayWindowMs);
	return { workflowData: outputs };
}

/** Why the call is refused goes to the log; the sender learns only that it is. */
async function refuseUnproven(
	node: IWebhookFunctions,
	request: WebhookRequest,
	nowMs: number,
): Promise<IWebhookResponseData | null> {
	const name = `Carrier Trigger "${node.getNode().name}"`;
	try {
		const verdict = await authenticate(node, request, nowMs);
		if (verdict.ok) return null;
		node.logger.warn(`${name} refused a call (${verdict.check}): ${verdict.message}`);
		return respond(node, 401, { error: 'The call is not authenticated' });
	} catch (error) {
		// Ours to mend, and nothing passes meanwhile: 503 makes the sender try again.
		const reason = error instanceof Error ? error.message : String(error);
		node.logger.error(`${name} cannot verify calls: ${reason}`);
		return respond(
			node,
			503,
			{ error: 'Calls cannot be verified at present' },
			{ 'Retry-After': '60' },
		);
	}
}

const HANDSHAKE_BODY_MAX = 4096;

/** Handshakes are small: nothing larger is parsed before it is verified. */
function jsonBody({ rawBody }: WebhookRequest): Record<string, unknown> {
	if (rawBody.length === 0 || rawBody.length > HANDSHAKE_BODY_MAX) return {};
	try {
		const parsed: unknown = JSON.parse(rawBody.toString('utf8'));
		return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}
