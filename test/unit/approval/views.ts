import { ApprovalState, Assurance } from '../../../core/approval';
import type { PageView } from '../../../core/approval/page';

export const DIGEST = 'ab'.repeat(32);

/** A request as Odoo gives it for a link. */
export const view = (given: Partial<PageView> = {}): PageView => ({
	approval: 7,
	batch: '12_node_0',
	title: 'Receive 112 of 100 ordered',
	message: 'The supplier sent more than was ordered.\nThe price stays.',
	document: 'WH/IN/00042',
	changes: [
		{
			model: 'purchase.order.line',
			id: 41,
			document: 'P00042: [E-COM07] Large Cabinet',
			field: 'product_qty',
			label: 'Quantity',
			before: 100,
			after: 112.5,
		},
		{
			model: 'purchase.order.line',
			id: 41,
			document: 'P00042: [E-COM07] Large Cabinet',
			field: 'date_planned',
			label: 'Expected Arrival',
			before: false,
			after: '2026-12-01 08:00:00',
		},
		{
			model: 'purchase.order',
			id: 42,
			document: 'P00042',
			field: 'user_id',
			label: 'Buyer',
			before: [2, 'Mitchell Admin'],
			after: [6, 'Marc Demo'],
		},
	],
	details: { carrier: 'DHL', parcels: [1, 2], insured: false },
	digest: DIGEST,
	policy: 'receipts v3',
	record: { sentence: 'Received 112, ordered 100: +12 % exceeds 10 %', outcome: 'approve' },
	level: 1,
	levels: 2,
	level_name: 'Purchasing',
	quorum: 2,
	requester: 'Mitchell Admin',
	approver: 'Azure Interior, Brandon Freeman',
	lang: 'en_US',
	due_at: '2026-11-27 14:30:00',
	state: ApprovalState.Pending,
	assurance: Assurance.Link,
	code_label: '',
	voted: null,
	problem: null,
	...given,
});
