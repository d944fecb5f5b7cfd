import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { EventType } from '../../../../core/event';
import type { Domain } from '../../../../core/odoo';
import { ApplyOutcome, ledgerDomain, type LedgerFilter } from '../../../../core/odoo/apply';

/** Parts of a filter over the ledger; rows must meet all of them. */
export const ledgerFilterField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Document Model',
			name: 'model',
			type: 'string',
			default: '',
			placeholder: 'stock.picking',
			description: 'Technical name of the kind of document that the events changed',
		},
		{
			displayName: 'Event Types',
			name: 'types',
			type: 'multiOptions',
			default: [],
			options: [
				{ name: 'Order Release', value: EventType.OrderRelease },
				{ name: 'Receipt ETA', value: EventType.ReceiptEta },
				{ name: 'Shipment Cost', value: EventType.ShipmentCost },
				{ name: 'Shipment Status', value: EventType.ShipmentStatus },
				{ name: 'Stock Level', value: EventType.StockLevel },
			],
		},
		{
			displayName: 'Outcomes',
			name: 'outcomes',
			type: 'multiOptions',
			default: [],
			options: [
				{ name: 'Applied', value: ApplyOutcome.Applied },
				{ name: 'Conflict', value: ApplyOutcome.Conflict },
				{ name: 'Held', value: ApplyOutcome.Held },
				{ name: 'Rejected', value: ApplyOutcome.Rejected },
				{ name: 'Stale', value: ApplyOutcome.Stale },
				{ name: 'Unmatched', value: ApplyOutcome.Unmatched },
			],
		},
		{
			displayName: 'Received After',
			name: 'receivedAfter',
			type: 'dateTime',
			default: '',
		},
		{
			displayName: 'Received Before',
			name: 'receivedBefore',
			type: 'dateTime',
			default: '',
		},
		{
			displayName: 'Subject',
			name: 'subject',
			type: 'string',
			default: '',
			placeholder: '1Z204W4R0308071865',
			description: 'Tracking number, order or product of the events, or a part of it',
		},
	],
};

export const readLedgerFilter = (node: IExecuteFunctions, itemIndex: number): Domain =>
	ledgerDomain(node.getNodeParameter('filters', itemIndex, {}) as LedgerFilter, node.getTimezone());
