import { readFileSync } from 'node:fs';
import { LabError } from '../../progress';
import { readState } from '../../state';
import { BENCH_LAB } from '../lab';

const SAMPLE_MS = 100;

/** Memory of the n8n process now, in MB; Linux only. */
export function residentMb(): number {
	const n8n = readState(BENCH_LAB)?.processes.find(({ name }) => name.startsWith('n8n'));
	if (!n8n) throw new LabError('The bench lab has no n8n process.');
	const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${n8n.pid}/status`, 'utf8'))?.[1];
	return Number(kb) / 1024;
}

/** The highest memory while `work` runs. */
export async function peakOf<T>(work: Promise<T>): Promise<{ peakMb: number; value: T }> {
	let peakMb = residentMb();
	const timer = setInterval(() => (peakMb = Math.max(peakMb, residentMb())), SAMPLE_MS);
	try {
		return { value: await work, peakMb };
	} finally {
		clearInterval(timer);
	}
}
