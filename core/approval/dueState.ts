import { ApprovalState, EffectState } from './models';

/** How a request stands to the clock. */
export enum DueState {
	/** Decided and done, or taken back: the clock does not matter. */
	Closed = 'closed',
	OnTime = 'on_time',
	/** A reminder is due. */
	Remind = 'remind',
	/** Escalation is due. */
	Escalate = 'escalate',
	Overdue = 'overdue',
	/** Approved, and what was approved is not carried out: it waits, or Odoo refused it. */
	CarryOut = 'carry_out',
	/** Decided, and the workflow that asked has not gone on. */
	Resume = 'resume',
}

export interface Timed {
	state: ApprovalState;
	effect: EffectState;
	/** Milliseconds since 1970, or null. */
	dueAt: number | null;
	remindAt: number | null;
	escalateAt: number | null;
	escalatedAt: number | null;
	decidedAt: number | null;
	/** When the workflow is called once more; null when it has gone on, or is given up. */
	wakeAt: number | null;
}

/** An execution that was called goes on within seconds. */
export const LOST_AFTER_MS = 120_000;

const OPEN: ReadonlySet<ApprovalState> = new Set([ApprovalState.Pending, ApprovalState.Blocked]);

/** Effects of an approved request that are still to come. */
export const OUTSTANDING: readonly EffectState[] = [EffectState.Waiting, EffectState.Failed];

export const isOpenState = (state: ApprovalState): boolean => OPEN.has(state);

/** What is due at `nowMs`, the most pressing first. */
export function dueState(request: Timed, nowMs: number): DueState {
	if (!isOpenState(request.state)) return afterDecision(request, nowMs);
	const { dueAt, remindAt, escalateAt, escalatedAt } = request;
	if (dueAt !== null && dueAt <= nowMs) return DueState.Overdue;
	if (escalateAt !== null && escalateAt <= nowMs && escalatedAt === null) return DueState.Escalate;
	if (remindAt !== null && remindAt <= nowMs) return DueState.Remind;
	return DueState.OnTime;
}

function afterDecision({ state, effect, decidedAt, wakeAt }: Timed, nowMs: number): DueState {
	if (state === ApprovalState.Approved && OUTSTANDING.includes(effect)) return DueState.CarryOut;
	const isLost = wakeAt !== null && decidedAt !== null && decidedAt + LOST_AFTER_MS <= nowMs;
	return isLost ? DueState.Resume : DueState.Closed;
}
