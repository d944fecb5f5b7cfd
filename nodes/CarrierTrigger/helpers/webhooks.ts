import type { IWebhookDescription } from 'n8n-workflow';

const PATH = 'carrier';

/** When a call is answered: n8n's own response modes. */
export enum Respond {
	/** As soon as n8n has stored the execution. */
	Immediately = 'onReceived',
	/** 200 when the workflow has ended well, 500 when it failed: the carrier sends again. */
	WhenFinished = 'lastNode',
}

/** GET and HEAD are for senders that ask whether the address is there and meant; nothing is registered anywhere. */
export const carrierWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: '={{ $parameter["respond"] }}',
		// A carrier wants the status alone.
		responseData: '={{ $parameter["respond"] === "lastNode" ? "noData" : undefined }}',
		path: PATH,
	},
	{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: PATH, ndvHideUrl: true },
	{ name: 'setup', httpMethod: 'HEAD', responseMode: 'onReceived', path: PATH, ndvHideUrl: true },
];
