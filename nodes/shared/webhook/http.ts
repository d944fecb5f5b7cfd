import type { IWebhookFunctions } from 'n8n-workflow';

/** What a webhook method needs of n8n's request (express), whose types the package does not install. */
export interface IncomingCall {
	readonly method: string;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly query: Readonly<Record<string, unknown>>;
	readonly rawBody?: Buffer;
	/** n8n reads the body on demand. */
	readonly readRawBody?: () => Promise<void>;
}

/** The same for n8n's response. */
export interface OutgoingAnswer {
	readonly statusCode: number;
	status(code: number): OutgoingAnswer;
	setHeader(name: string, value: string): void;
	type(mimeType: string): OutgoingAnswer;
	send(body: string): void;
	json(body: object): void;
	once(event: 'finish', listener: () => void): void;
}

export const callOf = (node: IWebhookFunctions): IncomingCall =>
	node.getRequestObject() as unknown as IncomingCall;

export const answerOf = (node: IWebhookFunctions): OutgoingAnswer =>
	node.getResponseObject() as unknown as OutgoingAnswer;
