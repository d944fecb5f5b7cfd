import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** `sha256:` and the digest of the canonical JSON (RFC 8785): the same content has the same hash, however it is laid out. */
export const hashOf = (value: unknown): string =>
	`sha256:${createHash('sha256')
		.update(canonicalize(value) ?? '')
		.digest('hex')}`;
