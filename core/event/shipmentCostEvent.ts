import type { Decimal } from './businessData';
import type { CloudEvent } from './cloudEvent';
import type { EventType } from './eventType';

/** What a carrier estimates or bills for a shipment. The subject is the tracking number, or the line of the invoice. */
export type ShipmentCostEvent = CloudEvent<EventType.ShipmentCost, ShipmentCostData>;

export enum CostKind {
	Estimate = 'estimate',
	Invoice = 'invoice',
	/** A later change of what was billed, credit notes among them. */
	Adjustment = 'adjustment',
}

export interface ShipmentCostData {
	readonly carrier: { readonly id: string; readonly name?: string };
	readonly shipment: {
		readonly trackingNumber?: string;
		readonly masterTrackingNumber?: string;
		/** Reference that the shipper gave, e.g. the number of the delivery. */
		readonly reference?: string;
	};
	readonly kind: CostKind;
	/** ISO 4217. */
	readonly currency: string;
	/** What was agreed or quoted; null when nobody knows. */
	readonly expected: Decimal | null;
	/** What is billed for the whole shipment, or for this charge; negative for a credit. */
	readonly billed: Decimal;
	readonly charge?: { readonly code: string; readonly text?: string };
	readonly invoice?: {
		readonly number: string;
		readonly line?: string;
		/** Day, `2026-01-31`. */
		readonly date?: string;
	};
	readonly weight?: { readonly billed: Decimal; readonly unit: string };
	readonly receivedAt?: string;
}
