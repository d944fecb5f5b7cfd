import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Where the connection of a request is cut: before Odoo gets it, while Odoo works on it, after Odoo has answered. */
export type Cut = 'before' | 'during' | 'after';

export interface SeenCall {
	path: string;
	/** From the arrival of the request to the end of Odoo's answer, in milliseconds. */
	ms: number;
	requestBytes: number;
	answerBytes: number;
}

/** Stands between n8n and a real Odoo: counts and times requests, and cuts connections where a test says so. */
export class OdooProxy {
	calls: SeenCall[] = [];

	/** Asked for each request. */
	cut: (path: string, body: string) => Cut | undefined = () => undefined;

	private readonly sockets = new Set<Socket>();

	private constructor(
		private readonly server: Server,
		private readonly target: URL,
	) {}

	static async start(target: string): Promise<OdooProxy> {
		const server = createServer();
		const proxy = new OdooProxy(server, new URL(target));
		server.on('request', (request, response) => void proxy.handle(request, response));
		server.on('connection', (socket) => {
			proxy.sockets.add(socket);
			socket.on('close', () => proxy.sockets.delete(socket));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return proxy;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const start = performance.now();
		const body = await readAll(request);
		const path = request.url ?? '';
		const cut = this.cut(path, body.toString());
		if (cut === 'before') {
			request.socket.destroy();
			return;
		}
		const answering = this.forward(request, body);
		if (cut === 'during') {
			// The request is with Odoo; nobody is there any more when it answers.
			setTimeout(() => request.socket.destroy(), 20);
			await answering.catch(() => undefined);
			return;
		}
		try {
			const { status, headers, answer } = await answering;
			this.calls.push({
				path,
				ms: performance.now() - start,
				requestBytes: body.length,
				answerBytes: answer.length,
			});
			if (cut === 'after') {
				request.socket.destroy();
				return;
			}
			response.writeHead(status, headers);
			response.end(answer);
		} catch {
			// Odoo is down or went down: its client must see what it would see without a proxy.
			request.socket.destroy();
		}
	}

	private async forward(request: IncomingMessage, body: Buffer) {
		return await new Promise<{ status: number; headers: OutgoingHttpHeaders; answer: Buffer }>(
			(resolve, reject) => {
				const outgoing = httpRequest(
					{
						host: this.target.hostname,
						port: this.target.port,
						path: request.url,
						method: request.method,
						headers: { ...request.headers, host: this.target.host },
					},
					(incoming) => {
						readAll(incoming).then(
							(answer) =>
								resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, answer }),
							reject,
						);
					},
				);
				outgoing.on('error', reject);
				outgoing.end(body);
			},
		);
	}
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
