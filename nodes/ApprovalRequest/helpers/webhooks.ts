import type { IHttpRequestMethods, IWebhookDescription } from 'n8n-workflow';

/** One address for all: shown by GET, decided and woken by POST. n8n adds execution and signature. */
const webhook = (httpMethod: IHttpRequestMethods): IWebhookDescription => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
});

export const approvalWebhooks: IWebhookDescription[] = [
	webhook('GET'),
	webhook('HEAD'),
	webhook('POST'),
];
