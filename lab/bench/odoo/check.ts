import { LabError } from '../../progress';
import type { Measured } from './workbench';

/** A figure for work that was not done is none: counts the outcomes that the node reported. */
export function expectOutcomes(measured: Measured, expected: Record<string, number>): void {
	const counts: Record<string, number> = {};
	for (const { json } of measured.output) {
		const outcome = String(json.outcome);
		counts[outcome] = (counts[outcome] ?? 0) + 1;
	}
	for (const [outcome, count] of Object.entries(expected)) {
		if ((counts[outcome] ?? 0) !== count) {
			throw new LabError(`Expected ${count} × ${outcome}, not ${JSON.stringify(counts)}`);
		}
	}
}
