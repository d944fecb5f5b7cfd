import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { OdooFailure, Result } from '../../../core/odoo';
import { stampMs, success } from '../../../core/odoo';
import { isOpenState, type Ask } from '../../../core/approval';
import { OdooClient } from '../../shared/odoo/client';
import { allFailed, toItems } from '../../shared/odoo/itemResult';
import { safely } from '../../shared/odoo/safely';
import { clientOptions } from '../../OdooSync/helpers/parameters';
import { circumstancesOf, draftAsks, isHitl, sendAsks, type Draft } from '../helpers/askAll';
import { completeBatch } from '../helpers/batch';
import { ApprovalActions } from '../helpers/callAction';
import { conclude, goOn } from '../helpers/conclude';
import { parametersOfRun } from '../helpers/parameters';

/**
 * Odoo ends a request at its due time, and wakes the execution. This much later n8n goes on by itself, with the items on
 * No Answer: nobody may wait forever for an Odoo that does not call.
 */
const GRACE_MS = 3_600_000;

type Started = { wait: Date } | { outputs: INodeExecutionData[][] };

/** Asks, and waits until everything is decided; what was decided before is not asked again. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const started = await safely(async () => await start(this));
	if (!started.ok) return failAll(this, started.failure);
	if ('outputs' in started.value) return started.value.outputs;
	await this.putExecutionToWait(started.value.wait);
	// A copy: with an error output n8n empties the lists it is given, and those of the input wait for the decision.
	return [[...this.getInputData()]];
}

async function start(node: IExecuteFunctions): Promise<Result<Started>> {
	const actions = new ApprovalActions(new OdooClient(node, clientOptions(node)));
	const parameters = parametersOfRun(node);
	const { id } = node.getNode();
	const batch = `${node.getExecutionId()}_${id}_${runIndex(node)}`;
	const indexes = [...parameters.items.keys()];
	const draft = await draftAsks(actions, parameters, indexes, circumstancesOf(node, batch));
	stopOnFailures(node, draft);
	const sent = await sendAsks(node, actions, draft.asks);
	if (!sent.ok) return sent;
	const notAsked = new Map(draft.failures.map((one) => [one.itemIndex, one.failure.message]));
	if (draft.asks.length === 0) {
		return success({ outputs: await goOn(node, actions, parameters, [], notAsked) });
	}
	const wait = backstop(draft.asks);
	if (sent.value.some(({ state }) => isOpenState(state))) return success({ wait });
	const empty = { name: batch, approvals: [], rounds: new Map<number, number>() };
	const asked = await completeBatch(actions, parameters, empty);
	if (!asked.ok) return asked;
	const conclusion = await conclude(node, actions, parameters, asked.value);
	if (!conclusion.ok) return conclusion;
	if (!conclusion.value.isOver) return success({ wait });
	const { concluded } = conclusion.value;
	return success({ outputs: await goOn(node, actions, parameters, concluded, notAsked) });
}

/** How often the node has run in this execution. */
const runIndex = (node: IExecuteFunctions): number =>
	Number(node.evaluateExpression('{{ $runIndex }}', 0));

function backstop(asks: readonly Ask[]): Date {
	const due = asks.map(({ due_at: at }) => at && stampMs(at));
	const isEndless = due.some((at) => !at);
	return isEndless ? WAIT_INDEFINITELY : new Date(Math.max(...due.map(Number)) + GRACE_MS);
}

/** Nothing could be asked: as errors where the node stops on them, else as no answer. */
function failAll(node: IExecuteFunctions, failure: OdooFailure): INodeExecutionData[][] {
	const [failed] = toItems(node, allFailed(node, failure));
	return isHitl(node) ? [failed] : [failed, [], []];
}

/** Unless errors go on, nothing is asked when one item cannot be asked about. */
function stopOnFailures(node: IExecuteFunctions, { failures }: Draft): void {
	if (failures.length === 0 || node.continueOnFail()) return;
	toItems(
		node,
		failures.map((one) => ({ ok: false as const, ...one })),
	);
}
