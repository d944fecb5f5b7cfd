import type { IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { allFailed } from '../../../shared/odoo/itemResult';
import { safely } from '../../../shared/odoo/safely';
import { applyInputs } from './applyEntries';
import type { EntryInput } from './entries';
import type { StoredEvent } from './storedEvents';

/** Sends stored events the same way again: what was applied is a duplicate. Each item stands for any number of events. */
export async function replay(
	node: IExecuteFunctions,
	client: OdooClient,
	choose: (itemIndex: number) => Promise<Result<StoredEvent[]>>,
): Promise<ItemOutcome[]> {
	const inputs: EntryInput[] = [];
	const failures: ItemOutcome[] = [];
	for (let itemIndex = 0; itemIndex < node.getInputData().length; itemIndex += 1) {
		const chosen = await safely(async () => await choose(itemIndex));
		if (!chosen.ok) {
			failures.push({ ok: false, itemIndex, failure: chosen.failure });
			continue;
		}
		for (const event of chosen.value) {
			if (event.ok) inputs.push({ ...event.input, itemIndex });
			else failures.push({ ok: false, itemIndex, failure: event.failure });
		}
	}
	const applied = await applyInputs(node, client, inputs);
	if (!applied.ok) return allFailed(node, applied.failure);
	return [...failures, ...applied.value].sort((a, b) => a.itemIndex - b.itemIndex);
}
