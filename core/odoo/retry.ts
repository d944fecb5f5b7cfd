import { Repeatable } from './call';
import { ERROR_POLICY, Retry } from './errorKind';
import type { OdooFailure } from './failure';

/** How often and how long one run of a node may wait for Odoo. */
export interface RetryPolicy {
	/** Repetitions of one call, after the first try. */
	maxRetries: number;
	/** First step of the exponential back-off, in milliseconds. */
	baseMs: number;
	/** Longest single wait, in milliseconds; a longer `Retry-After` ends the retries. */
	capMs: number;
	/** Waiting time of all calls of the run together, in milliseconds. */
	budgetMs: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = {
	maxRetries: 4,
	baseMs: 250,
	capMs: 15_000,
	budgetMs: 60_000,
};

/**
 * Milliseconds to wait before the next try, or null to give up.
 * Full jitter (Brooker, "Exponential Backoff And Jitter"): random between 0 and the exponential step.
 * @param attempt 0 for the first repetition
 * @param random in [0, 1)
 * @param spentMs what earlier waits of this run used up
 */
export function nextDelay(
	reason: OdooFailure,
	repeatable: Repeatable,
	attempt: number,
	random: number,
	spentMs: number,
	policy: RetryPolicy = DEFAULT_RETRY_POLICY,
): number | null {
	if (attempt >= policy.maxRetries || !mayRepeat(reason, repeatable)) return null;
	const step = Math.min(policy.capMs, policy.baseMs * 2 ** attempt);
	const jitter = Math.round(random * step);
	const asked = reason.retryAfterMs ?? 0;
	// The jitter comes on top of what the server asked for: clients told the same second must not return together.
	const delay = asked + jitter;
	if (asked > policy.capMs || spentMs + delay > policy.budgetMs) return null;
	return delay;
}

/**
 * What is known after a repetition: a request that may have been carried out stays unknown when its repetition did
 * nothing in Odoo, such as one that found it down.
 */
export const afterRepeating = (before: OdooFailure | undefined, now: OdooFailure): OdooFailure =>
	before && mayBeDone(before) && ERROR_POLICY[now.kind].retry === Retry.Always ? before : now;

const mayBeDone = ({ kind }: OdooFailure): boolean =>
	ERROR_POLICY[kind].retry === Retry.IfRepeatable;

function mayRepeat(reason: OdooFailure, repeatable: Repeatable): boolean {
	const { retry } = ERROR_POLICY[reason.kind];
	return retry === Retry.Always || (retry === Retry.IfRepeatable && repeatable === Repeatable.Yes);
}

/**
 * `Retry-After` of RFC 9110: seconds or an HTTP date.
 * @returns milliseconds from now, 0 for a date in the past, null when absent or unreadable
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | null {
	if (!header) return null;
	if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
	const at = Date.parse(header);
	return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
