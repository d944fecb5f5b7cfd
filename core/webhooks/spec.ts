import type { HashAlgorithm, SignatureEncoding, TimestampUnit, WebhookScheme } from './scheme';

/** A piece of what is signed: the raw body, the timestamp or id header as sent, the secret, or the text after `=`. */
export type SignedPart = 'body' | 'id' | 'secret' | 'timestamp' | `=${string}`;

export interface TimestampSpec {
	/** Header, lower case. */
	readonly header: string;
	readonly unit: `${TimestampUnit}`;
}

/** How one sender authenticates its calls. Header names are lower case. */
export interface VerificationSpec {
	readonly scheme: `${WebhookScheme}`;
	/** Where the signature, token or secret stands; the query parameter for `query`. */
	readonly header?: string;
	/** What stands before the signature in the header, e.g. `sha256=`. */
	readonly prefix?: string;
	readonly algorithm?: `${HashAlgorithm}`;
	/** More than one where the sender's document leaves it open. */
	readonly encodings?: ReadonlyArray<`${SignatureEncoding}`>;
	/** What is signed, in order; the raw body unless said otherwise. */
	readonly signed?: readonly SignedPart[];
	readonly timestamp?: TimestampSpec;
	/** The sender normalises its secret to NFKD before it signs. */
	readonly nfkdSecret?: boolean;
	readonly kidHeader?: string;
	readonly jwksUrl?: string;
}

/** What a sender offers, and how sure we are of it. */
export interface WebhookPreset extends VerificationSpec {
	readonly id: string;
	/** As shown to users. */
	readonly name: string;
	/** Header, user or secret are the receiver's choice: shown in the credential. */
	readonly chosenByReceiver?: boolean;
	readonly document: string;
	/** `document`: the sender's own words were read. `secondary`: from others, to be tried before it is relied on. */
	readonly trust: 'document' | 'secondary';
	readonly note?: string;
}

/** The secrets of one credential: the current one, and the previous ones while a rotation is under way. */
export interface WebhookSecrets {
	readonly secrets: readonly string[];
	readonly user?: string;
	/** Public keys (JWK), for `rsa` and asymmetric `jwt`. */
	readonly keys?: ReadonlyArray<Record<string, unknown>>;
}

/** A call as it came in. Header and query names in lower case; the body byte by byte. */
export interface WebhookRequest {
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly query: Readonly<Record<string, string | undefined>>;
	readonly rawBody: Buffer;
}

export interface VerificationTiming {
	readonly nowMs: number;
	/** How far a signed time may be from now, to either side, in seconds. */
	readonly toleranceSeconds: number;
}
