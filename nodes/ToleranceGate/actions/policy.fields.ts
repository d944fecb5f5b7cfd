import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { READY_POLICIES } from '../../../core/tolerance';

/** Where a policy comes from. */
export enum PolicySource {
	BinaryFile = 'binaryFile',
	Json = 'json',
	OdooAttachment = 'odooAttachment',
	OdooField = 'odooField',
	Ready = 'ready',
}

const WITHOUT_ODOO = [
	{
		name: 'Binary File',
		value: PolicySource.BinaryFile,
		description: 'A JSON file that an earlier node read',
	},
	{ name: 'JSON', value: PolicySource.Json, description: 'Written here, or from an expression' },
	{
		name: 'Ready Policy',
		value: PolicySource.Ready,
		description: 'One of those that come with the node, to start with',
	},
];

const WITH_ODOO = [
	{
		name: 'Odoo Attachment',
		value: PolicySource.OdooAttachment,
		description: 'A JSON file attached to anything in Odoo',
	},
	{
		name: 'Odoo Field',
		value: PolicySource.OdooField,
		description: 'Text in a field of a record in Odoo',
	},
];

const READY_CHOICES = READY_POLICIES.map(({ id, title, description }) => ({
	name: title,
	value: id,
	description,
}));

const STARTER = JSON.stringify(
	READY_POLICIES.find(({ id }) => id === 'receipt'),
	null,
	2,
);

const show = (parameters: NonNullable<INodeProperties['displayOptions']>['show']) => ({
	show: parameters,
});

const source = (useOdoo: boolean): INodeProperties => ({
	displayName: 'Policy',
	name: 'policySource',
	type: 'options',
	noDataExpression: true,
	default: 'ready',
	options: [...WITHOUT_ODOO, ...(useOdoo ? WITH_ODOO : [])].sort((a, b) =>
		a.name.localeCompare(b.name),
	),
	displayOptions: show({ useOdoo: [useOdoo] }),
	description: 'Where the policy is read from',
});

const fields: INodeProperties[] = [
	{
		displayName: 'Read From Odoo',
		name: 'useOdoo',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether to read anything in Odoo: the policy, units, currency rates, or earlier decisions',
	},
	source(false),
	source(true),
	{
		displayName: 'Ready Policy',
		name: 'readyPolicy',
		type: 'options',
		default: 'receipt',
		options: READY_CHOICES,
		displayOptions: show({ policySource: [PolicySource.Ready] }),
		description:
			'To change it, take its JSON from the output of Validate Policy and put it under Policy: JSON',
	},
	{
		displayName: 'Policy JSON',
		name: 'policyJson',
		type: 'json',
		typeOptions: { rows: 12 },
		default: STARTER,
		displayOptions: show({ policySource: [PolicySource.Json] }),
		description:
			'A policy, or a list of versions of it of which the one in force decides. The folder policies of the package has the schema.',
	},
	{
		displayName: 'Input Binary Field',
		name: 'policyBinary',
		type: 'string',
		default: 'data',
		displayOptions: show({ policySource: [PolicySource.BinaryFile] }),
		hint: 'The name of the input binary field containing the policy',
	},
	{
		displayName: 'Attachment Name',
		name: 'policyAttachment',
		type: 'string',
		default: '',
		placeholder: 'e.g. receipt-policy.json',
		displayOptions: show({ policySource: [PolicySource.OdooAttachment] }),
		description: 'Name of the file in Odoo; there has to be one of it only',
	},
	{
		displayName: 'Model',
		name: 'policyModel',
		type: 'string',
		default: '',
		placeholder: 'e.g. stock.warehouse',
		displayOptions: show({ policySource: [PolicySource.OdooField] }),
		description: 'Technical name of the model whose record holds the policy',
	},
	{
		displayName: 'Record ID',
		name: 'policyRecord',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1',
		displayOptions: show({ policySource: [PolicySource.OdooField] }),
	},
	{
		displayName: 'Field',
		name: 'policyField',
		type: 'string',
		default: '',
		placeholder: 'e.g. x_tolerance_policy',
		displayOptions: show({ policySource: [PolicySource.OdooField] }),
		description: 'Technical name of the text field that holds the policy',
	},
];

/** Of Evaluate by a policy, and of Validate Policy. */
export const policyFields: INodeProperties[] = [
	...updateDisplayOptions({ show: { operation: ['evaluate'], limitsFrom: ['policy'] } }, fields),
	...updateDisplayOptions({ show: { operation: ['validatePolicy'] } }, fields),
];
