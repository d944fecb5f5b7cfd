import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { readCompanies, type OdooValue } from '../../../core/odoo';
import type { ClientOptions } from '../../shared/odoo/client';

/** The model to work on: picked from what the user may see, or written as its technical name. */
export const modelField: INodeProperties = {
	displayName: 'Model',
	name: 'model',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'Kind of record in Odoo, e.g. Transfer (stock.picking)',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchModels', searchable: true },
		},
		{
			displayName: 'By Technical Name',
			name: 'id',
			type: 'string',
			placeholder: 'stock.picking',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^[a-z_][a-z0-9_.]*$',
						errorMessage: 'A technical name, like stock.picking',
					},
				},
			],
		},
	],
};

/** Rare settings that every operation has, sorted into its own options by `sortedOptions`. */
const CONNECTION_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Companies',
		name: 'companies',
		type: 'string',
		default: '',
		placeholder: 'My Company, 3',
		description:
			'Names or IDs of the companies to work in, the main one first; empty for those of the user',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'de_DE',
		description: 'Language of translated fields and of Odoo’s messages; empty for that of the user',
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'Europe/Berlin',
		description: 'Time zone Odoo shall calculate in, e.g. for days; empty for that of the user',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description: 'Seconds to wait for an answer of Odoo',
	},
];

/** The Options collection of an operation. */
export const optionsField = (own: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...own, ...CONNECTION_OPTIONS].sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
});

interface ConnectionOptions {
	/** Text, or what an expression gives: a number or a list. */
	companies?: unknown;
	language?: string;
	timeZone?: string;
	timeout?: number;
	/** Of operations that write many records. */
	skipTracking?: boolean;
}

/** Client settings from the node's options. They hold for the whole run, so the first item's values count. */
export function clientOptions(node: IExecuteFunctions): ClientOptions {
	const options = node.getNodeParameter('options', 0, {}) as ConnectionOptions;
	const context: Record<string, OdooValue> = {
		...(options.language && { lang: options.language }),
		...(options.timeZone && { tz: options.timeZone }),
		...(options.skipTracking && { tracking_disable: true }),
	};
	return {
		context,
		companies: readCompanies(options.companies ?? ''),
		...(options.timeout && { timeoutMs: options.timeout * 1000 }),
	};
}

export const readModel = (node: IExecuteFunctions, itemIndex: number): string =>
	node.getNodeParameter('model', itemIndex, '', { extractValue: true }) as string;
