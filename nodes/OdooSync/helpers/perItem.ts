import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import type { ItemOutcome } from '../../shared/odoo/itemResult';
import { safely } from '../../shared/odoo/safely';

/** Does the same work for each item, one after the other; each has its own outcome. */
export async function perItem(
	node: IExecuteFunctions,
	work: (itemIndex: number) => Promise<Result<IDataObject>>,
): Promise<ItemOutcome[]> {
	const outcomes: ItemOutcome[] = [];
	for (let itemIndex = 0; itemIndex < node.getInputData().length; itemIndex += 1) {
		const result = await safely(async () => await work(itemIndex));
		outcomes.push(
			result.ok
				? { ok: true, itemIndex, json: result.value }
				: { ok: false, itemIndex, failure: result.failure },
		);
	}
	return outcomes;
}
