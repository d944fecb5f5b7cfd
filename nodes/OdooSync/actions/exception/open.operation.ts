import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { OdooRecord, Result } from '../../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../../core/odoo';
import {
	APPLY_ACTION,
	ApplyOutcome,
	type ApplyResult,
	EXCEPTION_MODEL,
	ExceptionCategory,
	GROUP_OPERATOR,
	Severity,
} from '../../../../core/odoo/apply';
import type { OdooClient } from '../../../shared/odoo/client';
import { exceptionCommand } from '../../helpers/exceptions/exceptionCommand';
import { EXCEPTION_FIELDS, simplifyException } from '../../helpers/exceptions/row';
import { sendCommands } from '../../helpers/events/sendCommands';
import { modelField, optionsField, readModel } from '../../helpers/parameters';
import { perItem } from '../../helpers/perItem';
import { readRecordIds, recordField } from '../../helpers/recordLocator';
import { actionId } from '../../../shared/odoo/setupState';
import type { Operation } from '../operation';

enum About {
	Nothing = 'nothing',
	Record = 'record',
}

const onRecord = { show: { about: [About.Record] } };

const fields: Operation['fields'] = [
	{
		displayName: 'About',
		name: 'about',
		type: 'options',
		default: 'record',
		options: [
			{
				name: 'Nothing in Odoo',
				value: About.Nothing,
				description: 'Such as a workflow that failed',
			},
			{ name: 'Record', value: About.Record, description: 'A document, which can be held' },
		],
	},
	{ ...modelField, displayOptions: onRecord },
	{ ...recordField, displayOptions: onRecord },
	{
		displayName: 'Cause',
		name: 'cause',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. address_doubtful',
		description:
			'Short and stable: the same cause on the same document is counted, not opened a second time',
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		description: 'What is wrong, and what to do about it',
	},
	{
		displayName: 'Severity',
		name: 'severity',
		type: 'options',
		default: 'medium',
		options: [
			{ name: 'Critical', value: Severity.Critical },
			{ name: 'High', value: Severity.High },
			{ name: 'Medium', value: Severity.Medium },
			{ name: 'Low', value: Severity.Low },
		],
	},
	{
		displayName: 'Hold Document',
		name: 'hold',
		type: 'boolean',
		default: false,
		displayOptions: onRecord,
		description: 'Whether later events of the document wait until it is released',
	},
	optionsField([
		{
			displayName: 'Group to Tell',
			name: 'group',
			type: 'string',
			default: GROUP_OPERATOR,
			description: 'External ID of the group whose members get an activity',
		},
	]),
];

const SLUG = /[^a-z0-9]+/g;

interface Documents {
	model: string;
	ids: number[];
}

async function readDocuments(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
): Promise<Result<Documents | null>> {
	if ((node.getNodeParameter('about', itemIndex, About.Record) as About) === About.Nothing) {
		return success(null);
	}
	const model = readModel(node, itemIndex);
	const ids = await readRecordIds(node, client, itemIndex, model);
	return ids.ok ? success({ model, ids: ids.value }) : ids;
}

/** Opens an exception through the apply action: in one transaction, once for each document and cause. */
export const open: Operation = {
	fields,
	execute: async (node, client) =>
		await perItem(node, async (itemIndex) => {
			const documents = await readDocuments(node, client, itemIndex);
			if (!documents.ok) return documents;
			const action = await actionId(client, APPLY_ACTION);
			if (!action.ok) return action;
			const text = (name: string) => node.getNodeParameter(name, itemIndex) as string;
			const cause = text('cause').toLowerCase().replace(SLUG, '_');
			const command = exceptionCommand(documents.value, {
				category: ExceptionCategory.Failed,
				cause,
				message: text('message'),
				severity: text('severity') as Severity,
				hold: node.getNodeParameter('hold', itemIndex, false) as boolean,
				group: node.getNodeParameter('options.group', itemIndex, GROUP_OPERATOR) as string,
			});
			const [sent] = await sendCommands(client, [{ commands: [command] }], {
				actionId: action.value,
				batchSize: 1,
				request: {
					dry_run: false,
					ledger: false,
					workflow: node.getWorkflow().name ?? '',
					execution: node.getExecutionId(),
					tables: {},
				},
			});
			if (!sent.ok) return sent;
			const [result] = sent.results;
			if (result.outcome !== ApplyOutcome.Applied) {
				const model = documents.value?.model;
				return failed(failure(OdooErrorKind.Validation, result.message, { model }));
			}
			return await report(client, result, documents.value, cause);
		}),
};

/** Odoo says in its changes what it opened; the same once more is only counted. */
async function report(
	client: OdooClient,
	{ changes, documents }: ApplyResult,
	about: Documents | null,
	cause: string,
): Promise<Result<IDataObject>> {
	const rows = await client.read<OdooRecord[]>({
		model: EXCEPTION_MODEL,
		method: 'search_read',
		params: {
			domain: [
				['x_cause', '=', cause],
				['x_category', '=', ExceptionCategory.Failed],
				['x_model', '=', about?.model ?? false],
				['x_res_id', 'in', about?.ids ?? [0]],
			],
			fields: [...EXCEPTION_FIELDS],
		},
	});
	if (!rows.ok) return rows;
	const exceptions = rows.value.map(simplifyException);
	return success({
		opened: changes.some(({ model }) => model === EXCEPTION_MODEL),
		documents,
		...(exceptions.length === 1 ? exceptions[0] : { exceptions }),
	} as unknown as IDataObject);
}
