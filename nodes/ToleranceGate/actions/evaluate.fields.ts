import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { FIELD_CHOICES, ROUTE_CHOICES, simpleFields, simpleOptions } from './simple.fields';

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

const policyOptions: INodeProperties[] = [
	{
		displayName: 'Accepted Deviations',
		name: 'acknowledged',
		type: 'json',
		default: '[]',
		description:
			'Deviations that somebody accepted and that are quiet until they grow: [{ "document": "PO1", "line": "1", "rule": "qty", "deviation": "12", "unit": "Units", "until": "2026-12-31", "by": "…" }]',
	},
	{
		displayName: 'Approved Policy Hashes',
		name: 'approvedPolicies',
		type: 'string',
		default: '',
		placeholder: 'sha256:…',
		description:
			'Only policies with one of these hashes may decide, separated by commas; others block. Validate Policy tells the hash.',
	},
	{
		displayName: 'Currency Rates',
		name: 'rates',
		type: 'json',
		default: '[]',
		description:
			'[{ "currency": "USD", "rate": "1.08", "at": "2026-01-31" }]: units of the currency for one of the policy’s currency',
	},
	{
		displayName: 'Earlier Decisions',
		name: 'prior',
		type: 'json',
		default: '[]',
		description:
			'Decisions of this node from before, as a list; each may have a "status" beside it (passed, pending, approved, rejected)',
	},
	{
		displayName: 'Earlier Decisions: Domain',
		name: 'priorDomain',
		type: 'json',
		default: '[]',
		description: 'Odoo’s notation; narrows which records are read',
	},
	{
		displayName: 'Earlier Decisions: Field',
		name: 'priorField',
		type: 'string',
		default: 'x_payload',
		description:
			'Field of the model that holds the decision, or something with the decision in it, as JSON text',
	},
	{
		displayName: 'Earlier Decisions: Model',
		name: 'priorModel',
		type: 'string',
		default: 'x_logistics_event',
		description: 'Model whose records hold earlier decisions',
	},
	{
		displayName: 'Earlier Decisions: Status Field',
		name: 'priorStatusField',
		type: 'string',
		default: '',
		placeholder: 'e.g. x_state',
		description: 'Field that tells whether a decision was approved or rejected since',
	},
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'json',
		default: '{}',
		description:
			'What the scopes of the policy look at: { "partner": "Azure Interior", "product": …, "category": …, "carrier": …, "lane": "DE>FR", "warehouse": …, "company": … }',
	},
	{
		displayName: 'Shadow Policy',
		name: 'shadowPolicy',
		type: 'json',
		default: '',
		description: 'Another policy, whose verdict is put beside that of the first and has no effect',
	},
	{
		displayName: 'Units',
		name: 'units',
		type: 'json',
		default: '[]',
		description: '[{ "name": "Dozens", "reference": "Units", "factor": 12 }]',
	},
];

const commonOptions: INodeProperties[] = [
	{
		displayName: 'At Least',
		name: 'atLeast',
		type: 'options',
		default: 'review',
		options: ROUTE_CHOICES,
		description:
			'The verdict is never milder than this. The only setting that an AI agent may fill in without every item going to review.',
	},
	{
		displayName: 'At Least: Reason',
		name: 'atLeastReason',
		type: 'string',
		default: '',
		description: 'Why, for the record',
	},
	{
		displayName: 'Document Name',
		name: 'documentName',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.name }}',
		description: 'The business document, e.g. PO00012, for the record',
	},
	{
		displayName: 'Event Time',
		name: 'at',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-31T08:00:00Z',
		description:
			'When it happened: decides which version of a policy and which rate holds. Now when empty.',
	},
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		description:
			'Unique name of what is judged, so that the same thing judged again is not counted twice',
	},
	{
		displayName: 'Put Decision in Field',
		name: 'outputField',
		type: 'string',
		default: 'tolerance',
		description: 'Name of the field of the item that gets the decision',
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
