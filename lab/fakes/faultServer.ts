import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One answer of the server, or what it does instead of answering. */
export type Reply =
	| { status: number; headers?: Record<string, string>; json?: unknown; text?: string }
	| { fault: 'reset' | 'hang' | 'halfBody' };

/** A reply, or how to make one from the request. */
export type Answer = Reply | ((request: SeenRequest) => Reply);

export interface SeenRequest {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
	body: unknown;
}

/**
 * Stands in for Odoo where a real one will not fail on demand. Replies are taken in order; the last one stays.
 * It listens on 127.0.0.1 only and drops every connection when it closes.
 */
export class FaultServer {
	readonly requests: SeenRequest[] = [];

	private replies: Answer[] = [];

	private readonly sockets = new Set<Socket>();

	private constructor(private readonly server: Server) {}

	static async start(): Promise<FaultServer> {
		const server = createServer();
		const fault = new FaultServer(server);
		server.on('request', (request, response) => void fault.handle(request, response));
		server.on('connection', (socket) => {
			fault.sockets.add(socket);
			socket.on('close', () => fault.sockets.delete(socket));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return fault;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	reply(...replies: Answer[]): void {
		this.requests.length = 0;
		this.replies = replies;
	}

	async stop(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const text = Buffer.concat(chunks).toString();
		this.requests.push({
			method: request.method ?? '',
			path: request.url ?? '',
			headers: request.headers,
			body: text === '' ? undefined : JSON.parse(text),
		});
		const reply = this.replies.length > 1 ? this.replies.shift() : this.replies[0];
		const seen = this.requests.at(-1);
		if (reply && seen) send(typeof reply === 'function' ? reply(seen) : reply, request, response);
	}
}

function send(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
	if ('fault' in reply) {
		if (reply.fault === 'reset') request.socket.destroy();
		if (reply.fault === 'halfBody') {
			response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
			response.write('[{"id": 1, "na', () => request.socket.destroy());
		}
		return;
	}
	const isJson = 'json' in reply;
	response.writeHead(reply.status, {
		'Content-Type': isJson ? 'application/json' : 'text/html',
		...reply.headers,
	});
	response.end(isJson ? JSON.stringify(reply.json) : reply.text);
}
