import { decideOn, describeRequest } from '../approvals';
import { Decision } from '../approver';
import { documentScene, type DocumentScene, type Seen } from '../documentScene';
import { makeProduct, onHand, setStock } from '../goods';
import { latestEvent } from '../ledger';
import { once } from '../once';
import type { Scene } from '../scene';
import type { Stage } from '../stage';
import { Address } from '../templates';

const SKU = 'TOUR-TABLE';
const LOCATION = 'WH/Stock';

/** A product with 40 on hand. */
export const table = once(async ({ admin }) => {
	const product = await makeProduct(admin, SKU, 'Table of the tour');
	await setStock(admin, product, 40);
	return product;
});

interface Count {
	id: string;
	countedAt: string;
	quantity: number;
}

/** @returns the execution */
async function send(
	{ headers, templates }: Stage,
	{ id, countedAt, quantity }: Count,
): Promise<string> {
	const body = { count: { id, countedAt }, lines: [{ sku: SKU, location: LOCATION, quantity }] };
	return await templates.callAndWait('04', Address.Counts, { headers, body });
}

const stockScene = (
	scene: Pick<DocumentScene, 'what' | 'happens' | 'expected' | 'otherwise'>,
	seen: (stage: Stage) => Promise<Omit<Seen, 'document'>>,
): Scene =>
	documentScene({
		...scene,
		template: '04',
		state: async (stage) => `${await onHand(stage.admin, await table(stage))} on hand`,
		seen: async (stage) => ({ document: SKU, ...(await seen(stage)) }),
	});

const noted = async ({ admin }: Stage) =>
	await latestEvent(admin, `${SKU} @ ${LOCATION}`, 'logistics.stock.level.v1');

export const STOCK_SCENES: Scene[] = [
	stockScene(
		{
			what: 'warehouse counts 41, Odoo has 40',
			happens: async (stage) =>
				void (await send(stage, { id: 'C-1', countedAt: '2026-11-20T10:00:00Z', quantity: 41 })),
			expected: { outcome: 'applied', state: '41 on hand' },
		},
		noted,
	),
	stockScene(
		{
			what: 'a count of the day before comes late',
			happens: async (stage) =>
				void (await send(stage, { id: 'C-0', countedAt: '2026-11-19T10:00:00Z', quantity: 40 })),
			expected: { outcome: 'stale', state: '41 on hand' },
		},
		noted,
	),
	stockScene(
		{
			what: 'warehouse counts 50: asked, and approved',
			happens: async (stage) => {
				const count = { id: 'C-2', countedAt: '2026-11-21T10:00:00Z', quantity: 50 };
				const execution = await send(stage, count);
				await decideOn(
					stage,
					{ template: '04', model: 'product.product', document: await table(stage), execution },
					{ decision: Decision.Approve, comment: 'A pallet stood in the wrong aisle' },
				);
			},
			expected: { outcome: 'approved by Head of Logistics', state: '50 on hand' },
			otherwise: { outcome: 'rejected by Head of Logistics', state: '41 on hand' },
		},
		async (stage) => await describeRequest(stage.admin, 'product.product', await table(stage)),
	),
];
