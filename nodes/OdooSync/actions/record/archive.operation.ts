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
	optionsField([
		{
			displayName: 'Restore',
			name: 'restore',
			type: 'boolean',
			default: false,
			description: 'Whether to bring archived records back instead',
		},
	]),
];

async function archiveOnItem(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
): Promise<Result<IDataObject>> {
	const model = readModel(node, itemIndex);
	const ids = await readRecordIds(node, client, itemIndex, model);
	if (!ids.ok) return ids;
	const restore = node.getNodeParameter('options.restore', itemIndex, false) as boolean;
	const done = await client.call({
		model,
		// Odoo's own actions: models refuse, or take along what belongs to the record.
		method: restore ? 'action_unarchive' : 'action_archive',
		ids: ids.value,
		repeatable: Repeatable.Yes,
	});
	return done.ok ? success({ model, ids: ids.value, active: restore }) : done;
}

export const archive: Operation = {
	fields,
	execute: async (node, client) =>
		await perItem(node, async (itemIndex) => await archiveOnItem(node, client, itemIndex)),
};
