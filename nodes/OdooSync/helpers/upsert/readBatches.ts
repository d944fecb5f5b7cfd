import type { IDataObject, IExecuteFunctions, ResourceMapperValue } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { OdooClient } from '../../../shared/odoo/client';
import { success, ToMany } from '../../../../core/odoo';
import { safely } from '../../../shared/odoo/safely';
import type { ParameterReader } from '../parameterReader';
import type { LineRule } from './lineRules';
import type { RecordOutcome } from './outcome';
import { failedItem } from './outcome';

/** Field names in a hint. */
const MOST_NAMED = 10;

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
	read: ParameterReader,
): Promise<{ batches: UpsertBatch[]; failures: RecordOutcome[] }> {
	const batches = new Map<string, UpsertBatch>();
	const failures: RecordOutcome[] = [];
	const zone = node.getTimezone();
	const ignored = new Set<string>();
	for (let itemIndex = 0; itemIndex < node.getInputData().length; itemIndex += 1) {
		const item = await safely(async () => {
			const settings = readSettings(node, read, itemIndex, zone);
			const input = await readInput(node, client, read, itemIndex, settings, ignored);
			return success({ settings, input });
		});
		if (!item.ok) {
			failures.push(failedItem(itemIndex, item.failure));
			continue;
		}
		const { settings, input } = item.value;
		const signature = JSON.stringify(settings);
		const batch = batches.get(signature) ?? { ...settings, items: [] };
		batches.set(signature, batch);
		batch.items.push(input);
	}
	hintAboutIgnored(node, ignored);
	return { batches: [...batches.values()], failures };
}

type Settings = Omit<UpsertBatch, 'items'>;

const columnsName = (matchBy: MatchBy): string =>
	matchBy === MatchBy.Fields ? 'columns' : 'values';

function readSettings(
	node: IExecuteFunctions,
	read: ParameterReader,
	itemIndex: number,
	zone: string,
): Settings {
	const matchBy = read('matchBy', itemIndex) as MatchBy;
	const columns = read(columnsName(matchBy), itemIndex) as Partial<ResourceMapperValue>;
	const matchFields = matchBy === MatchBy.Fields ? (columns.matchingColumns ?? []) : [];
	if (matchBy === MatchBy.Fields && matchFields.length === 0) {
		throw new NodeOperationError(node.getNode(), 'No field to match on is chosen', {
			itemIndex,
			description: 'Choose at least one of "Fields to match on", or match by external ID.',
		});
	}
	const noMatch = read('options.noMatch', itemIndex, NoMatch.Create) as NoMatch;
	return {
		model: read('model', itemIndex, '', { extractValue: true }) as string,
		matchBy,
		matchFields,
		ifExists: read('options.ifExists', itemIndex, IfExists.Update) as IfExists,
		// Odoo gives out ids itself: a record cannot be created under one that does not exist.
		noMatch: matchFields.includes('id') ? NoMatch.Fail : noMatch,
		dryRun: read('options.dryRun', itemIndex, false) as boolean,
		toMany: read('options.toMany', itemIndex, ToMany.Replace) as ToMany,
		lineRules: read('options.lineMatching.rule', itemIndex, []) as LineRule[],
		zone,
	};
}

async function readInput(
	node: IExecuteFunctions,
	client: OdooClient,
	read: ParameterReader,
	itemIndex: number,
	{ model, matchBy }: Settings,
	ignored: Set<string>,
): Promise<UpsertInput> {
	const columns = read(columnsName(matchBy), itemIndex) as Partial<ResourceMapperValue>;
	const byFields = matchBy === MatchBy.Fields;
	return {
		itemIndex,
		values: await readValues(node, client, itemIndex, model, columns, ignored),
		externalId: byFields ? '' : String(read('externalId', itemIndex)).trim(),
	};
}

/** Mapped values, or with automatic mapping the fields of the item that the model has. */
async function readValues(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
	model: string,
	columns: Partial<ResourceMapperValue>,
	ignored: Set<string>,
): Promise<IDataObject> {
	if (columns.mappingMode !== 'autoMapInputData') return withoutBlanks(columns.value ?? {});
	const schema = await client.schema(model);
	const { json } = node.getInputData()[itemIndex];
	if (!schema.ok) return json;
	const known: IDataObject = {};
	for (const [name, value] of Object.entries(json)) {
		if (name in schema.value) known[name] = value;
		else ignored.add(name);
	}
	return known;
}

/** A mapped field that was left blank is null and means "do not touch"; an empty text clears the field. */
const withoutBlanks = (values: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

function hintAboutIgnored(node: IExecuteFunctions, ignored: Set<string>): void {
	if (ignored.size === 0) return;
	const some = [...ignored].slice(0, MOST_NAMED).join(', ');
	node.addExecutionHints({
		type: 'info',
		location: 'outputPane',
		message: `Fields of the input items that the model does not have were not sent: ${some}${ignored.size > MOST_NAMED ? ', …' : ''}`,
	});
}
