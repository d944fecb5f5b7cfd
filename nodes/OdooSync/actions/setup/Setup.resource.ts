import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { optionsField } from '../../helpers/parameters';
import type { Operation } from '../operation';
import { Resource, SetupOperation } from '../operation';
import { check } from './check.operation';
import { install } from './install.operation';
import { uninstall } from './uninstall.operation';

export const setupOperations: Readonly<Record<SetupOperation, Operation>> = {
	[SetupOperation.Check]: check,
	[SetupOperation.Install]: install,
	[SetupOperation.Uninstall]: uninstall,
};

const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [Resource.Setup] } },
	default: 'check',
	options: [
		{
			name: 'Check',
			value: SetupOperation.Check,
			description: 'Say what is installed, what this user may do, and what to mend',
			action: 'Check the setup',
		},
		{
			name: 'Install',
			value: SetupOperation.Install,
			description: 'Install in Odoo what governed events need, or upgrade it',
			action: 'Install the setup',
		},
		{
			name: 'Uninstall',
			value: SetupOperation.Uninstall,
			description: 'Take away what Setup has installed',
			action: 'Uninstall the setup',
		},
	],
};

/** All fields of the resource, each shown for its operation only. */
export const setupFields: INodeProperties[] = [
	operationField,
	...Object.entries(setupOperations).flatMap(([operation, { fields }]) =>
		updateDisplayOptions({ show: { resource: [Resource.Setup], operation: [operation] } }, [
			...fields,
			optionsField([]),
		]),
	),
];
