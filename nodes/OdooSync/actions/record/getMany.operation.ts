import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Domain, OdooRecord } from '../../../../core/odoo';
import { simplifyRecord, success, tellingFields } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { safely } from '../../../shared/odoo/safely';
import { filterFields, readDomain } from '../../helpers/filter';
import { findRecords } from '../../helpers/findRecords';
import { modelField, optionsField, readModel } from '../../helpers/parameters';
import type { Operation } from '../operation';

const fields: Operation['fields'] = [
	modelField,
	...filterFields,
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	optionsField([
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
	]),
];

interface GetManyOptions {
	fields?: string[];
	includeArchived?: boolean;
	order?: string;
	outputField?: string;
}

interface Search {
	model: string;
	domain: Domain;
	limit: number;
	simplify: boolean;
	options: GetManyOptions;
}

async function execute(node: IExecuteFunctions, client: OdooClient) {
	const items = node.getInputData();
	const outcomes: ItemOutcome[] = [];
	// Items that ask the same question get the same answer: Odoo is asked once.
	const answers = new Map<string, ReturnType<typeof runSearch>>();
	for (let itemIndex = 0; itemIndex < items.length; itemIndex += 1) {
		const found = await safely(async () => {
			const search = await readSearch(node, client, itemIndex);
			const question = JSON.stringify(search);
			const answer = answers.get(question) ?? runSearch(client, search);
			answers.set(question, answer);
			const records = await answer;
			return records.ok
				? success(asOutcomes(items[itemIndex], itemIndex, records.value, search.options))
				: records;
		});
		if (!found.ok) outcomes.push({ ok: false, itemIndex, failure: found.failure });
		else for (const outcome of found.value) outcomes.push(outcome);
	}
	return outcomes;
}

async function readSearch(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
): Promise<Search> {
	const model = readModel(node, itemIndex);
	const returnAll = node.getNodeParameter('returnAll', itemIndex);
	const limit = returnAll ? Infinity : node.getNodeParameter('limit', itemIndex);
	if (model === '') {
		throw new NodeOperationError(node.getNode(), 'No model is chosen', { itemIndex });
	}
	return {
		model,
		domain: await readDomain(node, client, model, itemIndex),
		limit,
		simplify: node.getNodeParameter('simplify', itemIndex) as boolean,
		options: node.getNodeParameter('options', itemIndex, {}) as GetManyOptions,
	};
}

async function runSearch(client: OdooClient, { model, domain, limit, simplify, options }: Search) {
	const schema = await client.schema(model);
	if (!schema.ok) return schema;
	const chosen = options.fields ?? [];
	const wanted = chosen.length > 0 || !simplify ? chosen : tellingFields(schema.value);
	const found = await findRecords(client, {
		model,
		domain,
		limit,
		fields: wanted,
		order: options.order ?? '',
		includeArchived: options.includeArchived ?? false,
	});
	if (!found.ok || !simplify) return found;
	return { ...found, value: found.value.map((record) => simplifyRecord(record, schema.value)) };
}

function asOutcomes(
	item: INodeExecutionData,
	itemIndex: number,
	records: OdooRecord[],
	{ outputField }: GetManyOptions,
): ItemOutcome[] {
	if (outputField) {
		return [
			{ ok: true, itemIndex, json: { ...item.json, [outputField]: records as IDataObject[] } },
		];
	}
	return records.map((record) => ({ ok: true, itemIndex, json: record as IDataObject }));
}

export const getMany: Operation = { fields, execute };
