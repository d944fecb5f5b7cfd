import type { Decimal, LocationKey, ProductKey } from './businessData';
import type { CloudEvent } from './cloudEvent';
import type { EventType } from './eventType';

/** What was counted at a location. The subject is `product @ location`, with the lot where there is one. */
export type StockLevelEvent = CloudEvent<EventType.StockLevel, StockLevelData>;

export interface StockLevelData {
	readonly product: ProductKey;
	readonly location: LocationKey;
	/** Name of the lot or serial number. */
	readonly lot?: string;
	/** Zero or more, in `unit`. */
	readonly quantity: Decimal;
	/** Name of the unit in Odoo (`Units`, `kg`); the unit of the product when left out. */
	readonly unit?: string;
	/** RFC 3339. */
	readonly countedAt: string;
	readonly countedBy?: string;
	readonly receivedAt?: string;
}
