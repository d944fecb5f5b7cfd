import type { Routes } from './route';
import orderBilling from './shipped/order.billing.json';
import orderRelease from './shipped/order.release.json';
import receiptEtaOrder from './shipped/receipt.eta.order.json';
import receiptEtaShipment from './shipped/receipt.eta.shipment.json';
import shipmentCost from './shipped/shipment.cost.json';
import shipmentEstimate from './shipped/shipment.estimate.json';
import shipmentIncoming from './shipped/shipment.incoming.json';
import shipmentOutgoing from './shipped/shipment.outgoing.json';
import shipmentProof from './shipped/shipment.proof.json';
import stockLevel from './shipped/stock.level.json';

/** The routes of the package, in the order in which they are tried; each is checked against the schema by a test. */
export const SHIPPED_ROUTES = {
	'shipment.outgoing': shipmentOutgoing,
	'shipment.incoming': shipmentIncoming,
	'shipment.proof': shipmentProof,
	'shipment.estimate': shipmentEstimate,
	'shipment.cost': shipmentCost,
	'receipt.eta.order': receiptEtaOrder,
	'receipt.eta.shipment': receiptEtaShipment,
	'stock.level': stockLevel,
	'order.billing': orderBilling,
	'order.release': orderRelease,
} as unknown as Routes;
