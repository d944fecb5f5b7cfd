import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { tellingFields } from '../../../core/odoo';
import { ChangeLedger, ChangeVia, ChangeKind, type NewChange } from '../../../core/odoo/changes';
import type { OdooClient } from '../../shared/odoo/client';
import { unwrap } from './fail';
import { itemsFor } from './items';
import type { Memory } from './memory';
import { fieldsToRead, search } from './open';
import type { Settings } from './settings';

/** The record written last, as the editor shows it; moves nothing on. */
export async function latestAsSample(
	node: IPollFunctions,
	client: OdooClient,
	settings: Settings,
): Promise<INodeExecutionData[][]> {
	const { watch } = settings;
	const schema = unwrap(node, await client.schema(watch.model));
	const fields = watch.fields.length > 0 ? watch.fields : tellingFields(schema);
	const ledger = new ChangeLedger('', { ...watch, fields });
	const [record] = unwrap(
		node,
		await search(client, watch, watch.domain, {
			fields: fieldsToRead(ledger.watch),
			order: 'write_date desc',
			limit: 1,
		}),
	);
	if (!record) {
		throw new NodeOperationError(node.getNode(), 'Odoo has no record that this trigger watches', {
			description: 'Check the model and the domain, or make a record in Odoo.',
		});
	}
	const change: NewChange = {
		id: 'sample',
		recordId: record.id,
		kind: watch.kinds[0] ?? ChangeKind.Updated,
		stamp: record.write_date,
		changedFields: null,
		before: null,
	};
	const memory = { ledger, schema, userId: 0 } as unknown as Memory;
	const shown = { ...settings, ignoresOwn: false };
	return [itemsFor([change], record, ChangeVia.Poll, memory, shown)];
}
