import type { IDataObject } from 'n8n-workflow';
import { MANIFEST } from '../../../../odoo/manifest';
import { success } from '../../../../core/odoo';
import { once } from '../../helpers/once';
import { check as checkAll } from '../../helpers/setup/check';
import type { Operation } from '../operation';

/** The doctor: what is right, what is not, and what to do about it. Changes nothing. */
export const check: Operation = {
	fields: [
		{
			displayName: 'Models to Check',
			name: 'checkModels',
			type: 'string',
			default: 'stock.picking,sale.order,purchase.order,product.product,res.partner',
			description:
				'Technical names, separated by commas: the rights of this credential’s user are checked on each',
		},
	],
	execute: async (node, client) =>
		await once(node, async () => {
			const models = String(node.getNodeParameter('checkModels', 0, ''))
				.split(',')
				.map((model) => model.trim())
				.filter((model) => model !== '');
			return success(
				(await checkAll(client, MANIFEST, models, Date.now())) as unknown as IDataObject,
			);
		}),
};
