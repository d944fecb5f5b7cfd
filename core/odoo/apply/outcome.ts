/** What became of one event in Odoo. Closed list; the same words are in `x_logistics_event.x_outcome`. */
export enum ApplyOutcome {
	/** The effects are in Odoo, and the ledger row with them. */
	Applied = 'applied',
	/** The same event (key and digest) came before: nothing changed, the stored result is given again. */
	Duplicate = 'duplicate',
	/** The key is known with another digest: two different events claim to be the same one. */
	Conflict = 'conflict',
	/** Older than what Odoo knows, or what Odoo knows is not what the event expects. */
	Stale = 'stale',
	/** The document is on hold. */
	Held = 'held',
	/** The document, or a record the event speaks of, was not found or not found alone. */
	Unmatched = 'unmatched',
	/** The event is invalid, a dependency is not met, or Odoo said no. */
	Rejected = 'rejected',
}

/** After these the same event is a duplicate; the others are tried anew when the event comes again. */
export const FINAL_OUTCOMES: ReadonlySet<ApplyOutcome> = new Set([
	ApplyOutcome.Applied,
	ApplyOutcome.Stale,
]);

/** These are kept as an exception, with the event, until somebody or a later try settles them. */
export const PROBLEM_OUTCOMES: ReadonlySet<ApplyOutcome> = new Set([
	ApplyOutcome.Conflict,
	ApplyOutcome.Held,
	ApplyOutcome.Unmatched,
	ApplyOutcome.Rejected,
]);
