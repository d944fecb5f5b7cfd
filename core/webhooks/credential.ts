import { webhookPreset } from './presets';
import { HashAlgorithm, SignatureEncoding, TimestampUnit, WebhookScheme } from './scheme';
import { parseSignedTemplate } from './signedTemplate';
import type { SignedPart, VerificationSpec } from './spec';

/** Value of the preset field when the user describes the scheme. */
export const CUSTOM_PRESET = 'custom';

export const DEFAULT_TOLERANCE_SECONDS = 300;

/** The fields of the credential, as its form gives them; what a preset does not ask for is empty. */
export interface WebhookCredential {
	readonly preset: string;
	readonly secret?: string;
	readonly previousSecret?: string;
	readonly user?: string;
	readonly header?: string;
	readonly scheme?: string;
	readonly prefix?: string;
	readonly algorithm?: string;
	readonly encoding?: string;
	readonly signed?: string;
	readonly timestampHeader?: string;
	readonly timestampUnit?: string;
	readonly jwksUrl?: string;
	readonly toleranceSeconds?: number;
}

export interface WebhookVerification {
	readonly spec: VerificationSpec;
	readonly secrets: readonly string[];
	readonly user: string;
	readonly toleranceSeconds: number;
}

/** A credential that cannot verify anything, with what to do about it. */
export class WebhookConfigError extends Error {}

const NEEDS_SECRET: ReadonlySet<string> = new Set([
	WebhookScheme.Basic,
	WebhookScheme.Bearer,
	WebhookScheme.Hash,
	WebhookScheme.Header,
	WebhookScheme.Hmac,
	WebhookScheme.Query,
	WebhookScheme.StandardWebhooks,
]);

const NEEDS_HEADER: ReadonlySet<string> = new Set([
	WebhookScheme.Hash,
	WebhookScheme.Header,
	WebhookScheme.Hmac,
	WebhookScheme.Query,
	WebhookScheme.Rsa,
]);

/**
 * How calls are verified with this credential.
 * @throws WebhookConfigError when a field is missing: an incomplete credential lets nothing through
 */
export function readWebhookCredential(credential: WebhookCredential): WebhookVerification {
	const spec =
		credential.preset === CUSTOM_PRESET ? customSpec(credential) : presetSpec(credential);
	const secrets = [credential.secret, credential.previousSecret].filter(
		(secret): secret is string => typeof secret === 'string' && secret !== '',
	);
	const needsSecret =
		NEEDS_SECRET.has(spec.scheme) || (spec.scheme === WebhookScheme.Jwt && !spec.jwksUrl);
	if (needsSecret && secrets.length === 0) throw new WebhookConfigError('Enter the secret.');
	if (NEEDS_HEADER.has(spec.scheme) && !spec.header) {
		throw new WebhookConfigError('Enter the name of the header (or query parameter).');
	}
	if (spec.scheme === WebhookScheme.Basic && !credential.user) {
		throw new WebhookConfigError('Enter the user name.');
	}
	if (spec.scheme === WebhookScheme.Rsa && !spec.jwksUrl) {
		throw new WebhookConfigError('Enter the address of the public keys (JWKS URL).');
	}
	if (spec.jwksUrl && !/^https:\/\//i.test(spec.jwksUrl)) {
		throw new WebhookConfigError('The address of the public keys must begin with https://');
	}
	return {
		spec,
		secrets,
		user: credential.user ?? '',
		toleranceSeconds: credential.toleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS,
	};
}

function presetSpec({ preset, header }: WebhookCredential): VerificationSpec {
	const found = webhookPreset(preset);
	if (found === undefined) throw new WebhookConfigError(`There is no preset "${preset}".`);
	return found.chosenByReceiver && header ? { ...found, header: header.toLowerCase() } : found;
}

function customSpec(credential: WebhookCredential): VerificationSpec {
	const { scheme, header, prefix, algorithm, encoding, signed, jwksUrl } = credential;
	return {
		scheme: member(WebhookScheme, scheme, 'scheme'),
		...(header && { header: header.toLowerCase() }),
		...(prefix && { prefix }),
		algorithm: member(HashAlgorithm, algorithm ?? HashAlgorithm.Sha256, 'algorithm'),
		encodings: [member(SignatureEncoding, encoding ?? SignatureEncoding.Hex, 'encoding')],
		...(signed && { signed: signedParts(signed) }),
		...(credential.timestampHeader && {
			timestamp: {
				header: credential.timestampHeader.toLowerCase(),
				unit: member(TimestampUnit, credential.timestampUnit ?? TimestampUnit.Seconds, 'unit'),
			},
		}),
		...(jwksUrl && { jwksUrl }),
	};
}

function signedParts(template: string): SignedPart[] {
	const parsed = parseSignedTemplate(template);
	if (!parsed.ok)
		throw new WebhookConfigError(`Signed Content: ${parsed.unknown} is no part of a call.`);
	return parsed.parts;
}

function member<T extends string>(values: Record<string, T>, value: unknown, name: string): T {
	const found = Object.values(values).find((one) => one === value);
	if (found === undefined)
		throw new WebhookConfigError(`The ${name} "${String(value)}" is unknown.`);
	return found;
}
