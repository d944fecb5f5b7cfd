import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import type { ItemOutcome } from '../../shared/odoo/itemResult';
import { safely } from '../../shared/odoo/safely';

/** Does the same work for each item, one after the other; each may come out as any number of items. */
export async function perItemMany(
	node: IExecuteFunctions,
	work: (itemIndex: number) => Promise<Result<IDataObject[]>>,
): Promise<ItemOutcome[]> {
	const outcomes: ItemOutcome[] = [];
	for (let itemIndex = 0; itemIndex < node.getInputData().length; itemIndex += 1) {
		const result = await safely(async () => await work(itemIndex));
		if (!result.ok) outcomes.push({ ok: false, itemIndex, failure: result.failure });
		else for (const json of result.value) outcomes.push({ ok: true, itemIndex, json });
	}
	return outcomes;
}
