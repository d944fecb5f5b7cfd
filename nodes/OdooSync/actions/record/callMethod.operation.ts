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
import { modelField, optionsField, readModel } from '../../helpers/parameters';
import { perItem } from '../../helpers/perItem';
import { readRecordIds, recordField } from '../../helpers/recordLocator';
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
	{ ...recordField, displayOptions: { show: { runOn: [RunOn.Record] } } },
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
	return await perItem(
		node,
		async (itemIndex) => await callOnItem(node, client, itemIndex, allowList),
	);
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
	const ids = await readRunOn(node, client, itemIndex, model);
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
async function readRunOn(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
	model: string,
): Promise<Result<number[] | undefined>> {
	if (node.getNodeParameter('runOn', itemIndex) === RunOn.Model) return success(undefined);
	return await readRecordIds(node, client, itemIndex, model);
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
