import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { OdooFailure, OdooValue, Result } from '../../../../core/odoo';
import {
	failed,
	failure,
	isMethodAllowed,
	OdooErrorKind,
	Repeatable,
	success,
} from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import { CREDENTIAL_TYPE } from '../../../shared/odoo/credential';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { safely } from '../../../shared/odoo/safely';
import { resolveExternalId } from '../../helpers/externalIds';
import { modelField, optionsField, readModel } from '../../helpers/parameters';
import type { Operation } from '../operation';

enum RunOn {
	Record = 'record',
	Model = 'model',
}

const fields: Operation['fields'] = [
	modelField,
	{
		displayName: 'Method',
		name: 'method',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'message_post',
		description:
			'Name of the method. It must be among the Allowed Methods of the credential, and public in Odoo.',
	},
	{
		displayName: 'Run On',
		name: 'runOn',
		type: 'options',
		default: 'record',
		options: [
			{
				name: 'Records',
				value: RunOn.Record,
				description: 'The method acts on one or more records',
			},
			{
				name: 'Model',
				value: RunOn.Model,
				description: 'The method belongs to the model as a whole',
			},
		],
	},
	{
		displayName: 'Record',
		name: 'record',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The record to run the method on; several IDs are separated by commas',
		displayOptions: { show: { runOn: [RunOn.Record] } },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchRecords', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: '42' },
			{
				displayName: 'By External ID',
				name: 'externalId',
				type: 'string',
				placeholder: 'stock.warehouse0',
			},
		],
	},
	{
		displayName: 'Arguments',
		name: 'arguments',
		type: 'json',
		default: '{}',
		description: 'Named arguments of the method as a JSON object, e.g. {"body": "Arrived"}',
	},
	optionsField([
		{
			displayName: 'Safe to Repeat',
			name: 'safeToRepeat',
			type: 'boolean',
			default: false,
			description:
				'Whether the method may run twice without harm, so that it is sent again when no answer came',
		},
	]),
];

async function execute(node: IExecuteFunctions, client: OdooClient) {
	const allowList = await readAllowList(node);
	const outcomes: ItemOutcome[] = [];
	for (let itemIndex = 0; itemIndex < node.getInputData().length; itemIndex += 1) {
		const result = await safely(async () => await callOnItem(node, client, itemIndex, allowList));
		outcomes.push(
			result.ok
				? { ok: true, itemIndex, json: result.value }
				: { ok: false, itemIndex, failure: result.failure },
		);
	}
	return outcomes;
}

async function readAllowList(node: IExecuteFunctions): Promise<string> {
	const credential = await node.getCredentials(CREDENTIAL_TYPE);
	return String(credential.allowedMethods ?? '');
}

async function callOnItem(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
	allowList: string,
): Promise<Result<IDataObject>> {
	const model = readModel(node, itemIndex);
	const method = (node.getNodeParameter('method', itemIndex) as string).trim();
	if (!isMethodAllowed(allowList, model, method)) return failed(notAllowed(model, method));
	const ids = await readIds(node, client, itemIndex, model);
	if (!ids.ok) return ids;
	const safeToRepeat = node.getNodeParameter('options.safeToRepeat', itemIndex, false) as boolean;
	const result = await client.call<OdooValue>({
		model,
		method,
		ids: ids.value,
		params: readArguments(node, itemIndex),
		repeatable: safeToRepeat ? Repeatable.Yes : Repeatable.No,
	});
	if (!result.ok) return result;
	return success({ model, method, ids: ids.value ?? [], result: result.value as IDataObject });
}

const notAllowed = (model: string, method: string): OdooFailure =>
	failure(OdooErrorKind.Configuration, `The credential does not allow ${model}.${method}`, {
		model,
		method,
		advice: `Add the line "${model}.${method}" to Allowed Methods of the Odoo Sync credential, if the workflow may run it.`,
	});

/** Ids of the records, or undefined for a method of the model. */
async function readIds(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
	model: string,
): Promise<Result<number[] | undefined>> {
	if (node.getNodeParameter('runOn', itemIndex) === RunOn.Model) return success(undefined);
	const locator = node.getNodeParameter('record', itemIndex) as { mode: string; value: unknown };
	if (locator.mode === 'externalId') {
		const found = await resolveExternalId(client, String(locator.value), model);
		return found.ok ? success([found.value]) : found;
	}
	const parts = Array.isArray(locator.value) ? locator.value : String(locator.value).split(',');
	const ids = parts.map(Number);
	if (ids.length > 0 && ids.every((id) => Number.isInteger(id) && id > 0)) return success(ids);
	return failed(
		failure(OdooErrorKind.Configuration, `"${String(locator.value)}" is not an ID of ${model}`, {
			model,
			advice: 'Choose a record, or give its ID (a whole number) or its external ID.',
		}),
	);
}

function readArguments(node: IExecuteFunctions, itemIndex: number): Record<string, OdooValue> {
	const raw = node.getNodeParameter('arguments', itemIndex) as string | Record<string, OdooValue>;
	if (typeof raw !== 'string') return raw;
	const parsed = parseObject(raw);
	if (parsed) return parsed;
	throw new NodeOperationError(node.getNode(), 'Arguments is not a JSON object', {
		itemIndex,
		description: 'Write named arguments, e.g. {"body": "Arrived"}; an empty object for none.',
	});
}

function parseObject(text: string): Record<string, OdooValue> | null {
	try {
		const parsed: unknown = JSON.parse(text.trim() || '{}');
		const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
		return isObject ? (parsed as Record<string, OdooValue>) : null;
	} catch {
		return null;
	}
}

export const callMethod: Operation = { fields, execute };
