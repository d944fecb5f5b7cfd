import { Validator, type Schema } from '@cfworker/json-schema';
import { EventType } from '../eventType';
import orderRelease from '../schemas/logistics.order.release.v1.schema.json';
import receiptEta from '../schemas/logistics.receipt.eta.v1.schema.json';
import shipmentCost from '../schemas/logistics.shipment.cost.v1.schema.json';
import shipmentStatus from '../schemas/logistics.shipment.status.v1.schema.json';
import stockLevel from '../schemas/logistics.stock.level.v1.schema.json';

/** The published schema of each type; the package ships them as files too. */
export const EVENT_SCHEMAS: Readonly<Record<EventType, object>> = {
	[EventType.OrderRelease]: orderRelease,
	[EventType.ReceiptEta]: receiptEta,
	[EventType.ShipmentCost]: shipmentCost,
	[EventType.ShipmentStatus]: shipmentStatus,
	[EventType.StockLevel]: stockLevel,
};

const validators = new Map<EventType, Validator>();

/** Compiled once per type; finds every fault, not only the first. */
export function validatorOf(type: EventType): Validator {
	const known = validators.get(type);
	if (known) return known;
	const validator = new Validator(EVENT_SCHEMAS[type] as Schema, '2020-12', false);
	validators.set(type, validator);
	return validator;
}
