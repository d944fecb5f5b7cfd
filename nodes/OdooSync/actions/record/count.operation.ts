import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../../core/odoo';
import { success } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import { filterFields, readDomain } from '../../helpers/filter';
import { modelField, optionsField, readModel } from '../../helpers/parameters';
import { perItem } from '../../helpers/perItem';
import type { Operation } from '../operation';

const fields: Operation['fields'] = [
	modelField,
	...filterFields,
	optionsField([
		{
			displayName: 'Include Archived',
			name: 'includeArchived',
			type: 'boolean',
			default: false,
			description: 'Whether to count archived records too',
		},
	]),
];

async function countOnItem(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
): Promise<Result<IDataObject>> {
	const model = readModel(node, itemIndex);
	const archivedToo = node.getNodeParameter('options.includeArchived', itemIndex, false) as boolean;
	const count = await client.read<number>({
		model,
		method: 'search_count',
		params: { domain: await readDomain(node, client, model, itemIndex) },
		...(archivedToo && { context: { active_test: false } }),
	});
	return count.ok ? success({ model, count: count.value }) : count;
}

export const count: Operation = {
	fields,
	execute: async (node, client) =>
		await perItem(node, async (itemIndex) => await countOnItem(node, client, itemIndex)),
};
