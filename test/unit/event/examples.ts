import {
	CostKind,
	EventType,
	Milestone,
	Reason,
	ReleaseState,
	type OrderReleaseEvent,
	type ReceiptEtaEvent,
	type ShipmentCostEvent,
	type ShipmentEvent,
	type StockLevelEvent,
} from '../../../core/event';
import { event } from './event.helper';

const envelope = { specversion: '1.0', datacontenttype: 'application/json' } as const;

interface Examples {
	[EventType.ShipmentStatus]: ShipmentEvent;
	[EventType.ShipmentCost]: ShipmentCostEvent;
	[EventType.ReceiptEta]: ReceiptEtaEvent;
	[EventType.StockLevel]: StockLevelEvent;
	[EventType.OrderRelease]: OrderReleaseEvent;
}

/** One valid event of each type. */
export const EXAMPLES: Examples = {
	[EventType.ShipmentStatus]: event({ milestone: Milestone.InTransit, at: '2026-01-30T08:00:00Z' }),
	[EventType.ShipmentCost]: {
		...envelope,
		id: 'INV-7/3',
		source: '/carriers/ups/invoices',
		type: EventType.ShipmentCost,
		subject: '1Z204W4R0308071865',
		data: {
			carrier: { id: 'ups' },
			shipment: { trackingNumber: '1Z204W4R0308071865' },
			kind: CostKind.Invoice,
			currency: 'USD',
			expected: '12.50',
			billed: '14.20',
			invoice: { number: 'INV-7', line: '3', date: '2026-01-29' },
		},
	},
	[EventType.ReceiptEta]: {
		...envelope,
		id: 'asn-1',
		source: '/suppliers/acme',
		type: EventType.ReceiptEta,
		subject: 'P00012',
		data: {
			order: { number: 'P00012' },
			previousEta: '2026-02-01',
			eta: '2026-02-05T10:00:00Z',
			cause: { code: Reason.CustomsInspection },
		},
	},
	[EventType.StockLevel]: {
		...envelope,
		id: 'count-4711',
		source: '/wms/main',
		type: EventType.StockLevel,
		subject: 'FURN_7777 @ WH/Stock',
		data: {
			product: { sku: 'FURN_7777' },
			location: { name: 'WH/Stock' },
			quantity: '12',
			countedAt: '2026-01-31T06:00:00Z',
		},
	},
	[EventType.OrderRelease]: {
		...envelope,
		id: 'rel-9',
		source: '/oms',
		type: EventType.OrderRelease,
		subject: 'S00042',
		data: { order: { number: 'S00042' }, state: ReleaseState.Released, promisedAt: '2026-02-10' },
	},
};
