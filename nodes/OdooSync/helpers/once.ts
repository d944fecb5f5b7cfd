import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import type { ItemOutcome } from '../../shared/odoo/itemResult';
import { safely } from '../../shared/odoo/safely';

/** Does the work once, however many items come in: all of them are behind its one outcome. */
export async function once(
	node: IExecuteFunctions,
	work: () => Promise<Result<IDataObject>>,
): Promise<ItemOutcome[]> {
	const result = await safely(work);
	const itemIndexes = node.getInputData().map((_item, itemIndex) => itemIndex);
	return result.ok
		? [{ ok: true, itemIndex: 0, itemIndexes, json: result.value }]
		: itemIndexes.map((itemIndex) => ({ ok: false, itemIndex, failure: result.failure }));
}
