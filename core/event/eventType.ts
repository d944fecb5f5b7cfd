/** Types of business events, with the version of their data. Closed list; each has a JSON Schema in `schemas/`. */
export enum EventType {
	ShipmentStatus = 'logistics.shipment.status.v1',
	ShipmentCost = 'logistics.shipment.cost.v1',
	ReceiptEta = 'logistics.receipt.eta.v1',
	StockLevel = 'logistics.stock.level.v1',
	OrderRelease = 'logistics.order.release.v1',
}
