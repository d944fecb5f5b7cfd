import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** How many results an operation returns, as every node of n8n asks it. */
export const limitFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** Infinity for all. */
export const readLimit = (node: IExecuteFunctions, itemIndex: number): number =>
	node.getNodeParameter('returnAll', itemIndex)
		? Infinity
		: node.getNodeParameter('limit', itemIndex);
