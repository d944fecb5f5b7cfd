import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { Operation } from '../operation';
import { RecordOperation, Resource } from '../operation';
import { archive } from './archive.operation';
import { attach } from './attach.operation';
import { callMethod } from './callMethod.operation';
import { count } from './count.operation';
import { getMany } from './getMany.operation';
import { postNote } from './postNote.operation';
import { upsert } from './upsert.operation';

export const recordOperations: Readonly<Record<RecordOperation, Operation>> = {
	[RecordOperation.Archive]: archive,
	[RecordOperation.Attach]: attach,
	[RecordOperation.CallMethod]: callMethod,
	[RecordOperation.Count]: count,
	[RecordOperation.GetMany]: getMany,
	[RecordOperation.PostNote]: postNote,
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
			name: 'Archive',
			value: RecordOperation.Archive,
			description: 'Take records out of sight, or bring them back',
			action: 'Archive a record',
		},
		{
			name: 'Attach',
			value: RecordOperation.Attach,
			description: 'Attach a file to a record, once',
			action: 'Attach a file to a record',
		},
		{
			name: 'Call Method',
			value: RecordOperation.CallMethod,
			description: 'Run a method of Odoo, such as validating a delivery or posting a message',
			action: 'Call a method of a record',
		},
		{
			name: 'Count',
			value: RecordOperation.Count,
			description: 'Count the records that meet conditions or a domain',
			action: 'Count records',
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
		{
			name: 'Post Note',
			value: RecordOperation.PostNote,
			description: 'Write in the chatter of a record',
			action: 'Post a note on a record',
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
