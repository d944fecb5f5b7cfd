import fc from 'fast-check';
import {
	afterRepeating,
	DEFAULT_RETRY_POLICY,
	ERROR_POLICY,
	failure,
	nextDelay,
	OdooErrorKind,
	parseRetryAfter,
	Repeatable,
	Retry,
} from '../../../core/odoo';

const kinds = Object.values(OdooErrorKind);
const repeatables = [Repeatable.Yes, Repeatable.No];

describe('retries', () => {
	it('never wait longer than the budget of the run, whatever the failure', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...kinds),
				fc.constantFrom(...repeatables),
				fc.nat(10),
				fc.double({ min: 0, max: 0.999999, noNaN: true }),
				fc.nat(DEFAULT_RETRY_POLICY.budgetMs),
				fc.option(fc.nat(100_000), { nil: undefined }),
				(kind, repeatable, attempt, random, spent, retryAfterMs) => {
					const reason = failure(kind, 'x', { retryAfterMs });
					const delay = nextDelay(reason, repeatable, attempt, random, spent);
					if (delay === null) return;
					expect(delay).toBeGreaterThanOrEqual(retryAfterMs ?? 0);
					expect(spent + delay).toBeLessThanOrEqual(DEFAULT_RETRY_POLICY.budgetMs);
					expect(attempt).toBeLessThan(DEFAULT_RETRY_POLICY.maxRetries);
				},
			),
		);
	});

	it('never repeats a call with unknown outcome unless it is safe to repeat', () => {
		const unknown = failure(OdooErrorKind.TimeoutUnknownOutcome, 'x');
		expect(nextDelay(unknown, Repeatable.No, 0, 0.5, 0)).toBeNull();
		expect(nextDelay(unknown, Repeatable.Yes, 0, 0.5, 0)).not.toBeNull();
	});

	it.each(kinds.filter((kind) => ERROR_POLICY[kind].retry === Retry.Never))(
		'does not repeat %s',
		(kind) => {
			expect(nextDelay(failure(kind, 'x'), Repeatable.Yes, 0, 0.5, 0)).toBeNull();
		},
	);

	it('leave unknown what may have been done, unless Odoo itself said what became of it', () => {
		const after = (before: OdooErrorKind, now: OdooErrorKind) =>
			afterRepeating(failure(before, 'before'), failure(now, 'now')).kind;
		const lost = OdooErrorKind.TimeoutUnknownOutcome;
		expect(after(lost, OdooErrorKind.Unavailable)).toBe(lost);
		expect(after(lost, OdooErrorKind.Conflict)).toBe(lost);
		expect(after(lost, OdooErrorKind.Validation)).toBe(OdooErrorKind.Validation);
		expect(after(OdooErrorKind.Unavailable, lost)).toBe(lost);
		expect(after(OdooErrorKind.Unavailable, OdooErrorKind.Throttled)).toBe(OdooErrorKind.Throttled);
	});

	it('spreads over the whole step (full jitter)', () => {
		const conflict = failure(OdooErrorKind.Conflict, 'x');
		const { baseMs } = DEFAULT_RETRY_POLICY;
		expect(nextDelay(conflict, Repeatable.No, 0, 0, 0)).toBe(0);
		expect(nextDelay(conflict, Repeatable.No, 2, 0.5, 0)).toBe(baseMs * 2);
	});

	it('reads Retry-After as seconds and as a date', () => {
		const now = Date.parse('2026-11-24T10:00:00Z');
		expect(parseRetryAfter('120', now)).toBe(120_000);
		expect(parseRetryAfter('Tue, 24 Nov 2026 10:00:30 GMT', now)).toBe(30_000);
		expect(parseRetryAfter('Tue, 24 Nov 2026 09:00:00 GMT', now)).toBe(0);
		expect(parseRetryAfter('soon', now)).toBeNull();
		expect(parseRetryAfter(undefined, now)).toBeNull();
	});
});
