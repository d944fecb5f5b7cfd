import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { Outcome, type Route } from '../../../core/tolerance';
import { OdooClient } from '../../shared/odoo/client';
import { toItems, type ItemOutcome } from '../../shared/odoo/itemResult';
import { safely } from '../../shared/odoo/safely';
import { Evaluation, type Verdict } from '../helpers/evaluation';
import { misconfigured } from '../helpers/json';
import { modelValues } from '../helpers/modelValues';
import { PolicyReader } from '../helpers/policySource';
import { sharedInputs } from '../helpers/sharedInputs';

export { description, modeFields } from './evaluate.fields';

/** Outputs in the order of the node. */
const OUTPUT: Readonly<Record<Outcome, number>> = {
	[Outcome.Within]: 0,
	[Outcome.NeedsApproval]: 1,
	[Outcome.Blocked]: 2,
};

/**
 * Each item leaves on the output of its verdict, with the decision beside its data. An item that cannot be
 * evaluated at all (no policy, no answer of Odoo) leaves as an error, on Blocked where errors go on.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const evaluation = await safely(async () => await prepare(this));
	const outputs: INodeExecutionData[][] = [[], [], []];
	const failures: ItemOutcome[] = [];
	const items = this.getInputData();
	let indeterminate = 0;
	for (let itemIndex = 0; itemIndex < items.length; itemIndex += 1) {
		const verdict: Result<Verdict> = evaluation.ok
			? await safely(async () => await evaluation.value.evaluate(itemIndex))
			: evaluation;
		if (!verdict.ok) {
			failures.push({ ok: false, itemIndex, failure: verdict.failure });
			continue;
		}
		const { json, record, field } = verdict.value;
		if (record.indeterminate) indeterminate += 1;
		outputs[OUTPUT[record.outcome]].push({
			...items[itemIndex],
			json: { ...items[itemIndex].json, [field]: json },
			pairedItem: { item: itemIndex },
		});
	}
	outputs[OUTPUT[Outcome.Blocked]].push(...toItems(this, failures).flat());
	if (indeterminate > 0) {
		this.addExecutionHints({
			message: `${indeterminate} of ${items.length} items could not be judged: see "sentence" in their decision`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	return isTool(this) ? [outputs.flat().map(forAgent)] : outputs;
}

async function prepare(node: IExecuteFunctions): Promise<Result<Evaluation>> {
	const { deciding, values } = modelValues(node);
	if (deciding.length > 0) {
		return misconfigured(
			`A model may not fill in ${deciding.join(', ')}`,
			'Set limits, policies and what they depend on yourself. A model may fill in At Least, which can only make a verdict stricter.',
		);
	}
	const client = new OdooClient(node);
	const shared = await sharedInputs(node, client);
	if (!shared.ok) return shared;
	const floor =
		values.length === 0
			? null
			: {
					route: 'review' as Route,
					reason: `filled in by a model: ${[...new Set(values)].join(', ')}`,
				};
	return {
		ok: true,
		value: new Evaluation(node, new PolicyReader(node, client), shared.value, floor),
	};
}

/** n8n gives an agent what the first output holds. */
const isTool = (node: IExecuteFunctions): boolean => node.getNode().type.endsWith('Tool');

/** What an agent needs to know: the verdict, not the whole record. */
function forAgent({ json, ...item }: INodeExecutionData): INodeExecutionData {
	const decision = Object.values(json).find(
		(value) =>
			typeof value === 'object' && value !== null && 'record' in value && 'sentence' in value,
	) as { record: { digest: string } } | undefined;
	if (decision === undefined) return { ...item, json };
	const { record, ...told } = decision;
	return { ...item, json: { ...told, digest: record.digest } };
}
