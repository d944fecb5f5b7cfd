import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { ApplyOutcome, PROBLEM_OUTCOMES, type ApplyResult } from '../../../../core/odoo/apply';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import type { Entry } from './entries';
import type { GroupResult } from './sendCommands';

/** The outputs of the operations that apply events. */
export const APPLY_OUTPUTS = ['Applied', 'Skipped', 'Exception'] as const;

enum Output {
	Applied,
	Skipped,
	Exception,
}

/** What the node says about an event: its outcome first, then what changed, then the item it came from. */
export function reportOutcome(outcome: GroupResult<Entry>, dryRun: boolean): ItemOutcome {
	const { itemIndex, source, parts } = outcome.group;
	if (!outcome.ok) return { ok: false, itemIndex, failure: outcome.failure };
	const [main, ...others] = outcome.results;
	const news = others.filter(({ changes }) => changes.length > 0);
	const isCompleted = isSkipped(main.outcome) && news.length > 0;
	const json: IDataObject = {
		outcome: isCompleted ? ApplyOutcome.Applied : main.outcome,
		reason: main.reason,
		message: isCompleted ? `${main.message} What it brings along is new.` : main.message,
		document: main.documents[0] ?? null,
		documents: main.documents,
		changes: [...main.changes, ...news.flatMap(({ changes }) => changes)],
		route: main.route,
		key: main.key,
		ledgerId: main.ledger_id,
		exceptionId: main.exception_id,
		...(others.length > 0 && { parts: others.map((other, at) => partOf(parts[at], other)) }),
		...(dryRun && { dryRun }),
		item: source,
	} as IDataObject;
	const output = isCompleted ? Output.Applied : outputOf(main.outcome);
	return { ok: true, itemIndex, json, output };
}

const partOf = (part: string, { outcome, reason, message }: ApplyResult) => ({
	part,
	outcome,
	reason,
	message,
});

const isSkipped = (outcome: ApplyOutcome): boolean =>
	outcome === ApplyOutcome.Duplicate || outcome === ApplyOutcome.Stale;

function outputOf(outcome: ApplyOutcome): Output {
	if (PROBLEM_OUTCOMES.has(outcome)) return Output.Exception;
	return isSkipped(outcome) ? Output.Skipped : Output.Applied;
}

/** Outcomes in the order of the items, and a hint when people have to look at some. */
export function inItemOrder(node: IExecuteFunctions, outcomes: ItemOutcome[]): ItemOutcome[] {
	const kept = outcomes.filter((one) => one.ok && one.output === Output.Exception).length;
	if (kept > 0) {
		node.addExecutionHints({
			type: 'warning',
			location: 'outputPane',
			message: `${kept} of ${outcomes.length} events could not be applied. They are kept in Odoo: Logistics Sync → Exceptions.`,
		});
	}
	return [...outcomes].sort((a, b) => a.itemIndex - b.itemIndex);
}
