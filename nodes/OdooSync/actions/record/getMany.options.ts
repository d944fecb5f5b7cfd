import type { INodeProperties } from 'n8n-workflow';

/** Records in a file, where the output goes into files. */
export const DEFAULT_PER_FILE = 10_000;

/** What Options holds, as `getNodeParameter` gives it. */
export interface GetManyOptions {
	fields?: string[];
	includeArchived?: boolean;
	order?: string;
	outputField?: string;
	outputFile?: string;
	recordsPerFile?: number;
	afterId?: number;
}

export const getManyOptions: INodeProperties[] = [
	{
		displayName: 'Field Names or IDs',
		name: 'fields',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getFields', loadOptionsDependsOn: ['model.value'] },
		default: [],
		description:
			'Fields to return; none for the most telling ones. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Include Archived',
		name: 'includeArchived',
		type: 'boolean',
		default: false,
		description: 'Whether to find archived records too',
	},
	{
		displayName: 'Order',
		name: 'order',
		type: 'string',
		default: '',
		placeholder: 'scheduled_date desc',
		description: 'Sort order in Odoo’s notation; by ID when empty',
	},
	{
		displayName: 'Put Output in Field',
		name: 'outputField',
		type: 'string',
		default: '',
		placeholder: 'deliveries',
		hint: 'Every input item then comes out exactly once, also when nothing was found',
		description: 'Name of a field of the input item that gets the found records as a list',
	},
	{
		displayName: 'Put Output in File',
		name: 'outputFile',
		type: 'string',
		default: '',
		placeholder: 'data',
		hint: 'For very many records: only one page of them is in memory at a time',
		description:
			'Name of a binary field that gets the found records as a JSON file; each file is an item of its own',
	},
	{
		displayName: 'Records per File',
		name: 'recordsPerFile',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_PER_FILE,
		description: 'Most records in one file, where the output goes into files',
	},
	{
		displayName: 'Start After ID',
		name: 'afterId',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'Only records with a higher ID: pass the last ID of one run to the next, to read in portions',
	},
];
