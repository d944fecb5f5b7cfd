import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { commonOptions } from './common.options';
import { policyOptions } from './policy.options';
import { FIELD_CHOICES, simpleFields, simpleOptions } from './simple.fields';

export enum LimitsFrom {
	Here = 'here',
	Policy = 'policy',
}

export enum OdooReads {
	Prior = 'prior',
	Rates = 'rates',
	Units = 'units',
}

export const modeFields: INodeProperties[] = [
	{
		displayName: 'Limits',
		name: 'limitsFrom',
		type: 'options',
		noDataExpression: true,
		default: 'here',
		displayOptions: { show: { operation: ['evaluate'] } },
		options: [
			{ name: 'Set Here', value: LimitsFrom.Here, description: 'One field, with limits set below' },
			{
				name: 'From a Policy',
				value: LimitsFrom.Policy,
				description: 'Several rules, levels, scopes and lines, written down as a document',
			},
		],
	},
];

const documentFields: INodeProperties[] = [
	{
		displayName: 'Compare',
		name: 'documentFrom',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		options: [
			{ name: 'Values Below', value: 'fields', description: 'One value of each kind per item' },
			{
				name: 'Document with Lines',
				value: 'json',
				description: 'A document with fields and lines of its own, as JSON',
			},
		],
	},
	{
		displayName: 'Values',
		name: 'values',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Value',
		default: { value: [{ field: 'quantity', expected: '', actual: '' }] },
		displayOptions: { show: { documentFrom: ['fields'] } },
		options: [
			{
				displayName: 'Value',
				name: 'value',
				values: [
					{
						displayName: 'What to Compare',
						name: 'field',
						type: 'options',
						default: 'quantity',
						options: FIELD_CHOICES,
					},
					{
						displayName: 'Expected',
						name: 'expected',
						type: 'string',
						default: '',
						placeholder: 'e.g. {{ $json.ordered }}',
					},
					{
						displayName: 'Actual',
						name: 'actual',
						type: 'string',
						default: '',
						placeholder: 'e.g. {{ $json.received }}',
					},
					{
						displayName: 'Unit or Currency',
						name: 'unit',
						type: 'string',
						default: '',
						placeholder: 'e.g. Units, EUR',
						description:
							'Of both values. For values in different ones give each as an object: { "value": 10, "unit": "Dozens" }.',
					},
				],
			},
		],
	},
	{
		displayName: 'Document',
		name: 'documentJson',
		type: 'json',
		typeOptions: { rows: 6 },
		default: '={{ $json }}',
		displayOptions: { show: { documentFrom: ['json'] } },
		description:
			'{ "document": "PO1", "fields": { "delivery_date": { "expected": …, "actual": … } }, "lines": [ { "fields": { "quantity": { "expected": { "value": 100, "unit": "Units" }, "actual": { "value": 112, "unit": "Units" } } } } ] }',
	},
	{
		displayName: 'Read',
		name: 'odooReads',
		type: 'multiOptions',
		default: ['units'],
		displayOptions: { show: { useOdoo: [true] } },
		options: [
			{
				name: 'Currency Rates',
				value: OdooReads.Rates,
				description: 'Rates of the currencies that are active in Odoo',
			},
			{
				name: 'Earlier Decisions',
				value: OdooReads.Prior,
				description: 'For rules about the sum of deviations, and to keep accepted ones quiet',
			},
			{ name: 'Units of Measure', value: OdooReads.Units, description: 'Units with their factors' },
		],
		description: 'What else to read from Odoo, beside the policy',
	},
];

const optionsField = (own: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...own, ...commonOptions].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});

const showFor = (limitsFrom: LimitsFrom, fields: INodeProperties[]): INodeProperties[] =>
	updateDisplayOptions({ show: { operation: ['evaluate'], limitsFrom: [limitsFrom] } }, fields);

export const description: INodeProperties[] = [
	...showFor(LimitsFrom.Here, [...simpleFields, optionsField(simpleOptions)]),
	...showFor(LimitsFrom.Policy, [...documentFields, optionsField(policyOptions)]),
];
