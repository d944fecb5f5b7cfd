import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Mail {
	from: string;
	to: string[];
	subject: string;
	/** Headers and body as they came. */
	source: string;
}

/** Takes mails over plain SMTP on 127.0.0.1 and keeps them. */
export class MailServer {
	readonly mails: Mail[] = [];

	private readonly sockets = new Set<Socket>();

	private constructor(private readonly server: Server) {}

	static async start(): Promise<MailServer> {
		const server = createServer();
		const mail = new MailServer(server);
		server.on('connection', (socket) => mail.greet(socket));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return mail;
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	/** What n8n's SMTP credential needs to send here. */
	get credential(): object {
		const { port } = this;
		return {
			host: '127.0.0.1',
			port,
			secure: false,
			disableStartTls: true,
			user: '',
			password: '',
		};
	}

	async stop(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private greet(socket: Socket): void {
		this.sockets.add(socket);
		socket.on('close', () => this.sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		let mail: Mail = { from: '', to: [], subject: '', source: '' };
		let inData = false;
		let rest = '';
		const say = (line: string) => socket.write(`${line}\r\n`);
		const command = (line: string): void => {
			const address = /<(.*?)>/.exec(line)?.[1] ?? '';
			const verb = line.slice(0, 4).toUpperCase();
			if (verb === 'MAIL') mail = { from: address, to: [], subject: '', source: '' };
			if (verb === 'RCPT') mail.to.push(address);
			inData = verb === 'DATA';
			say(verb === 'DATA' ? '354 Go on' : verb === 'QUIT' ? '221 Bye' : '250 OK');
			if (verb === 'QUIT') socket.end();
		};
		const text = (line: string): void => {
			if (line !== '.') {
				mail.source += `${line}\n`;
				return;
			}
			const [, subject = ''] = /^Subject: (.*(?:\n[ \t].*)*)$/m.exec(mail.source) ?? [];
			this.mails.push({ ...mail, subject: subject.replace(/\n[ \t]+/g, ' ') });
			inData = false;
			say('250 Taken');
		};
		socket.on('data', (chunk) => {
			const lines = (rest + chunk.toString()).split('\r\n');
			rest = lines.pop() ?? '';
			for (const line of lines) (inData ? text : command)(line);
		});
		say('220 lab');
	}
}
