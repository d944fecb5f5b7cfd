/** Everything that can go wrong between a node and Odoo. Closed list. */
export enum OdooErrorKind {
	/** Key, login or password refused. */
	Authentication = 'authentication',
	/** The user may not do this (access rights, record rules, group). */
	Access = 'access',
	/** Record, model, method or database does not exist. */
	Missing = 'missing',
	/** Odoo's own rules say no: constraint, required field, wrong value. */
	Validation = 'validation',
	/** Another transaction was faster: serialization failure, lock, deadlock. Rolled back. */
	Conflict = 'conflict',
	/** Too many requests. */
	Throttled = 'throttled',
	/** Odoo did not receive the request, or said that it cannot work now. */
	Unavailable = 'unavailable',
	/** The request was sent and no answer came: it may or may not have been carried out. */
	TimeoutUnknownOutcome = 'timeout_unknown_outcome',
	/** The answer is not what Odoo sends: a proxy's page, half a body, another service. */
	Protocol = 'protocol',
	/** The node or the credential is set up in a way that cannot work. */
	Configuration = 'configuration',
}

/** When a call that failed may be sent again. */
export enum Retry {
	/** Nothing happened in Odoo: every call may be repeated. */
	Always = 'always',
	/** Something may have happened: only reads and calls with a key may be repeated. */
	IfRepeatable = 'if_repeatable',
	Never = 'never',
}

interface ErrorPolicy {
	retry: Retry;
	/** What the user can do about it. */
	advice: string;
}

export const ERROR_POLICY: Readonly<Record<OdooErrorKind, ErrorPolicy>> = {
	[OdooErrorKind.Authentication]: {
		retry: Retry.Never,
		advice:
			'Check the API key (they expire), the login and the database in the credential, then test it.',
	},
	[OdooErrorKind.Access]: {
		retry: Retry.Never,
		advice:
			'Give the Odoo user of this credential the access rights that Odoo names in its message.',
	},
	[OdooErrorKind.Missing]: {
		retry: Retry.Never,
		advice:
			'Check the record, model, method or database: it does not exist, or this user cannot see it.',
	},
	[OdooErrorKind.Validation]: {
		retry: Retry.Never,
		advice: "Correct the values of this item; Odoo's message says which rule it breaks.",
	},
	[OdooErrorKind.Conflict]: {
		retry: Retry.Always,
		advice: 'Another transaction changed the same records at the same time. Run the item again.',
	},
	[OdooErrorKind.Throttled]: {
		retry: Retry.Always,
		advice: 'Odoo or a proxy limits the number of requests. Send fewer items at a time, or later.',
	},
	[OdooErrorKind.Unavailable]: {
		retry: Retry.Always,
		advice:
			'Odoo cannot be reached. Check that it runs and that n8n can reach the URL of the credential.',
	},
	[OdooErrorKind.TimeoutUnknownOutcome]: {
		retry: Retry.IfRepeatable,
		advice:
			'No answer came: look in Odoo whether the change was made before you run this item again.',
	},
	[OdooErrorKind.Protocol]: {
		retry: Retry.IfRepeatable,
		advice:
			'The answer did not come from Odoo as expected. Check the URL, and proxies between n8n and Odoo.',
	},
	[OdooErrorKind.Configuration]: {
		retry: Retry.Never,
		advice: 'Correct the settings of the node or the credential.',
	},
};
