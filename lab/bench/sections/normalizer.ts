import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalize } from '../../../core/carriers';
import { CLONE } from '../../recipe';
import type { Section } from '../section';
import { figure, table } from '../table';

const FIXTURES = join(CLONE, 'test', 'fixtures', 'carriers');
const MEASURED_MS = 400;

interface Payload {
	name: string;
	payload: unknown;
}

const payloads = (): Payload[] =>
	readdirSync(FIXTURES)
		.filter((file) => file.endsWith('.json'))
		.map((file) => {
			const { payload } = JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')) as Payload;
			return { name: file.replace('.json', ''), payload };
		});

/** Payloads read again and again for a while, after as long a warm-up. */
function measure(
	{ payload }: Payload,
	milliseconds: number,
): { perSecond: number; events: number } {
	const read = (): number => normalize(payload).events.length;
	repeatFor(milliseconds, read);
	return { perSecond: repeatFor(milliseconds, read), events: read() };
}

/** How often a second `work` ran. */
function repeatFor(milliseconds: number, work: () => unknown): number {
	const start = performance.now();
	let count = 0;
	do {
		work();
		count += 1;
	} while (performance.now() - start < milliseconds);
	return (count * 1000) / (performance.now() - start);
}

/** The pure core alone: no n8n, no network. */
export const section: Section = {
	id: 'normalizer',
	title: 'Carrier Status Normalizer: reading published payloads',
	async run({ smoke }) {
		const rows = payloads().map((one) => {
			const { perSecond, events } = measure(one, smoke ? 20 : MEASURED_MS);
			return [one.name, figure(events), figure(perSecond), figure(perSecond * events)];
		});
		return [
			'Each payload as its carrier documents it, source detected, in one thread, without n8n around it.',
			table(['payload', 'events in it', 'payloads/s', 'events/s'], rows),
		].join('\n\n');
	},
};
