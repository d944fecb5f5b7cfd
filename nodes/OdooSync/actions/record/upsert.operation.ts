import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { OdooClient } from '../../../shared/odoo/client';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { parameterReader } from '../../helpers/parameterReader';
import { modelField, optionsField } from '../../helpers/parameters';
import { BulkAction } from '../../helpers/bulkAction';
import { ExternalIdFinder } from '../../helpers/externalIds';
import { RelationResolver } from '../../helpers/relations';
import { hintAboutRun } from '../../helpers/upsert/hints';
import { Measures } from '../../helpers/upsert/measures';
import type { RecordOutcome } from '../../helpers/upsert/outcome';
import { MatchBy, readBatches } from '../../helpers/upsert/readBatches';
import type { RunTools } from '../../helpers/upsert/upsertBatch';
import { upsertBatch } from '../../helpers/upsert/upsertBatch';
import type { Operation } from '../operation';
import { upsertOptions } from './upsert.options';

const mapper = (isUpsert: boolean) => ({
	resourceMapper: {
		resourceMapperMethod: isUpsert ? 'getUpsertFields' : 'getWritableFields',
		mode: isUpsert ? ('upsert' as const) : ('add' as const),
		fieldWords: { singular: 'field', plural: 'fields' },
		addAllFields: false,
		multiKeyMatch: true,
		supportAutoMap: true,
		allowEmptyValues: true,
		noFieldsError: 'No fields found: choose a model first, and check the rights of the Odoo user.',
	},
	loadOptionsDependsOn: ['model.value'],
});

const NO_VALUES = { mappingMode: 'defineBelow', value: null };

const fields: Operation['fields'] = [
	modelField,
	{
		displayName: 'Match By',
		name: 'matchBy',
		type: 'options',
		default: 'fields',
		description: 'How an existing record is recognised',
		options: [
			{
				name: 'External ID',
				value: MatchBy.ExternalId,
				description: 'A name that Odoo keeps unique, also when several workers write at once',
			},
			{
				name: 'Fields',
				value: MatchBy.Fields,
				description: 'One or several fields, such as a reference, SKU or tracking number',
			},
		],
	},
	{
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'wms.order_4711',
		displayOptions: { show: { matchBy: [MatchBy.ExternalId] } },
		description: 'Written module.name, without blanks; the module says where the record comes from',
	},
	{
		displayName: 'Values to Send',
		name: 'columns',
		type: 'resourceMapper',
		default: NO_VALUES,
		required: true,
		typeOptions: mapper(true),
		displayOptions: { show: { matchBy: [MatchBy.Fields] } },
	},
	{
		displayName: 'Values to Send',
		name: 'values',
		type: 'resourceMapper',
		default: NO_VALUES,
		required: true,
		typeOptions: mapper(false),
		displayOptions: { show: { matchBy: [MatchBy.ExternalId] } },
	},
	optionsField(upsertOptions),
];

/** Reads all items first, so that Odoo is asked in batches, and gives every item its own outcome. */
async function execute(node: IExecuteFunctions, client: OdooClient) {
	const items = node.getInputData();
	const read = parameterReader(node);
	const { batches, failures } = await readBatches(node, client, read);
	const outcomes: RecordOutcome[] = [...failures];
	const tools = makeTools(client);
	for (const batch of batches) {
		for (const outcome of await upsertBatch(tools, batch)) outcomes.push(outcome);
	}
	hintAboutRun(node, outcomes, tools.externalIds.singleRequests);
	outcomes.sort((a, b) => a.itemIndex - b.itemIndex);
	return outcomes.map((outcome): ItemOutcome => {
		if (!outcome.ok) return outcome;
		const { itemIndex, record } = outcome;
		const keepInput = read('options.includeInput', itemIndex, false) as boolean;
		const input = keepInput ? items[itemIndex].json : {};
		return { ok: true, itemIndex, json: { ...input, ...record } as IDataObject };
	});
}

function makeTools(client: OdooClient): RunTools {
	const bulk = new BulkAction(client);
	const externalIds = new ExternalIdFinder(client, bulk);
	const relations = new RelationResolver(client, externalIds);
	return { client, bulk, externalIds, relations, measures: new Measures(client) };
}

export const upsert: Operation = { fields, execute };
