import type { IWebhookDescription } from 'n8n-workflow';

const PATH = 'carrier';

/** GET and HEAD are for senders that ask whether the address is there and meant; nothing is registered anywhere. */
export const carrierWebhooks: IWebhookDescription[] = [
	{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: PATH },
	{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: PATH, ndvHideUrl: true },
	{ name: 'setup', httpMethod: 'HEAD', responseMode: 'onReceived', path: PATH, ndvHideUrl: true },
];
