import { updateDisplayOptions } from 'n8n-workflow';
import type { ResourceDefinition } from '../operation';
import { ReconciliationOperation, Resource } from '../operation';
import { compare } from './compare.operation';

export const reconciliation: ResourceDefinition = {
	operations: { [ReconciliationOperation.Compare]: compare },
	fields: [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [Resource.Reconciliation] } },
			default: 'compare',
			options: [
				{
					name: 'Compare',
					value: ReconciliationOperation.Compare,
					description: 'Hold the rows of another system against Odoo',
					action: 'Compare rows with odoo',
				},
			],
		},
		...updateDisplayOptions(
			{
				show: {
					resource: [Resource.Reconciliation],
					operation: [ReconciliationOperation.Compare],
				},
			},
			compare.fields,
		),
	],
};
