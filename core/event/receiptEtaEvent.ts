import type { Decimal, OrderKey, ProductKey } from './businessData';
import type { CloudEvent } from './cloudEvent';
import type { EventType } from './eventType';
import type { Milestone } from './milestone';
import type { Reason } from './reason';

/** When goods that were ordered are expected. The subject is the purchase order or the inbound shipment. */
export type ReceiptEtaEvent = CloudEvent<EventType.ReceiptEta, ReceiptEtaData>;

export interface ReceiptEtaData {
	readonly order?: OrderKey;
	readonly shipment?: { readonly trackingNumber?: string; readonly container?: string };
	/** RFC 3339, or a day; null when none was known. */
	readonly previousEta: string | null;
	/** RFC 3339, or a day. */
	readonly eta: string;
	readonly milestone?: Milestone;
	readonly cause?: { readonly code: Reason; readonly text?: string };
	/** Only these lines; the whole order when left out. */
	readonly lines?: ReadonlyArray<{
		readonly line?: string;
		readonly product: ProductKey;
		readonly quantity?: Decimal;
		readonly eta?: string;
	}>;
	readonly receivedAt?: string;
}
