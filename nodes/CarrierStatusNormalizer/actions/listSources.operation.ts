import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';
import { listSources } from '../../../core/carriers';

const fields: INodeProperties[] = [
	{
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		placeholder: 'e.g. dhl',
		description: 'Part of the name or identifier. Empty: all sources.',
	},
];

export const description = updateDisplayOptions({ show: { operation: ['listSources'] } }, fields);

/** One item per built-in source, for the input as a whole: with its document, tables and what is missing. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const search = String(this.getNodeParameter('search', 0, ''))
		.trim()
		.toLowerCase();
	const pairedItem = this.getInputData().map((_item, item) => ({ item }));
	return [
		listSources()
			.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(search))
			.map((source) => ({ json: { ...source } as unknown as IDataObject, pairedItem })),
	];
}
