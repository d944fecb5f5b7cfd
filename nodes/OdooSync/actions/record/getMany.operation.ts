import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Domain, OdooRecord, Result } from '../../../../core/odoo';
import { simplifyRecord, success, tellingFields } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { safely } from '../../../shared/odoo/safely';
import { filterFields, readDomain } from '../../helpers/filter';
import type { RecordSearch } from '../../helpers/findRecords';
import { findPages, findRecords } from '../../helpers/findRecords';
import { limitFields } from '../../helpers/limitFields';
import { modelField, optionsField, readModel } from '../../helpers/parameters';
import { RecordFiles } from '../../helpers/recordFiles';
import type { Operation } from '../operation';
import type { GetManyOptions } from './getMany.options';
import { DEFAULT_PER_FILE, getManyOptions } from './getMany.options';

const fields: Operation['fields'] = [
	modelField,
	...filterFields,
	...limitFields,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	optionsField(getManyOptions),
];

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
			if (search.options.outputFile) return await intoFiles(node, client, itemIndex, search);
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

interface PreparedSearch {
	search: RecordSearch;
	change: (record: OdooRecord) => OdooRecord;
}

async function prepareSearch(
	client: OdooClient,
	{ model, domain, limit, simplify, options }: Search,
): Promise<Result<PreparedSearch>> {
	const schema = await client.schema(model);
	if (!schema.ok) return schema;
	const chosen = options.fields ?? [];
	return success({
		search: {
			model,
			domain,
			limit,
			fields: chosen.length > 0 || !simplify ? chosen : tellingFields(schema.value),
			order: options.order ?? '',
			includeArchived: options.includeArchived ?? false,
			afterId: options.afterId ?? 0,
		},
		change: (record) => (simplify ? simplifyRecord(record, schema.value) : record),
	});
}

async function runSearch(client: OdooClient, search: Search): Promise<Result<OdooRecord[]>> {
	const prepared = await prepareSearch(client, search);
	if (!prepared.ok) return prepared;
	return await findRecords(client, prepared.value.search, prepared.value.change);
}

async function intoFiles(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
	search: Search,
): Promise<Result<ItemOutcome[]>> {
	const prepared = await prepareSearch(client, search);
	if (!prepared.ok) return prepared;
	const { outputFile = '', recordsPerFile = DEFAULT_PER_FILE } = search.options;
	const files = new RecordFiles(node, search.model, recordsPerFile);
	for await (const page of findPages(client, prepared.value.search)) {
		if (!page.ok) return page;
		for (const record of page.value) await files.add(prepared.value.change(record));
	}
	return success(
		(await files.end()).map(({ json, file }) => ({
			ok: true,
			itemIndex,
			json,
			binary: { [outputFile]: file },
		})),
	);
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
