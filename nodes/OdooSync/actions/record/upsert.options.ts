import type { INodeProperties } from 'n8n-workflow';
import { MissingLines, ToMany } from '../../../../core/odoo';
import { IfExists, NoMatch } from '../../helpers/upsert/readBatches';

export const upsertOptions: INodeProperties[] = [
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description:
			'Whether to only say what would be created or changed, before and after, without writing',
	},
	{
		displayName: 'If a Record Exists',
		name: 'ifExists',
		type: 'options',
		default: 'update',
		options: [
			{ name: 'Leave It Alone', value: IfExists.Skip, description: 'Only ever create' },
			{ name: 'Update It', value: IfExists.Update },
		],
	},
	{
		displayName: 'If No Record Matches',
		name: 'noMatch',
		type: 'options',
		default: 'create',
		options: [
			{ name: 'Create It', value: NoMatch.Create },
			{ name: 'Fail', value: NoMatch.Fail, description: 'Only ever update existing records' },
		],
	},
	{
		displayName: 'Line Matching',
		name: 'lineMatching',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Rule',
		default: {},
		description:
			'How lines, such as those of an order, are recognised within their record; by their product when nothing is set',
		options: [
			{
				displayName: 'Rule',
				name: 'rule',
				values: [
					{
						displayName: 'Lines',
						name: 'field',
						type: 'string',
						default: '',
						placeholder: 'order_line',
						description: 'Technical name of the field that holds the lines',
					},
					{
						displayName: 'Recognised By',
						name: 'keys',
						type: 'string',
						default: '',
						placeholder: 'product_id, name',
						description: 'Fields of a line that tell it from the others, separated by commas',
					},
					{
						displayName: 'Lines That Are Not in the Item',
						name: 'missing',
						type: 'options',
						default: 'keep',
						options: [
							{ name: 'Delete', value: MissingLines.Delete },
							{ name: 'Keep', value: MissingLines.Keep },
						],
					},
				],
			},
		],
	},
	{
		displayName: 'Several Related Records',
		name: 'toMany',
		type: 'options',
		default: 'replace',
		description: 'What happens to records that a field such as tags has already',
		options: [
			{ name: 'Add', value: ToMany.Add, description: 'The given ones come on top' },
			{ name: 'Replace', value: ToMany.Replace, description: 'Only the given ones stay' },
		],
	},
	{
		displayName: 'Skip Change Log',
		name: 'skipTracking',
		type: 'boolean',
		default: false,
		description:
			'Whether to leave out Odoo’s log of changed fields in the chatter, which takes most of the time of large updates',
	},
	{
		displayName: 'Include Input Fields',
		name: 'includeInput',
		type: 'boolean',
		default: false,
		description: 'Whether to keep the fields of the input item beside the outcome',
	},
];
