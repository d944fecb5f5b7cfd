import type { IExecuteFunctions } from 'n8n-workflow';
import type { RecordOutcome } from './outcome';

/** From so many look-ups on, people wonder why it takes so long. */
const MANY_LOOK_UPS = 100;

/** What the user should know about a run, shown above the output. */
export function hintAboutRun(
	node: IExecuteFunctions,
	outcomes: RecordOutcome[],
	externalIdRequests: number,
): void {
	const isDryRun = outcomes.some((outcome) => outcome.ok && outcome.record.dryRun);
	if (isDryRun) hint(node, `Dry run: nothing was written. ${summary(outcomes)}`);
	const recovered = outcomes.filter((outcome) => outcome.ok && outcome.record.recovered).length;
	if (recovered > 0) {
		hint(node, `The answer for ${recovered} records got lost; they were found in Odoo afterwards.`);
	}
	if (externalIdRequests >= MANY_LOOK_UPS) {
		hint(
			node,
			`${externalIdRequests} external IDs were looked up one by one, because Odoo lets ordinary users do it no other way. With Setup installed, and this user in the group Logistics Sync / Bot, it is one request.`,
		);
	}
}

const hint = (node: IExecuteFunctions, message: string): void =>
	node.addExecutionHints({ type: 'info', location: 'outputPane', message });

/** "2 created, 1 unchanged, 1 failed" */
function summary(outcomes: RecordOutcome[]): string {
	const counts = new Map<string, number>();
	for (const outcome of outcomes) {
		const what = outcome.ok ? outcome.record.outcome : 'failed';
		counts.set(what, (counts.get(what) ?? 0) + 1);
	}
	return [...counts].map(([what, count]) => `${count} ${what}`).join(', ');
}
