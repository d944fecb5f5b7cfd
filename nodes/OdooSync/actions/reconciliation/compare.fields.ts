import type { INodeProperties } from 'n8n-workflow';
import { COMPARISON_PRESETS, ValueKind } from '../../../../core/odoo/reconcile';
import { modelField, optionsField } from '../../helpers/parameters';
import { CUSTOM } from '../../helpers/reconciliation/readPlan';

const custom = { show: { compare: [CUSTOM] } };

const pairValues: INodeProperties[] = [
	{
		displayName: 'Field of the Items',
		name: 'source',
		type: 'string',
		default: '',
		placeholder: 'e.g. sku',
	},
	{
		displayName: 'Field in Odoo',
		name: 'odoo',
		type: 'string',
		default: '',
		placeholder: 'e.g. product_id.default_code',
		description: 'Technical name; a dot follows a relation once',
	},
];

const pairs = (
	{
		displayName,
		name,
		placeholder,
		description,
	}: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description'>,
	more: INodeProperties[] = [],
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder,
	default: {},
	displayOptions: custom,
	description,
	options: [{ displayName: 'Field', name: 'pair', values: [...pairValues, ...more] }],
});

const toleranceField: INodeProperties = {
	displayName: 'Tolerance for Numbers',
	name: 'tolerance',
	type: 'collection',
	placeholder: 'Add Tolerance',
	default: {},
	description: 'Differences up to this count as none; the more generous of the two counts',
	options: [
		{
			displayName: 'Absolute',
			name: 'absolute',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'In the unit of the value',
		},
		{
			displayName: 'Percent',
			name: 'percent',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Of what Odoo has',
		},
	],
};

/** All items are one side, what Odoo has is the other. */
export const compareFields: INodeProperties[] = [
	{
		displayName: 'What to Compare',
		name: 'compare',
		type: 'options',
		default: CUSTOM,
		options: [
			...COMPARISON_PRESETS.map(({ id, name, description }) => ({ name, value: id, description })),
			{
				name: 'Anything Else',
				value: CUSTOM,
				description: 'Any model, by fields that you name',
			},
		],
	},
	...COMPARISON_PRESETS.map(
		({ id, description }): INodeProperties => ({
			displayName: description,
			name: `${id}Notice`,
			type: 'notice',
			default: '',
			displayOptions: { show: { compare: [id] } },
		}),
	),
	{ ...modelField, displayOptions: custom },
	pairs({
		displayName: 'Keys',
		name: 'keys',
		placeholder: 'Add Key',
		description: 'Which rows belong together; rows with the same key are added up',
	}),
	pairs(
		{
			displayName: 'Values to Compare',
			name: 'values',
			placeholder: 'Add Value',
			description: 'What should be the same on both sides',
		},
		[
			{
				displayName: 'Compared As',
				name: 'kind',
				type: 'options',
				default: 'number',
				options: [
					{ name: 'Number', value: ValueKind.Number },
					{ name: 'Text', value: ValueKind.Text },
					{ name: 'Time', value: ValueKind.Time },
				],
			},
		],
	),
	toleranceField,
	{
		displayName: 'Keep Exceptions in Odoo',
		name: 'keepExceptions',
		type: 'boolean',
		default: false,
		description:
			'Whether to open an exception for each difference, and to resolve those of earlier runs that have healed',
	},
	{
		displayName: 'Name of the Reconciliation',
		name: 'reconciliation',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Stock of the main warehouse',
		displayOptions: { show: { keepExceptions: [true] } },
		description: 'The same in every run: it tells which exceptions belong to this comparison',
	},
	optionsField([
		{
			displayName: 'Domain',
			name: 'domain',
			type: 'json',
			default: '[]',
			description:
				'Only records in this domain of Odoo are compared, e.g. [["company_id", "=", 1]]',
		},
		{
			displayName: 'Include Matched',
			name: 'includeMatched',
			type: 'boolean',
			default: false,
			description: 'Whether to put out what is the same, too; it is counted in any case',
		},
	]),
];
