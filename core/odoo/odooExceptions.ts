import { OdooErrorKind } from './errorKind';

/**
 * Odoo's and PostgreSQL's exception classes as they appear in `name` of an error body, and what they mean for us.
 * Source: odoo/exceptions.py, odoo/service/model.py (`retrying`), psycopg2.errors.
 */
export const ODOO_EXCEPTIONS: Readonly<Record<string, OdooErrorKind>> = {
	'odoo.exceptions.AccessDenied': OdooErrorKind.Authentication,
	'odoo.http.SessionExpiredException': OdooErrorKind.Authentication,
	'werkzeug.exceptions.Unauthorized': OdooErrorKind.Authentication,
	'odoo.exceptions.AccessError': OdooErrorKind.Access,
	'werkzeug.exceptions.Forbidden': OdooErrorKind.Access,
	'odoo.exceptions.MissingError': OdooErrorKind.Missing,
	'werkzeug.exceptions.NotFound': OdooErrorKind.Missing,
	'odoo.exceptions.UserError': OdooErrorKind.Validation,
	'odoo.exceptions.ValidationError': OdooErrorKind.Validation,
	'odoo.exceptions.RedirectWarning': OdooErrorKind.Validation,
	'odoo.exceptions.LockError': OdooErrorKind.Conflict,
	'odoo.exceptions.ConcurrencyError': OdooErrorKind.Conflict,
	'psycopg2.errors.SerializationFailure': OdooErrorKind.Conflict,
	'psycopg2.errors.LockNotAvailable': OdooErrorKind.Conflict,
	'psycopg2.errors.DeadlockDetected': OdooErrorKind.Conflict,
	'psycopg2.errors.UniqueViolation': OdooErrorKind.Validation,
	'psycopg2.errors.NotNullViolation': OdooErrorKind.Validation,
	'psycopg2.errors.ForeignKeyViolation': OdooErrorKind.Validation,
	'psycopg2.errors.CheckViolation': OdooErrorKind.Validation,
	'psycopg2.IntegrityError': OdooErrorKind.Validation,
	'psycopg2.OperationalError': OdooErrorKind.Unavailable,
	'werkzeug.exceptions.UnprocessableEntity': OdooErrorKind.Configuration,
	'werkzeug.exceptions.BadRequest': OdooErrorKind.Configuration,
	'builtins.ValueError': OdooErrorKind.Validation,
	'builtins.TypeError': OdooErrorKind.Configuration,
	'builtins.KeyError': OdooErrorKind.Configuration,
	'builtins.AttributeError': OdooErrorKind.Configuration,
};

/** Kinds by HTTP status, for answers that name no exception of Odoo. */
export const HTTP_STATUS_KIND: Readonly<Record<number, OdooErrorKind>> = {
	400: OdooErrorKind.Configuration,
	401: OdooErrorKind.Authentication,
	403: OdooErrorKind.Access,
	404: OdooErrorKind.Missing,
	408: OdooErrorKind.TimeoutUnknownOutcome,
	409: OdooErrorKind.Conflict,
	413: OdooErrorKind.Configuration,
	422: OdooErrorKind.Validation,
	429: OdooErrorKind.Throttled,
	// A proxy answers 502 and 504 when Odoo died or was slow after it got the request.
	502: OdooErrorKind.TimeoutUnknownOutcome,
	503: OdooErrorKind.Unavailable,
	504: OdooErrorKind.TimeoutUnknownOutcome,
};

/** Kinds by the error code of the network layer (Node.js, axios). */
export const NETWORK_ERROR_KIND: Readonly<Record<string, OdooErrorKind>> = {
	ECONNREFUSED: OdooErrorKind.Unavailable,
	ENOTFOUND: OdooErrorKind.Unavailable,
	EAI_AGAIN: OdooErrorKind.Unavailable,
	EHOSTUNREACH: OdooErrorKind.Unavailable,
	ENETUNREACH: OdooErrorKind.Unavailable,
	ECONNRESET: OdooErrorKind.TimeoutUnknownOutcome,
	EPIPE: OdooErrorKind.TimeoutUnknownOutcome,
	ETIMEDOUT: OdooErrorKind.TimeoutUnknownOutcome,
	ESOCKETTIMEDOUT: OdooErrorKind.TimeoutUnknownOutcome,
	ECONNABORTED: OdooErrorKind.TimeoutUnknownOutcome,
	// axios: the body ended before it was complete.
	ERR_BAD_RESPONSE: OdooErrorKind.TimeoutUnknownOutcome,
	CERT_HAS_EXPIRED: OdooErrorKind.Configuration,
	DEPTH_ZERO_SELF_SIGNED_CERT: OdooErrorKind.Configuration,
	SELF_SIGNED_CERT_IN_CHAIN: OdooErrorKind.Configuration,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: OdooErrorKind.Configuration,
	ERR_TLS_CERT_ALTNAME_INVALID: OdooErrorKind.Configuration,
	ERR_INVALID_URL: OdooErrorKind.Configuration,
};

/** Where Odoo's message names the field it is about. Source: odoo/models.py, odoo/service/model.py. */
export const FIELD_IN_MESSAGE: readonly RegExp[] = [
	/\b[Ff]ield:? [^\n(]{0,80}\((\w{1,64})\)/,
	/\bInvalid field ['"]?(?:[\w.]{1,80}\.)?(\w{1,64})['"]? (?:in|on)\b/,
	/\bWrong value for [\w.]{1,80}\.(\w{1,64}):/,
	/\bnull value in column "(\w{1,64})"/,
];

/** PostgreSQL's words for a transaction that lost against another one; always in English. */
export const LOST_RACE = /could not serialize access|deadlock detected|could not obtain lock/;

/** Words for a database or a model that is not there, under exceptions that mean other things too; always in English. */
export const NOT_THERE = /database "[^"]*" does not exist|^Object [\w.]+ doesn't exist/;
