import type { ApprovalState, EffectState } from './models';
import type { APPROVAL_PROTOCOL } from './request';

export enum QueueVerb {
	/** Activity and mail again to those who have not voted. */
	Remind = 'remind',
	/** The people of `escalate_to` join the open level. */
	Escalate = 'escalate',
	/** Applies the rule for time-outs to requests that are past due; others are left alone. */
	Expire = 'expire',
	Cancel = 'cancel',
	/** Wakes the waiting execution once more. */
	Resume = 'resume',
	/** Notes that the execution went on with the decision. */
	Resumed = 'resumed',
}

export interface QueueRequest {
	protocol: typeof APPROVAL_PROTOCOL;
	verb: QueueVerb;
	ids: number[];
	/** Why, for the trail. */
	comment: string;
}

/** `Settle`: what came of the effect. Takes only an approved request whose effect is waiting; the same again changes nothing. */
export interface SettleRequest {
	protocol: typeof APPROVAL_PROTOCOL;
	settled: Array<{
		id: number;
		outcome: 'applied' | 'stale' | 'failed';
		message: string;
		ledger_id: number | null;
	}>;
}

export interface QueueAnswer {
	protocol: typeof APPROVAL_PROTOCOL;
	results: Array<{
		id: number;
		state: ApprovalState;
		effect_state: EffectState;
		/** Whether something was done. */
		done: boolean;
		/** Why not, for people. */
		problem: string;
	}>;
}
