import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalize, type SourceId } from '../../../core/carriers';
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
function measure({ payload }: Payload, milliseconds: number) {
	const { source, events } = normalize(payload);
	const detected = (): unknown => normalize(payload);
	// A fixture may hold payloads of one source only.
	const chosen = (): unknown => normalize(payload, source as SourceId);
	repeatFor(milliseconds, detected);
	return {
		events: events.length,
		perSecond: repeatFor(milliseconds, detected),
		chosenPerSecond: repeatFor(milliseconds, chosen),
	};
}

/** Runs between two looks at the clock, which takes as long as a payload. */
const RUNS = 50;

/** How often `work` ran in a second of processor time, so that a busy machine does not count. */
function repeatFor(milliseconds: number, work: () => unknown): number {
	const start = process.cpuUsage();
	let count = 0;
	for (;;) {
		for (let run = 0; run < RUNS; run++) work();
		count += RUNS;
		const { user, system } = process.cpuUsage(start);
		const used = (user + system) / 1000;
		if (used >= milliseconds) return (count * 1000) / used;
	}
}

/** The pure core alone: no n8n, no network. */
export const section: Section = {
	id: 'normalizer',
	title: 'Carrier Status Normalizer: reading published payloads',
	async run({ smoke }) {
		const rows = payloads().map((one) => {
			const { perSecond, chosenPerSecond, events } = measure(one, smoke ? 20 : MEASURED_MS);
			return [
				one.name,
				figure(events),
				figure(perSecond),
				figure(perSecond * events),
				figure(chosenPerSecond * events),
			];
		});
		return [
			'Each payload as its carrier documents it, in one thread, without n8n around it, per second of processor time. Parsed JSON unless the payload is a text; the source is detected, and in the last column chosen.',
			table(['payload', 'events in it', 'payloads/s', 'events/s', 'source chosen'], rows),
		].join('\n\n');
	},
};
