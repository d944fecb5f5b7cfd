import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import { answerOf } from '../../shared/webhook/http';
import type { ApprovalActions } from './callAction';
import { completeBatch, readBatch } from './batch';
import { conclude, goOn, type Conclusion } from './conclude';
import { parametersOfCall, type Parameters } from './parameters';

/** Odoo may call before it has committed: what is open still is read again. */
const READ_AGAIN_MS = [400, 1200, 2500];

/** Executions of which the state is being read in this process, and whether they were called meanwhile. */
const reading = new Map<string, { calledAgain: boolean }>();

/**
 * Odoo, or the sweeper, says that something may have been decided. Nothing in the call is looked at: the state is read.
 * The execution goes on only when every request of its present wait is decided. Odoo waits a second and not longer: it
 * is answered first.
 */
export async function wake(
	node: IWebhookFunctions,
	actions: ApprovalActions,
): Promise<IWebhookResponseData> {
	answerOf(node).status(202).json({ message: 'Looking at what was decided' });
	const quiet = { noWebhookResponse: true };
	const name = `${node.getExecutionId()} ${node.getNode().id}`;
	const busy = reading.get(name);
	if (busy) {
		busy.calledAgain = true;
		return quiet;
	}
	const own = { calledAgain: false };
	reading.set(name, own);
	try {
		const parameters = parametersOfCall(node);
		const conclusion = await lookUntilOver(node, actions, parameters, own);
		if (!conclusion?.isOver) return quiet;
		return {
			...quiet,
			workflowData: await goOn(node, actions, parameters, conclusion.concluded),
		};
	} finally {
		reading.delete(name);
	}
}

async function lookUntilOver(
	node: IWebhookFunctions,
	actions: ApprovalActions,
	parameters: Parameters,
	own: { calledAgain: boolean },
): Promise<Conclusion | null> {
	for (let attempt = 0; ; attempt += 1) {
		own.calledAgain = false;
		const looked = await look(node, actions, parameters);
		if (looked.ok && (looked.value === null || looked.value.isOver)) return looked.value;
		const reason = looked.ok && looked.value && !looked.value.isOver ? looked.value.reason : '';
		const waitMs = READ_AGAIN_MS.at(attempt);
		if (waitMs === undefined && !own.calledAgain) {
			const why = looked.ok ? reason : looked.failure.message;
			node.logger.warn(`Approval Request "${node.getNode().name}" keeps waiting: ${why}`);
			return null;
		}
		if (waitMs === undefined) attempt = -1;
		await sleep(waitMs ?? READ_AGAIN_MS[0]);
	}
}

/** Null where nothing was asked in this execution. */
async function look(
	node: IWebhookFunctions,
	actions: ApprovalActions,
	parameters: Parameters,
): Promise<Result<Conclusion | null>> {
	const found = await readBatch(actions, node.getExecutionId(), node.getNode().id);
	if (!found.ok) return found;
	if (found.value === null) return success(null);
	const batch = await completeBatch(actions, parameters, found.value);
	return batch.ok ? await conclude(node, actions, parameters, batch.value) : batch;
}
