import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { chooseLanguage, renderPage, type Page } from '../../../core/approval/page';
import { answerOf, callOf } from '../../shared/webhook/http';

/** Answers with a page; the execution goes on waiting. */
export function sendPage(
	node: IWebhookFunctions,
	page: Page,
	odooLang: string | null = null,
): IWebhookResponseData {
	const accepted = callOf(node).headers['accept-language'];
	const lang = chooseLanguage(odooLang, typeof accepted === 'string' ? accepted : null);
	const { status, headers, html } = renderPage(page, { lang });
	const response = answerOf(node);
	response.status(status);
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	// express leaves the body away where it was asked by HEAD.
	response.send(html);
	return { noWebhookResponse: true };
}
