import type { IDataObject } from 'n8n-workflow';
import { failed, failure, OdooErrorKind, success } from '../../../../core/odoo';
import {
	APPLY_ACTION,
	ApplyOutcome,
	ExceptionCategory,
	GROUP_OPERATOR,
	Severity,
} from '../../../../core/odoo/apply';
import { exceptionCommand } from '../../helpers/exceptions/exceptionCommand';
import { sendCommands } from '../../helpers/events/sendCommands';
import { modelField, optionsField, readModel } from '../../helpers/parameters';
import { perItem } from '../../helpers/perItem';
import { readRecordIds, recordField } from '../../helpers/recordLocator';
import { actionId } from '../../../shared/odoo/setupState';
import type { Operation } from '../operation';

const fields: Operation['fields'] = [
	modelField,
	recordField,
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
			{ name: 'Low', value: Severity.Low },
			{ name: 'Medium', value: Severity.Medium },
		],
	},
	{
		displayName: 'Hold Document',
		name: 'hold',
		type: 'boolean',
		default: false,
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

/** Opens an exception on a document, through the apply action: in one transaction, once for each cause. */
export const open: Operation = {
	fields,
	execute: async (node, client) =>
		await perItem(node, async (itemIndex) => {
			const model = readModel(node, itemIndex);
			const ids = await readRecordIds(node, client, itemIndex, model);
			if (!ids.ok) return ids;
			const action = await actionId(client, APPLY_ACTION);
			if (!action.ok) return action;
			const text = (name: string) => node.getNodeParameter(name, itemIndex) as string;
			const command = exceptionCommand(
				{ model, ids: ids.value },
				{
					category: ExceptionCategory.Failed,
					cause: text('cause').toLowerCase().replace(SLUG, '_'),
					message: text('message'),
					severity: text('severity') as Severity,
					hold: node.getNodeParameter('hold', itemIndex) as boolean,
					group: node.getNodeParameter('options.group', itemIndex, GROUP_OPERATOR) as string,
				},
			);
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
			const [{ outcome, message, documents }] = sent.results;
			if (outcome === ApplyOutcome.Applied) {
				return success({ opened: true, documents } as unknown as IDataObject);
			}
			return failed(failure(OdooErrorKind.Validation, message, { model }));
		}),
};
