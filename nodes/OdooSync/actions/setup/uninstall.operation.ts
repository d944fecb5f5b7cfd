import type { IDataObject } from 'n8n-workflow';
import { success } from '../../../../core/odoo';
import { once } from '../../helpers/once';
import { uninstall as uninstallAll } from '../../helpers/setup/uninstall';
import type { Operation } from '../operation';

/** Takes everything away that Setup made. */
export const uninstall: Operation = {
	fields: [
		{
			displayName: 'Delete Data as Well',
			name: 'deleteData',
			type: 'boolean',
			default: false,
			description:
				'Whether the ledger, the exceptions and the approvals may go with their models. Off: the node counts them and removes nothing as long as there are any.',
		},
	],
	execute: async (node, client) =>
		await once(node, async () => {
			const report = await uninstallAll(client, node.getNodeParameter('deleteData', 0) as boolean);
			return report.ok ? success({ ...report.value } as IDataObject) : report;
		}),
};
