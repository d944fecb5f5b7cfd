/** Module of all external ids that Setup makes. */
export const MODULE = 'n8n_logistics';

/** Server action that applies commands; its external id without the module. */
export const APPLY_ACTION = 'action_apply';

export const EVENT_MODEL = 'x_logistics_event';
export const EXCEPTION_MODEL = 'x_logistics_exception';

/** `x_logistics_exception.x_category`. */
export enum ExceptionCategory {
	Unmatched = 'unmatched',
	Conflict = 'conflict',
	Held = 'held',
	Rejected = 'rejected',
	Invalid = 'invalid',
	Stale = 'stale',
	Reconciliation = 'reconciliation',
	Failed = 'failed',
}

/** `x_logistics_exception.x_severity`. */
export enum Severity {
	Low = 'low',
	Medium = 'medium',
	High = 'high',
	Critical = 'critical',
}

/** `x_logistics_exception.x_state`. */
export enum ExceptionState {
	Open = 'open',
	InReview = 'in_review',
	Retry = 'retry',
	Resolved = 'resolved',
	Dead = 'dead',
}

/** Groups that Setup makes, by external id. */
export const GROUP_BOT = `${MODULE}.group_bot`;
export const GROUP_OPERATOR = `${MODULE}.group_operator`;
