import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerHandshake } from '../../../core/webhooks';
import { callOf } from '../../shared/webhook/http';
import { readRequest } from './request';
import { respond } from './respond';

/** GET or HEAD: a handshake is answered; anything else learns that the address is alive, and starts nothing. */
export async function answerSetup(node: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { query, headers } = await readRequest(node);
	const handshake = answerHandshake({ query, header: headers, body: {} });
	if (handshake) return respond(node, 200, handshake.body, handshake.headers);
	return respond(node, callOf(node).method === 'HEAD' ? 204 : 200, 'Ready for events by POST');
}
