/** Why an event has the outcome it has. Closed list; `message` says the same in words, with names. */
export enum ApplyReason {
	// duplicate
	AlreadyApplied = 'already_applied',
	// conflict
	KeyReused = 'key_reused',
	// stale: the guard; the first are the reasons of the fold (core/event/fold)
	Older = 'older',
	Unordered = 'unordered',
	Backwards = 'backwards',
	AfterTerminal = 'after_terminal',
	SameMilestone = 'same_milestone',
	Returning = 'returning',
	Informational = 'informational',
	NotActual = 'not_actual',
	Unknown = 'unknown',
	/** The guarded field holds a value that no transition names. */
	UnknownState = 'unknown_state',
	/** A field does not have the value that the event was made for. */
	ExpectationFailed = 'expectation_failed',
	// held
	OnHold = 'on_hold',
	// unmatched
	DocumentNotFound = 'document_not_found',
	DocumentAmbiguous = 'document_ambiguous',
	ReferenceNotFound = 'reference_not_found',
	ReferenceAmbiguous = 'reference_ambiguous',
	// rejected
	InvalidEvent = 'invalid_event',
	NoRoute = 'no_route',
	ReferenceArchived = 'reference_archived',
	ReferenceOtherCompany = 'reference_other_company',
	NotShipped = 'not_shipped',
	NotDelivered = 'not_delivered',
	DocumentCancelled = 'document_cancelled',
	DocumentClosed = 'document_closed',
	OtherCurrency = 'other_currency',
	AccessDenied = 'access_denied',
	/** One of Odoo's own rules; its words are in `message`. */
	OdooRefused = 'odoo_refused',
}
