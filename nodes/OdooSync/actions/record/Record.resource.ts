import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { Operation } from '../operation';
import { RecordOperation, Resource } from '../operation';
import { callMethod } from './callMethod.operation';
import { getMany } from './getMany.operation';
import { upsert } from './upsert.operation';

export const recordOperations: Readonly<Record<RecordOperation, Operation>> = {
	[RecordOperation.CallMethod]: callMethod,
	[RecordOperation.GetMany]: getMany,
	[RecordOperation.Upsert]: upsert,
};

const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [Resource.Record] } },
	default: 'upsert',
	options: [
		{
			name: 'Call Method',
			value: RecordOperation.CallMethod,
			description: 'Run a method of Odoo, such as validating a delivery or posting a message',
			action: 'Call a method of a record',
		},
		{
			name: 'Create or Update',
			value: RecordOperation.Upsert,
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			action: 'Create or update a record',
		},
		{
			name: 'Get Many',
			value: RecordOperation.GetMany,
			description: 'Find records by conditions or a domain',
			action: 'Get many records',
		},
	],
};

/** All fields of the resource, each shown for its operation only. */
export const recordFields: INodeProperties[] = [
	operationField,
	...Object.entries(recordOperations).flatMap(([operation, { fields }]) =>
		updateDisplayOptions({ show: { resource: [Resource.Record], operation: [operation] } }, fields),
	),
];
