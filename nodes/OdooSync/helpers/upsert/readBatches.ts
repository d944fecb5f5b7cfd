import type { IDataObject, IExecuteFunctions, ResourceMapperValue } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { OdooClient } from '../../../shared/odoo/client';
import { success, ToMany } from '../../../../core/odoo';
import { safely } from '../../../shared/odoo/safely';
import { readModel } from '../parameters';
import type { LineRule } from './lineRules';
import type { RecordOutcome } from './outcome';
import { failedItem } from './outcome';

export enum MatchBy {
	Fields = 'fields',
	ExternalId = 'externalId',
}

export enum IfExists {
	Update = 'update',
	Skip = 'skip',
}

export enum NoMatch {
	Create = 'create',
	Fail = 'fail',
}

/** One item as the user described it, before any conversion. */
export interface UpsertInput {
	itemIndex: number;
	values: IDataObject;
	externalId: string;
}

/** Items that are written the same way to the same model. */
export interface UpsertBatch {
	model: string;
	matchBy: MatchBy;
	matchFields: string[];
	ifExists: IfExists;
	noMatch: NoMatch;
	dryRun: boolean;
	toMany: ToMany;
	lineRules: LineRule[];
	/** IANA zone for date-times without one. */
	zone: string;
	items: UpsertInput[];
}

/** Reads the parameters of every item and sorts the items into batches; an item that cannot be read fails alone. */
export async function readBatches(
	node: IExecuteFunctions,
	client: OdooClient,
): Promise<{ batches: UpsertBatch[]; failures: RecordOutcome[] }> {
	const batches = new Map<string, UpsertBatch>();
	const failures: RecordOutcome[] = [];
	for (let itemIndex = 0; itemIndex < node.getInputData().length; itemIndex += 1) {
		const read = await safely(async () => success(await readItem(node, client, itemIndex)));
		if (!read.ok) {
			failures.push(failedItem(itemIndex, read.failure));
			continue;
		}
		const { settings, input } = read.value;
		const signature = JSON.stringify(settings);
		const batch = batches.get(signature) ?? { ...settings, items: [] };
		batches.set(signature, batch);
		batch.items.push(input);
	}
	return { batches: [...batches.values()], failures };
}

interface ItemRead {
	settings: Omit<UpsertBatch, 'items'>;
	input: UpsertInput;
}

async function readItem(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
): Promise<ItemRead> {
	const model = readModel(node, itemIndex);
	const matchBy = node.getNodeParameter('matchBy', itemIndex) as MatchBy;
	const byFields = matchBy === MatchBy.Fields;
	const columns = node.getNodeParameter(
		byFields ? 'columns' : 'values',
		itemIndex,
	) as Partial<ResourceMapperValue>;
	const matchFields = byFields ? (columns.matchingColumns ?? []) : [];
	if (byFields && matchFields.length === 0) {
		throw new NodeOperationError(node.getNode(), 'No field to match on is chosen', {
			itemIndex,
			description: 'Choose at least one of "Fields to match on", or match by external ID.',
		});
	}
	return {
		settings: {
			model,
			matchBy,
			matchFields,
			ifExists: node.getNodeParameter('options.ifExists', itemIndex, IfExists.Update) as IfExists,
			noMatch: readNoMatch(node, itemIndex, matchFields),
			dryRun: node.getNodeParameter('options.dryRun', itemIndex, false) as boolean,
			toMany: node.getNodeParameter('options.toMany', itemIndex, ToMany.Replace) as ToMany,
			lineRules: node.getNodeParameter('options.lineMatching.rule', itemIndex, []) as LineRule[],
			zone: node.getTimezone(),
		},
		input: {
			itemIndex,
			values: await readValues(node, client, itemIndex, model, columns),
			externalId: byFields ? '' : (node.getNodeParameter('externalId', itemIndex) as string).trim(),
		},
	};
}

/** Odoo gives out ids itself: a record cannot be created under one that does not exist. */
function readNoMatch(node: IExecuteFunctions, itemIndex: number, matchFields: string[]): NoMatch {
	if (matchFields.includes('id')) return NoMatch.Fail;
	return node.getNodeParameter('options.noMatch', itemIndex, NoMatch.Create) as NoMatch;
}

/** Mapped values, or with automatic mapping the fields of the item that the model has. */
async function readValues(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
	model: string,
	columns: Partial<ResourceMapperValue>,
): Promise<IDataObject> {
	if (columns.mappingMode !== 'autoMapInputData') return withoutBlanks(columns.value ?? {});
	const schema = await client.schema(model);
	const { json } = node.getInputData()[itemIndex];
	if (!schema.ok) return json;
	const known = Object.entries(json).filter(([name]) => name in schema.value);
	hintAboutIgnored(node, Object.keys(json).length - known.length, model);
	return Object.fromEntries(known);
}

/** A mapped field that was left blank is null and means "do not touch"; an empty text clears the field. */
const withoutBlanks = (values: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

function hintAboutIgnored(node: IExecuteFunctions, ignored: number, model: string): void {
	if (ignored === 0) return;
	node.addExecutionHints({
		type: 'info',
		location: 'outputPane',
		message: `Some fields of the input items do not exist in ${model} and were not sent.`,
	});
}
