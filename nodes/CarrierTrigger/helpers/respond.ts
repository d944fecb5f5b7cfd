import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerOf } from '../../shared/webhook/http';

/** Answers the sender without starting the workflow. */
export function respond(
	node: IWebhookFunctions,
	status: number,
	body: string | Record<string, string>,
	headers: Readonly<Record<string, string>> = {},
): IWebhookResponseData {
	const response = answerOf(node);
	response.status(status);
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	if (typeof body === 'string') response.type('text/plain').send(body);
	else response.json(body);
	return { noWebhookResponse: true };
}
