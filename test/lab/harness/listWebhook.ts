/** A webhook that takes `{ items: [...] }`, and a node that makes items of the list. */
export const listWebhook = (
	path: string,
	responseMode: 'lastNode' | 'onReceived',
	next: string,
) => ({
	nodes: [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0] as [number, number],
			webhookId: path,
			parameters: { path, httpMethod: 'POST', responseMode },
		},
		{
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			position: [200, 0] as [number, number],
			parameters: { fieldToSplitOut: 'body.items' },
		},
	],
	connections: {
		Webhook: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
		Items: { main: [[{ node: next, type: 'main', index: 0 }]] },
	},
});
