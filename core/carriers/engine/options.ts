import type { Limits } from './limits';
import type { CodeOverride } from './override';

/** What a caller can say about the reading of a payload. */
export interface NormalizeOptions {
	/** When the payload reached us, RFC 3339 UTC. The core has no clock. */
	readonly receivedAt?: string;
	/** Meanings of codes that go before the built-in tables. */
	readonly overrides?: readonly CodeOverride[];
	/** IANA zone for local times of which nothing else is known. */
	readonly fallbackZone?: string;
	/** Number of the shipment, for payloads that do not name it. */
	readonly trackingNumber?: string;
	/** Put a copy of each event as it was received into `data.raw.payload`. */
	readonly includeRaw?: boolean;
	readonly limits?: Partial<Limits>;
}
