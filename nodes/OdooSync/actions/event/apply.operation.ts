import type { IExecuteFunctions } from 'n8n-workflow';
import { success } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { allFailed } from '../../../shared/odoo/itemResult';
import { safely } from '../../../shared/odoo/safely';
import { applyInputs, applyOptions } from '../../helpers/events/applyEntries';
import type { EntryInput } from '../../helpers/events/entries';
import { readProofFiles } from '../../helpers/events/proofFiles';
import { APPLY_OUTPUTS } from '../../helpers/events/report';
import { optionsField } from '../../helpers/parameters';
import type { Operation } from '../operation';

/** The item as it is. n8n needs milliseconds to find that out for each, which is longer than Odoo needs to apply it. */
const WHOLE_ITEM = '={{ $json }}';

const fields: Operation['fields'] = [
	{
		displayName:
			'Takes business events (CloudEvents), such as those of the Carrier Status Normalizer. Each is applied once, together with its row in the ledger; what does not fit is kept as an exception in Odoo.',
		name: 'applyNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Event',
		name: 'event',
		type: 'json',
		default: WHOLE_ITEM,
		required: true,
		description: 'The event as a JSON object; other fields of the item are not looked at',
	},
	optionsField([
		...applyOptions,
		{
			displayName: 'Proof of Delivery Files',
			name: 'proofFiles',
			type: 'string',
			default: '',
			placeholder: 'data',
			description:
				'Names of the binary fields with photo, signature or document, separated by commas; they are attached to the delivery once',
		},
	]),
];

async function execute(node: IExecuteFunctions, client: OdooClient): Promise<ItemOutcome[]> {
	const inputs: EntryInput[] = [];
	const failures: ItemOutcome[] = [];
	for (let itemIndex = 0; itemIndex < node.getInputData().length; itemIndex += 1) {
		const read = await safely(async () => success(await readInput(node, itemIndex)));
		if (read.ok) inputs.push(read.value);
		else failures.push({ ok: false, itemIndex, failure: read.failure });
	}
	const applied = await applyInputs(node, client, inputs);
	if (!applied.ok) return allFailed(node, applied.failure);
	return [...failures, ...applied.value].sort((a, b) => a.itemIndex - b.itemIndex);
}

async function readInput(node: IExecuteFunctions, itemIndex: number): Promise<EntryInput> {
	const names = node.getNodeParameter('options.proofFiles', itemIndex, '') as string;
	const source = node.getInputData()[itemIndex].json;
	const isWholeItem = node.getNode().parameters.event === WHOLE_ITEM;
	return {
		itemIndex,
		source,
		candidate: isWholeItem ? source : parsed(node.getNodeParameter('event', itemIndex)),
		files: names === '' ? [] : await readProofFiles(node, itemIndex, names),
	};
}

/** Text that is no JSON is an event that is not valid, and is kept as one. */
function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

export const apply: Operation = { fields, outputs: APPLY_OUTPUTS, execute };
