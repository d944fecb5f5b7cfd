import { hash } from 'node:crypto';

const VERSION = 'v1';
const SEPARATOR = '\u001f';
const PREFIX = 'cse_';

/** What makes an event the same event, however and whenever it reaches us. */
export interface EventIdentity {
	readonly carrierId: string;
	readonly trackingNumber: string;
	readonly pieceId: string | null;
	/** Wall time as the source wrote it; the unreadable text where it cannot be read. */
	readonly localTime: string | null;
	readonly type: string | null;
	readonly code: string | null;
	readonly subCode: string | null;
	readonly city: string | null;
	readonly description: string | null;
	/** What tells a forecast, or the withdrawal of an event, from the event itself. */
	readonly variant?: string | null;
}

/** Tracking numbers are compared and hashed in upper case and without blanks. */
export const normalizeTrackingNumber = (text: string): string =>
	ABNORMAL.test(text) ? text.replace(/\s+/g, '').toUpperCase() : text;

/** What `normalizeTrackingNumber` may have to change. */
const ABNORMAL = /[^0-9A-Z]/;

// A separator inside a field would let two different events share an id.
const field = (text: string | null): string => {
	if (text === null) return '';
	return text.includes(SEPARATOR) ? text.split(SEPARATOR).join(' ') : text;
};

/**
 * The deterministic id of an event: `cse_` and 32 hex digits. The same scan pushed, polled, sent
 * again in a history or described in another language has the same id. Offset, time of receipt and
 * position in the payload are not part of it; the description is, only where there is no code.
 */
export function eventId(identity: EventIdentity): string {
	const { code, description } = identity;
	const text =
		code === null && description !== null ? description.trim().toLowerCase().normalize('NFC') : '';
	const variant = identity.variant ? SEPARATOR + field(identity.variant) : '';
	const key = `${VERSION}${SEPARATOR}${field(identity.carrierId)}${SEPARATOR}${field(
		normalizeTrackingNumber(identity.trackingNumber),
	)}${SEPARATOR}${field(identity.pieceId)}${SEPARATOR}${field(identity.localTime)}${SEPARATOR}${field(
		identity.type,
	)}${SEPARATOR}${field(code)}${SEPARATOR}${field(identity.subCode)}${SEPARATOR}${field(
		(identity.city ?? '').trim().toUpperCase(),
	)}${SEPARATOR}${field(text)}${variant}`;
	return PREFIX + hash('sha256', key, 'hex').slice(0, 32);
}
