import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { stampToIso } from '../../../core/odoo';
import { ApprovalState, EffectState, type Folded } from '../../../core/approval';
import { Output } from '../actions/operation';
import type { Effected } from './carryOut';
import type { StoredApproval } from './stored';

/** What a request came to, for the workflow. */
export enum Outcome {
	Approved = 'approved',
	Rejected = 'rejected',
	Expired = 'expired',
	Cancelled = 'cancelled',
	/** Approved, but what was approved is not true any more. */
	Stale = 'stale',
	/** Approved, and Odoo refused the change. */
	Failed = 'failed',
	/** The item could not be asked about. */
	NotAsked = 'not_asked',
}

export interface Concluded {
	outcome: Outcome;
	approval: StoredApproval;
	folded: Folded;
	effected: Effected | null;
}

const OUTCOME_OF_STATE: Partial<Record<ApprovalState, Outcome>> = {
	[ApprovalState.Approved]: Outcome.Approved,
	[ApprovalState.Rejected]: Outcome.Rejected,
	[ApprovalState.Expired]: Outcome.Expired,
	[ApprovalState.Cancelled]: Outcome.Cancelled,
	[ApprovalState.Stale]: Outcome.Stale,
};

/** Approved only when what was approved is done. Undefined while it is open. */
export function outcomeOf(
	{ state, effect }: Pick<StoredApproval, 'state' | 'effect'>,
	effected: Effected | null,
): Outcome | undefined {
	const outcome = OUTCOME_OF_STATE[state];
	if (outcome !== Outcome.Approved) return outcome;
	if (effected !== null) {
		if (effected.outcome === 'applied') return Outcome.Approved;
		return effected.outcome === 'stale' ? Outcome.Stale : Outcome.Failed;
	}
	if (effect === EffectState.Failed) return Outcome.Failed;
	return effect === EffectState.Waiting ? undefined : Outcome.Approved;
}

/** Everything but a clear yes and a clear no is no answer. */
export function outputOf(outcome: Outcome): Output {
	if (outcome === Outcome.Approved) return Output.Approved;
	return outcome === Outcome.Rejected ? Output.Rejected : Output.NoAnswer;
}

/** The decision as items carry it. */
export function tellDecision({ outcome, approval, folded, effected }: Concluded): IDataObject {
	const { votes } = folded;
	return {
		outcome,
		state: approval.state,
		name: approval.name,
		id: approval.id,
		round: approval.round,
		document: approval.document,
		votes: votes.map((vote) => ({
			level: vote.level,
			by: vote.actorName,
			onBehalfOf: vote.onBehalfOf || null,
			decision: vote.decision,
			assurance: vote.assurance,
			comment: vote.comment || null,
			at: stampToIso(vote.at),
		})),
		comments: votes.map(({ comment }) => comment).filter((comment) => comment !== ''),
		changes: approval.changes as unknown as IDataObject[],
		policy: approval.policy,
		digest: approval.digest,
		ledgerId: effected?.ledgerId ?? null,
		problem: problemOf(outcome, approval, effected),
	};
}

function problemOf(
	outcome: Outcome,
	approval: StoredApproval,
	effected: Effected | null,
): string | null {
	if (outcome === Outcome.Approved || outcome === Outcome.Rejected) return null;
	return effected?.message || approval.problem;
}

/** Outputs with each item on that of its decision; an item nobody was asked about is no answer. */
export function sortItems(
	items: INodeExecutionData[],
	field: (itemIndex: number) => string,
	decisions: ReadonlyMap<number, IDataObject & { outcome: Outcome }>,
): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], [], []];
	for (const [itemIndex, item] of items.entries()) {
		const decision = decisions.get(itemIndex) ?? { outcome: Outcome.NotAsked };
		outputs[outputOf(decision.outcome)].push({
			...item,
			json: { ...item.json, [field(itemIndex)]: decision },
			pairedItem: { item: itemIndex },
		});
	}
	return outputs;
}

/** The answer that n8n's agent understands: `approved` is true only when it is. */
export function answerAgent(decision: IDataObject & { outcome: Outcome }): INodeExecutionData[][] {
	const comments = (decision.comments ?? []) as string[];
	const feedback = decision.outcome === Outcome.Rejected && comments.length > 0;
	return [
		[
			{
				json: {
					approved: decision.outcome === Outcome.Approved,
					...(feedback && { chatInput: comments.join('\n') }),
					approval: decision,
				},
				pairedItem: { item: 0 },
			},
		],
	];
}
