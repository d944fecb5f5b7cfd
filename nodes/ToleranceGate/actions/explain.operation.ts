import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import {
	explain,
	isIntact,
	RECORD_SCHEMA,
	reevaluate,
	type DecisionRecord,
} from '../../../core/tolerance';
import { toItems, type ItemOutcome } from '../../shared/odoo/itemResult';
import { safely } from '../../shared/odoo/safely';
import { misconfigured, readJson } from '../helpers/json';
import { readyToDecide } from '../helpers/policies';

const fields: INodeProperties[] = [
	{
		displayName: 'Decision',
		name: 'decision',
		type: 'json',
		required: true,
		default: '={{ $json.tolerance }}',
		description: 'A decision of the operation Evaluate, or its record',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Policy to Decide With Again',
				name: 'policy',
				type: 'json',
				default: '',
				description:
					'The policy that decided: the decision is made again from its record, and has to come out the same',
			},
		],
	},
];

export const description = updateDisplayOptions({ show: { operation: ['explain'] } }, fields);

/** The item with the decision in words, and whether it is as it was made. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outcomes: ItemOutcome[] = [];
	const items = this.getInputData();
	for (let itemIndex = 0; itemIndex < items.length; itemIndex += 1) {
		const explained = await safely(async () => explainItem(this, itemIndex));
		outcomes.push(
			explained.ok
				? { ok: true, itemIndex, json: { ...items[itemIndex].json, ...explained.value } }
				: { ok: false, itemIndex, failure: explained.failure },
		);
	}
	return toItems(this, outcomes);
}

function explainItem(node: IExecuteFunctions, itemIndex: number): Result<IDataObject> {
	const given = readJson(node.getNodeParameter('decision', itemIndex), 'Decision', null);
	if (!given.ok) return given;
	const record = recordOf(given.value);
	if (record === null) {
		return misconfigured(
			'There is no decision in the item',
			'Give a decision of the operation Evaluate.',
		);
	}
	const { policy: text } = node.getNodeParameter('options', itemIndex, {}) as { policy?: unknown };
	const policy = readJson(text, 'Policy to Decide With Again', null);
	if (!policy.ok) return policy;
	const reproduced = policy.value === null ? success(null) : isReproduced(record, policy.value);
	if (!reproduced.ok) return reproduced;
	return success({
		explanation: explain(record),
		intact: isIntact(record),
		reproduced: reproduced.value,
	});
}

function recordOf(value: unknown): DecisionRecord | null {
	if (typeof value !== 'object' || value === null) return null;
	if ('record' in value) return recordOf(value.record);
	return 'schema' in value && value.schema === RECORD_SCHEMA ? (value as DecisionRecord) : null;
}

/** Whether the record's policy, asked again, gives the record again; null where no version has its hash. */
function isReproduced(record: DecisionRecord, text: unknown): Result<boolean> {
	const versions = readyToDecide(text, 'The policy');
	if (!versions.ok) return versions;
	const policy = versions.value.find(({ hash }) => hash === record.policy.hash);
	if (policy === undefined) {
		return misconfigured(
			`The decision was made by another policy: ${record.policy.id} v${record.policy.version}, ${record.policy.hash}`,
			'Give the policy with that hash.',
		);
	}
	return success(reevaluate(policy, record).digest === record.digest);
}
