import type { OdooErrorKind } from './errorKind';
import { ERROR_POLICY, Retry } from './errorKind';

/** One failed call, ready for an item's error output. Holds no secret and no traceback. */
export interface OdooFailure {
	kind: OdooErrorKind;
	/** Odoo's own words where it sent any. */
	message: string;
	/** What the user can do. */
	advice: string;
	/** Whether running the item again may help. */
	retryable: boolean;
	model?: string;
	method?: string;
	field?: string;
	/** Odoo's exception class, e.g. `odoo.exceptions.ValidationError`. */
	odooName?: string;
	httpStatus?: number;
	/** What the server asked to wait, in milliseconds. */
	retryAfterMs?: number;
}

type Details = Omit<OdooFailure, 'kind' | 'message' | 'advice' | 'retryable'> & { advice?: string };

/** A failure of `kind` with the advice and retry rule of the taxonomy. */
export function failure(kind: OdooErrorKind, message: string, details: Details = {}): OdooFailure {
	const policy = ERROR_POLICY[kind];
	return {
		...details,
		kind,
		message,
		advice: details.advice ?? policy.advice,
		retryable: policy.retry !== Retry.Never,
	};
}

/** A value, or the reason why there is none. Errors of Odoo are data here: each belongs to an item. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: OdooFailure };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failed = (reason: OdooFailure): { ok: false; failure: OdooFailure } => ({
	ok: false,
	failure: reason,
});
