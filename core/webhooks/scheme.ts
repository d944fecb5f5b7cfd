/** How a sender proves who it is. */
export enum WebhookScheme {
	Basic = 'basic',
	/** `Authorization: Bearer <secret>`. */
	Bearer = 'bearer',
	/** A plain hash over body and secret. */
	Hash = 'hash',
	/** A header that carries the secret itself. */
	Header = 'header',
	Hmac = 'hmac',
	Jwt = 'jwt',
	/** The sender offers nothing. */
	None = 'none',
	/** A query parameter that carries the secret itself. */
	Query = 'query',
	/** RSA signature, public keys from a JWKS address. */
	Rsa = 'rsa',
	/** standardwebhooks.com, version 1.0.0. */
	StandardWebhooks = 'standardWebhooks',
}

export enum SignatureEncoding {
	Hex = 'hex',
	Base64 = 'base64',
}

export enum HashAlgorithm {
	Sha1 = 'sha1',
	Sha256 = 'sha256',
	Sha512 = 'sha512',
}

export enum TimestampUnit {
	Seconds = 'seconds',
	Milliseconds = 'milliseconds',
	/** RFC 3339. */
	Iso = 'iso',
}

/** The first check that failed. Goes to the log; the sender is told only that it is refused. */
export enum FailedCheck {
	CredentialsMissing = 'credentials_missing',
	CredentialsWrong = 'credentials_wrong',
	KeyUnknown = 'key_unknown',
	SignatureMalformed = 'signature_malformed',
	SignatureMismatch = 'signature_mismatch',
	SignatureMissing = 'signature_missing',
	TimestampMalformed = 'timestamp_malformed',
	TimestampMissing = 'timestamp_missing',
	TimestampOutsideWindow = 'timestamp_outside_window',
	TokenInvalid = 'token_invalid',
	TokenMissing = 'token_missing',
}
