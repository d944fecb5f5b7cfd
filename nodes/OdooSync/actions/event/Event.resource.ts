import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { ResourceDefinition } from '../operation';
import { EventOperation, Resource } from '../operation';
import { apply } from './apply.operation';
import { getMany } from './getMany.operation';
import { replay } from './replay.operation';

const operations: ResourceDefinition['operations'] = {
	[EventOperation.Apply]: apply,
	[EventOperation.GetMany]: getMany,
	[EventOperation.Replay]: replay,
};

const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [Resource.Event] } },
	default: 'apply',
	options: [
		{
			name: 'Apply',
			value: EventOperation.Apply,
			description: 'Bring events into Odoo, each once, in order, under guard',
			action: 'Apply events',
		},
		{
			name: 'Get Many',
			value: EventOperation.GetMany,
			description: 'Read the ledger: what became of which event',
			action: 'Get many events of the ledger',
		},
		{
			name: 'Replay',
			value: EventOperation.Replay,
			description: 'Send events that Odoo keeps the same way again; what is applied stays as it is',
			action: 'Replay events',
		},
	],
};

export const event: ResourceDefinition = {
	operations,
	fields: [
		operationField,
		...Object.entries(operations).flatMap(([operation, { fields }]) =>
			updateDisplayOptions(
				{ show: { resource: [Resource.Event], operation: [operation] } },
				fields,
			),
		),
	],
};
