import type { OrderReleaseEvent } from './orderReleaseEvent';
import type { ReceiptEtaEvent } from './receiptEtaEvent';
import type { ShipmentCostEvent } from './shipmentCostEvent';
import type { ShipmentEvent } from './shipmentEvent';
import type { StockLevelEvent } from './stockLevelEvent';

/** Everything that can be applied to Odoo as an event. */
export type BusinessEvent =
	| ShipmentEvent
	| ShipmentCostEvent
	| ReceiptEtaEvent
	| StockLevelEvent
	| OrderReleaseEvent;
