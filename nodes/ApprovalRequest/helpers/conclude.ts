import type {
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookFunctions,
	IDataObject,
} from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import {
	ApprovalAction,
	ApprovalState,
	EffectState,
	QueueVerb,
	type QueueAnswer,
} from '../../../core/approval';
import { circumstancesOf, draftAsks, isHitl, sendAsks } from './askAll';
import type { Batch } from './batch';
import type { ApprovalActions } from './callAction';
import { carryOut, type Effected } from './carryOut';
import { judgeApprovals, type Judged } from './judge';
import {
	answerAgent,
	Outcome,
	outcomeOf,
	sortItems,
	tellDecision,
	type Concluded,
} from './outcome';
import type { Parameters } from './parameters';
import { typed } from './problem';
import type { StoredApproval } from './stored';

type Node = IExecuteFunctions | IWebhookFunctions;

/** Rounds of one item in one wait: whose document changes more often leaves undecided. */
const MOST_ROUNDS = 5;

/** Where the requests of a wait stand. */
export type Conclusion =
	| { isOver: false; reason: string }
	| { isOver: true; concluded: Concluded[] };

/**
 * Whether the wait is over; what was approved is carried out on the way, and what is no longer true is asked anew. It
 * is over only when every request is decided, and what Odoo says of it follows from its trail.
 */
export async function conclude(
	node: Node,
	actions: ApprovalActions,
	parameters: Parameters,
	batch: Batch,
): Promise<Result<Conclusion>> {
	const judged = await judgeApprovals(actions.client, batch.approvals);
	if (!judged.ok) return judged;
	const doubt = judged.value.find((one) => !one.ok);
	if (doubt && !doubt.ok) {
		const reason = `${doubt.approval.name} is not believed: ${doubt.problem}`;
		return success({ isOver: false, reason });
	}
	const concluded: Concluded[] = [];
	const stale: Concluded[] = [];
	const open: StoredApproval[] = [];
	for (const one of judged.value) {
		if (!one.ok) continue;
		const done = await concludeOne(actions, one);
		if (!done.ok) return done;
		if (done.value === null) open.push(one.approval);
		else if (isToAskAgain(done.value, batch)) stale.push(done.value);
		else concluded.push(done.value);
	}
	const blocked = open.filter(({ state }) => state === ApprovalState.Blocked);
	const again = [...stale.map(({ approval }) => approval), ...blocked];
	const asked = await askAgain(node, actions, parameters, batch, again);
	if (!asked.ok) return asked;
	// Nobody can be asked anew, e.g. because the document is gone: the item leaves as stale.
	const lost = stale.filter(({ approval }) => !asked.value.has(approval.item));
	const waiting = open.length + stale.length - lost.length;
	return success(
		waiting > 0
			? { isOver: false, reason: `${waiting} of ${batch.approvals.length} requests are open` }
			: { isOver: true, concluded: [...concluded, ...lost] },
	);
}

const isToAskAgain = ({ outcome, approval }: Concluded, { rounds }: Batch): boolean =>
	outcome === Outcome.Stale && (rounds.get(approval.item) ?? 0) < MOST_ROUNDS;

/** Null while it is open. */
async function concludeOne(
	actions: ApprovalActions,
	{ approval, folded }: Extract<Judged, { ok: true }>,
): Promise<Result<Concluded | null>> {
	let effected: Effected | null = null;
	const isWaiting = approval.effect === EffectState.Waiting;
	if (approval.state === ApprovalState.Approved && isWaiting) {
		const carried = await carryOut(actions, approval);
		if (!carried.ok) return carried;
		effected = carried.value;
	}
	const outcome = outcomeOf(approval, effected);
	return success(outcome === undefined ? null : { outcome, approval, folded, effected });
}

/** A new round of what became stale, and of what was blocked. @returns the items that were asked about */
async function askAgain(
	node: Node,
	actions: ApprovalActions,
	parameters: Parameters,
	batch: Batch,
	approvals: readonly StoredApproval[],
): Promise<Result<Set<number>>> {
	if (approvals.length === 0) return success(new Set());
	const items = approvals.map(({ item }) => item);
	const { asks, failures } = await draftAsks(
		actions,
		parameters,
		items,
		circumstancesOf(node, batch.name),
	);
	for (const { itemIndex, failure } of failures) {
		node.logger.warn(
			`"${node.getNode().name}" cannot ask anew about item ${itemIndex}: ${failure.message}`,
		);
	}
	const sent = await sendAsks(node, actions, asks);
	return sent.ok ? success(new Set(asks.map(({ item }) => item))) : sent;
}

/** The items with their decisions, and the note in Odoo that the workflow goes on. */
export async function goOn(
	node: Node,
	actions: ApprovalActions,
	parameters: Parameters,
	concluded: readonly Concluded[],
	notAsked: ReadonlyMap<number, string> = new Map(),
): Promise<INodeExecutionData[][]> {
	const ids = concluded.map(({ approval }) => approval.id);
	const request = { verb: QueueVerb.Resumed, ids, comment: '' };
	const noted = await actions.run<QueueAnswer>(ApprovalAction.Queue, request);
	// Only the sweeper reads it: it would wake an execution that is over.
	if (!noted.ok) node.logger.warn(`"${node.getNode().name}": ${noted.failure.message}`);
	const decisions = new Map(
		concluded.map((one) => [
			one.approval.item,
			{ ...tellDecision(one), outcome: one.outcome } as IDataObject & { outcome: Outcome },
		]),
	);
	for (const [itemIndex, problem] of notAsked) {
		if (!decisions.has(itemIndex)) decisions.set(itemIndex, { outcome: Outcome.NotAsked, problem });
	}
	if (isHitl(node)) return answerAgent(decisions.get(0) ?? { outcome: Outcome.NotAsked });
	return sortItems(parameters.items, outputField(parameters), decisions);
}

const outputField =
	(parameters: Parameters) =>
	(itemIndex: number): string => {
		const options = parameters.get('options', itemIndex, {}) as { outputField?: unknown };
		return typed(options.outputField) || 'approval';
	};
