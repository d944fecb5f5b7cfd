import type { Decimal, OrderKey, ProductKey } from './businessData';
import type { CloudEvent } from './cloudEvent';
import type { EventType } from './eventType';

/** Whether a sales order may be shipped, or with the hold `billing` be invoiced. The subject is the sales order. */
export type OrderReleaseEvent = CloudEvent<EventType.OrderRelease, OrderReleaseData>;

export enum ReleaseState {
	Released = 'released',
	/** Credit, stock, documents, billing: see `hold`. */
	Held = 'held',
}

export interface OrderReleaseData {
	readonly order: OrderKey;
	readonly state: ReleaseState;
	readonly hold?: { readonly code: string; readonly text?: string };
	/** RFC 3339, or a day; null when none is promised. */
	readonly promisedAt: string | null;
	readonly lines?: ReadonlyArray<{
		readonly line?: string;
		readonly product: ProductKey;
		readonly quantity: Decimal;
		readonly unit?: string;
	}>;
	readonly receivedAt?: string;
}
