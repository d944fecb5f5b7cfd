import type { OdooRecord, Result } from '../../../core/odoo';
import { failed, success } from '../../../core/odoo';
import {
	APPLY_ACTION,
	ApplyOutcome,
	EVENT_MODEL,
	type ApplyResult,
} from '../../../core/odoo/apply';
import { ApprovalAction, type QueueAnswer, type SettleRequest } from '../../../core/approval';
import { effectOf, readDecided } from '../../../core/approval/ask';
import { sendCommands } from '../../OdooSync/helpers/events/sendCommands';
import type { ApprovalActions } from './callAction';
import type { StoredApproval } from './stored';

type Settled = SettleRequest['settled'][number];

/** What came of carrying an approved request out. */
export interface Effected {
	outcome: Settled['outcome'];
	message: string;
	ledgerId: number | null;
}

/**
 * Applies an approved change, once: its key in the ledger is the name of the request, so that whoever comes second
 * gets the result of the first. What is applied is taken from the text that was decided on, and from nothing else.
 */
export async function carryOut(
	actions: ApprovalActions,
	approval: StoredApproval,
): Promise<Result<Effected>> {
	const effected = await applyDecided(actions, approval);
	if (!effected.ok) return effected;
	const { outcome, message, ledgerId } = effected.value;
	const settled = [{ id: approval.id, outcome, message, ledger_id: ledgerId }];
	const answer = await actions.run<QueueAnswer>(ApprovalAction.Settle, { settled });
	return answer.ok ? effected : answer;
}

async function applyDecided(
	actions: ApprovalActions,
	approval: StoredApproval,
): Promise<Result<Effected>> {
	const command = readDecided(approval.canonical, approval.digest)?.command;
	if (!command) {
		const message = 'What was decided on is not what the request holds now: nothing was changed';
		return success({ outcome: 'failed', message, ledgerId: null });
	}
	const action = await actions.idOf(APPLY_ACTION);
	if (!action.ok) return action;
	const [sent] = await sendCommands(
		actions.client,
		[{ commands: [effectOf(command, approval.name, approval.digest)] }],
		{
			actionId: action.value,
			batchSize: 1,
			request: {
				dry_run: false,
				ledger: true,
				workflow: approval.workflow,
				execution: approval.execution,
				tables: {},
			},
		},
	);
	if (!sent.ok) return failed(sent.failure);
	const [result] = sent.results;
	return await told(actions, result);
}

async function told(actions: ApprovalActions, result: ApplyResult): Promise<Result<Effected>> {
	const { message, ledger_id: ledgerId } = result;
	switch (result.outcome) {
		case ApplyOutcome.Applied:
			return success({ outcome: 'applied', message, ledgerId });
		case ApplyOutcome.Stale:
			return success({ outcome: 'stale', message, ledgerId });
		case ApplyOutcome.Duplicate:
			return await fromLedger(actions, result);
		default:
			return success({ outcome: 'failed', message, ledgerId });
	}
}

/** Carried out before: the ledger says how it ended. */
async function fromLedger(
	{ client }: ApprovalActions,
	{ ledger_id: ledgerId, message }: ApplyResult,
): Promise<Result<Effected>> {
	const rows = await client.read<OdooRecord[]>({
		model: EVENT_MODEL,
		method: 'search_read',
		params: { domain: [['id', '=', ledgerId]], fields: ['x_outcome', 'x_message'] },
	});
	if (!rows.ok) return rows;
	const isStale = rows.value[0]?.x_outcome === ApplyOutcome.Stale;
	return success({ outcome: isStale ? 'stale' : 'applied', message, ledgerId });
}
