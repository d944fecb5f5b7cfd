import { decideOn, describeRequest } from '../approvals';
import { Decision } from '../approver';
import { documentScene, type DocumentScene, type Seen } from '../documentScene';
import { latestEvent } from '../ledger';
import { once } from '../once';
import type { Scene } from '../scene';
import type { Stage } from '../stage';
import { Address } from '../templates';
import { table } from './stock';

const DAY_MS = 86_400_000;

/** A Monday in about three weeks: what was planned. */
const MONDAY = ((now) => now + (21 + ((8 - new Date(now).getUTCDay()) % 7)) * DAY_MS)(Date.now());

/** The day so many days after the planned one. */
const day = (later: number): string => new Date(MONDAY + later * DAY_MS).toISOString().slice(0, 10);

const purchase = once(async (stage) => {
	const { admin } = stage;
	const vendor = await admin.create('res.partner', { name: 'Timber Works', supplier_rank: 1 });
	const line = {
		product_id: await table(stage),
		product_qty: 5,
		price_unit: 3,
		date_planned: `${day(0)} 10:00:00`,
	};
	const id = await admin.create('purchase.order', {
		partner_id: vendor,
		order_line: [[0, 0, line]],
	});
	await admin.call('purchase.order', 'button_confirm', { ids: [id] });
	const order = await admin.one('purchase.order', [['id', '=', id]], ['name']);
	return { id, name: String(order.name) };
});

/** A word of the supplier. @returns the execution */
async function tell(stage: Stage, id: string, later: number, reason: string): Promise<string> {
	const { name } = await purchase(stage);
	const body = {
		id,
		order: name,
		eta: `${day(later)}T10:00:00Z`,
		toldAt: new Date().toISOString(),
		reason,
	};
	return await stage.templates.callAndWait('06', Address.Suppliers, {
		headers: stage.headers,
		body,
	});
}

const delayScene = (
	scene: Pick<DocumentScene, 'what' | 'happens' | 'expected' | 'otherwise'>,
	seen: (stage: Stage) => Promise<Omit<Seen, 'document'>>,
): Scene =>
	documentScene({
		...scene,
		template: '06',
		state: async (stage) => {
			const { id } = await purchase(stage);
			const line = await stage.admin.one(
				'purchase.order.line',
				[['order_id', '=', id]],
				['date_planned'],
			);
			return `planned for ${String(line.date_planned).slice(0, 10)}`;
		},
		seen: async (stage) => ({ document: (await purchase(stage)).name, ...(await seen(stage)) }),
	});

export const DELAY_SCENES: Scene[] = [
	delayScene(
		{
			what: 'supplier: a day late',
			happens: async (stage) => void (await tell(stage, 'ETA-1', 1, 'A machine broke down')),
			expected: { outcome: 'applied', state: `planned for ${day(1)}` },
		},
		async (stage) =>
			await latestEvent(stage.admin, (await purchase(stage)).name, 'logistics.receipt.eta.v1'),
	),
	delayScene(
		{
			what: 'supplier: three weeks late: asked, and approved',
			happens: async (stage) => {
				const execution = await tell(stage, 'ETA-2', 22, 'A spare part is missing');
				const { id } = await purchase(stage);
				await decideOn(
					stage,
					{ template: '06', model: 'purchase.order', document: id, execution },
					{ decision: Decision.Approve, comment: 'We have stock until then' },
				);
			},
			expected: { outcome: 'approved by Head of Logistics', state: `planned for ${day(22)}` },
			otherwise: { outcome: 'rejected by Head of Logistics', state: `planned for ${day(1)}` },
		},
		async (stage) =>
			await describeRequest(stage.admin, 'purchase.order', (await purchase(stage)).id),
	),
];
