import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Domain, OdooValue, Result } from '../../../core/odoo';
import { toStamp } from '../../../core/odoo';
import type { OdooClient } from '../../shared/odoo/client';
import { readIds } from '../../OdooSync/helpers/idList';
import { readApprovals, type StoredApproval } from './stored';

/** Requests by their ids, or all for which the operation is due. */
export const chooseFields = (dueDescription: string): INodeProperties[] => [
	{
		displayName: 'Choose Requests By',
		name: 'chooseBy',
		type: 'options',
		default: 'due',
		options: [
			{ name: 'ID', value: 'id' },
			{ name: 'What Is Due', value: 'due', description: dueDescription },
		],
	},
	{ ...idsField, displayOptions: { show: { chooseBy: ['id'] } } },
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { chooseBy: ['due'] } },
		description: 'Max number of results to return',
	},
];

export const idsField: INodeProperties = {
	displayName: 'Request IDs',
	name: 'ids',
	type: 'string',
	default: '={{ $json.id }}',
	required: true,
	description: 'IDs of requests in Odoo, separated by commas',
};

export async function chooseRequests(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
	due: (now: string) => OdooValue[][],
): Promise<Result<StoredApproval[]>> {
	if (node.getNodeParameter('chooseBy', itemIndex, 'id') === 'due') {
		const now = toStamp(Date.now());
		const limit = node.getNodeParameter('limit', itemIndex, 50);
		return await readApprovals(client, { domain: due(now) as Domain, limit, order: 'id' });
	}
	const ids = readIds(node.getNodeParameter('ids', itemIndex), 'Request IDs');
	return ids.ok ? await readApprovals(client, { domain: [['id', 'in', ids.value]] }) : ids;
}
