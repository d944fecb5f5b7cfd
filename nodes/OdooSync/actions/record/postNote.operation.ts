import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../../core/odoo';
import { Repeatable, success } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import { modelField, optionsField, readModel } from '../../helpers/parameters';
import { perItem } from '../../helpers/perItem';
import { readRecordIds, recordField } from '../../helpers/recordLocator';
import type { Operation } from '../operation';

const fields: Operation['fields'] = [
	modelField,
	recordField,
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		description: 'What to write in the chatter of the record; shown as it is, not as HTML',
	},
	optionsField([
		{
			displayName: 'Notify Followers',
			name: 'notifyFollowers',
			type: 'boolean',
			default: false,
			description:
				'Whether to send it as a message to everyone who follows the record, customers among them, instead of an internal note',
		},
	]),
];

async function postOnItem(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
): Promise<Result<IDataObject>> {
	const model = readModel(node, itemIndex);
	const ids = await readRecordIds(node, client, itemIndex, model);
	if (!ids.ok) return ids;
	const isMessage = node.getNodeParameter('options.notifyFollowers', itemIndex, false) as boolean;
	const messages: number[] = [];
	// One call for each record: Odoo posts on one at a time.
	for (const id of ids.value) {
		const posted = await client.call<number | number[]>({
			model,
			method: 'message_post',
			ids: [id],
			params: {
				body: node.getNodeParameter('text', itemIndex) as string,
				message_type: 'comment',
				subtype_xmlid: isMessage ? 'mail.mt_comment' : 'mail.mt_note',
			},
			repeatable: Repeatable.No,
		});
		if (!posted.ok) return posted;
		// JSON-2 answers with a list, JSON-RPC with the id itself.
		messages.push(...[posted.value].flat());
	}
	return success({ model, ids: ids.value, messages });
}

export const postNote: Operation = {
	fields,
	execute: async (node, client) =>
		await perItem(node, async (itemIndex) => await postOnItem(node, client, itemIndex)),
};
