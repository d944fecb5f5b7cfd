import { createServer } from 'node:net';
import { LabError } from './progress';

export const HOST = '127.0.0.1';

/** Below the range from which the system takes the ports of outgoing connections. */
const FIRST = 20000;
const LAST = 32000;

export function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen({ port, host: HOST, exclusive: true }, () => server.close(() => resolve(true)));
	});
}

/** A free port; random, so that two clones that start at once hardly ever choose the same. */
export async function freePort(taken: Iterable<number> = []): Promise<number> {
	const used = new Set(taken);
	for (let tries = 0; tries < 200; tries++) {
		const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
		if (!used.has(port) && (await isFree(port))) return port;
	}
	throw new LabError(`No free port between ${FIRST} and ${LAST} on ${HOST}.`);
}

export interface PortWish {
	/** What the port is for, and the flag that sets it. */
	flag: string;
	/** Asked for by flag or environment. */
	wanted?: number;
	/** The well-known one, tried first by the default instance. */
	fallback?: number;
}

/** The wanted port or a sentence that it is taken; without a wish the well-known one or any free one. */
export async function choosePort({ flag, wanted, fallback }: PortWish): Promise<number> {
	const port = wanted ?? fallback;
	if (port === undefined) return await freePort();
	if (await isFree(port)) return port;
	throw new LabError(`Port ${port} on ${HOST} is taken: choose another with --${flag} <port>.`);
}
