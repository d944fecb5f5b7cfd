import { decideOn, describeRequest } from '../approvals';
import { Decision } from '../approver';
import { documentScene, type DocumentScene, type Seen } from '../documentScene';
import { sell, type SaleOrder } from '../goods';
import { latestEvent } from '../ledger';
import { once } from '../once';
import type { Scene } from '../scene';
import type { Stage } from '../stage';
import { table } from './stock';

const CLOCK = 'Every ten minutes';

/** An order of two tables, by a customer who may owe so much. */
const orderOf = (customer: string, creditLimit: number) =>
	once(async (stage) => {
		const { admin } = stage;
		await admin.write('res.company', [1], { account_use_credit_limit: true });
		const partner = await admin.create('res.partner', {
			name: customer,
			is_company: true,
			use_partner_credit_limit: true,
			credit_limit: creditLimit,
		});
		return await sell(admin, await table(stage), 2, partner);
	});

const releaseScene = (
	order: (stage: Stage) => Promise<SaleOrder>,
	scene: Pick<DocumentScene, 'what' | 'happens' | 'expected' | 'otherwise'>,
	seen: (stage: Stage) => Promise<Omit<Seen, 'document'>>,
): Scene =>
	documentScene({
		...scene,
		template: '05',
		state: async (stage) => {
			const { delivery } = await order(stage);
			const found = await stage.admin.one(
				'stock.picking',
				[['id', '=', delivery]],
				['carrier_tracking_ref'],
			);
			return `${found.carrier_tracking_ref ? 'has a' : 'no'} tracking reference`;
		},
		seen: async (stage) => ({ document: (await order(stage)).name, ...(await seen(stage)) }),
	});

const good = orderOf('Prompt Payer', 1000);
const doubtful = orderOf('Late Payer', 5);

export const RELEASE_SCENES: Scene[] = [
	releaseScene(
		good,
		{
			what: 'sales confirms an order: the warehouse gets it',
			happens: async (stage) => {
				await good(stage);
				await stage.templates.runAndWait('05', CLOCK);
			},
			expected: { outcome: 'applied', state: 'has a tracking reference' },
		},
		async (stage) =>
			await latestEvent(stage.admin, (await good(stage)).name, 'logistics.order.release.v1'),
	),
	releaseScene(
		doubtful,
		{
			what: 'an order over the credit limit: asked, and refused',
			happens: async (stage) => {
				const { id } = await doubtful(stage);
				const execution = await stage.templates.runAndWait('05', CLOCK);
				await decideOn(
					stage,
					{ template: '05', model: 'sale.order', document: id, execution },
					{ decision: Decision.Reject, comment: 'Two invoices are overdue' },
				);
			},
			expected: { outcome: 'rejected by Head of Logistics', state: 'no tracking reference' },
			otherwise: { outcome: 'approved by Head of Logistics', state: 'has a tracking reference' },
		},
		async (stage) => await describeRequest(stage.admin, 'sale.order', (await doubtful(stage)).id),
	),
];
