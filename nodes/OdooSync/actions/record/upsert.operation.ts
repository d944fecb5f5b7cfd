import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { MissingLines, ToMany } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { modelField, optionsField } from '../../helpers/parameters';
import { ExternalIdFinder } from '../../helpers/externalIds';
import { RelationResolver } from '../../helpers/relations';
import { Measures } from '../../helpers/upsert/measures';
import type { RecordOutcome } from '../../helpers/upsert/outcome';
import { IfExists, MatchBy, NoMatch, readBatches } from '../../helpers/upsert/readBatches';
import type { RunTools } from '../../helpers/upsert/upsertBatch';
import { upsertBatch } from '../../helpers/upsert/upsertBatch';
import type { Operation } from '../operation';

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
	optionsField([
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
	]),
];

/** Reads all items first, so that Odoo is asked in batches, and gives every item its own outcome. */
async function execute(node: IExecuteFunctions, client: OdooClient) {
	const items = node.getInputData();
	const { batches, failures } = await readBatches(node, client);
	const outcomes: RecordOutcome[] = [...failures];
	const tools = makeTools(client);
	for (const batch of batches) {
		for (const outcome of await upsertBatch(tools, batch)) outcomes.push(outcome);
	}
	outcomes.sort((a, b) => a.itemIndex - b.itemIndex);
	return outcomes.map((outcome): ItemOutcome => {
		if (!outcome.ok) return outcome;
		const { itemIndex, record } = outcome;
		const keepInput = node.getNodeParameter('options.includeInput', itemIndex, false) as boolean;
		const input = keepInput ? items[itemIndex].json : {};
		return { ok: true, itemIndex, json: { ...input, ...record } as IDataObject };
	});
}

function makeTools(client: OdooClient): RunTools {
	const externalIds = new ExternalIdFinder(client);
	const relations = new RelationResolver(client, externalIds);
	return { client, externalIds, relations, measures: new Measures(client) };
}

export const upsert: Operation = { fields, execute };
