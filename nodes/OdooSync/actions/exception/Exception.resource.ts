import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { ResourceDefinition } from '../operation';
import { ExceptionOperation, Resource } from '../operation';
import {
	assign,
	comment,
	countAttempt,
	deadLetter,
	hold,
	release,
	resolve,
	retry,
} from './buttons';
import { getMany } from './getMany.operation';
import { open } from './open.operation';

const operations: ResourceDefinition['operations'] = {
	[ExceptionOperation.Assign]: assign,
	[ExceptionOperation.Comment]: comment,
	[ExceptionOperation.CountAttempt]: countAttempt,
	[ExceptionOperation.DeadLetter]: deadLetter,
	[ExceptionOperation.GetMany]: getMany,
	[ExceptionOperation.Hold]: hold,
	[ExceptionOperation.Open]: open,
	[ExceptionOperation.Release]: release,
	[ExceptionOperation.Resolve]: resolve,
	[ExceptionOperation.Retry]: retry,
};

const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [Resource.Exception] } },
	default: 'getMany',
	options: [
		{
			name: 'Assign',
			value: ExceptionOperation.Assign,
			description: 'Give an exception to a person',
			action: 'Assign an exception',
		},
		{
			name: 'Comment',
			value: ExceptionOperation.Comment,
			description: 'Write a note on an exception',
			action: 'Comment on an exception',
		},
		{
			name: 'Count Attempt',
			value: ExceptionOperation.CountAttempt,
			description: 'Note that a try failed: waits twice as long, and is dead after the last',
			action: 'Count an attempt of an exception',
		},
		{
			name: 'Dead-Letter',
			value: ExceptionOperation.DeadLetter,
			description: 'Give up: the exception is kept and tried no more',
			action: 'Dead letter an exception',
		},
		{
			name: 'Get Many',
			value: ExceptionOperation.GetMany,
			description: 'Read the queue, the oldest first',
			action: 'Get many exceptions',
		},
		{
			name: 'Hold',
			value: ExceptionOperation.Hold,
			description: 'Let later events of the document wait',
			action: 'Hold the document of an exception',
		},
		{
			name: 'Open',
			value: ExceptionOperation.Open,
			description: 'Open an exception on a document, or count it once more',
			action: 'Open an exception',
		},
		{
			name: 'Release',
			value: ExceptionOperation.Release,
			description: 'End the hold; events that waited are due for retry',
			action: 'Release the document of an exception',
		},
		{
			name: 'Resolve',
			value: ExceptionOperation.Resolve,
			description: 'Close an exception with what was done about it',
			action: 'Resolve an exception',
		},
		{
			name: 'Retry',
			value: ExceptionOperation.Retry,
			description: 'Make an exception due; Event: Replay sends its event again',
			action: 'Retry an exception',
		},
	],
};

export const exception: ResourceDefinition = {
	operations,
	fields: [
		operationField,
		...Object.entries(operations).flatMap(([operation, { fields }]) =>
			updateDisplayOptions(
				{ show: { resource: [Resource.Exception], operation: [operation] } },
				fields,
			),
		),
	],
};
