import type { INodeProperties } from 'n8n-workflow';

export const triggerOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10_000 },
			default: 1000,
			description: 'Most records that a poll reads at once, and most of one execution',
		},
		{
			displayName: 'Companies',
			name: 'companies',
			type: 'string',
			default: '',
			placeholder: 'My Company, 3',
			description: 'Names or IDs of the companies whose records count; empty for those of the user',
		},
		{
			displayName: 'Debounce',
			name: 'debounce',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 60_000 },
			default: 1000,
			description: 'Milliseconds in which calls of Odoo are collected for one execution',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'de_DE',
			description: 'Language of translated fields; empty for that of the user',
		},
		{
			displayName: 'Overlap',
			name: 'overlap',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1440 },
			default: 10,
			description:
				'Minutes that each poll looks back again, for transactions that began earlier and ended late',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'Europe/Berlin',
			description: 'Time zone Odoo shall calculate in; empty for that of the user',
		},
	],
};
