import { ApprovalState } from './models';

/** How a request stands to the clock. */
export enum DueState {
	/** Decided, or taken back: the clock does not matter. */
	Closed = 'closed',
	OnTime = 'on_time',
	/** A reminder is due. */
	Remind = 'remind',
	/** Escalation is due. */
	Escalate = 'escalate',
	Overdue = 'overdue',
}

export interface Timed {
	state: ApprovalState;
	/** Milliseconds since 1970, or null. */
	dueAt: number | null;
	remindAt: number | null;
	escalateAt: number | null;
	escalatedAt: number | null;
}

const OPEN: ReadonlySet<ApprovalState> = new Set([ApprovalState.Pending, ApprovalState.Blocked]);

export const isOpenState = (state: ApprovalState): boolean => OPEN.has(state);

/** What is due at `nowMs`, the most pressing first. */
export function dueState(
	{ state, dueAt, remindAt, escalateAt, escalatedAt }: Timed,
	nowMs: number,
): DueState {
	if (!isOpenState(state)) return DueState.Closed;
	if (dueAt !== null && dueAt <= nowMs) return DueState.Overdue;
	if (escalateAt !== null && escalateAt <= nowMs && escalatedAt === null) return DueState.Escalate;
	if (remindAt !== null && remindAt <= nowMs) return DueState.Remind;
	return DueState.OnTime;
}
