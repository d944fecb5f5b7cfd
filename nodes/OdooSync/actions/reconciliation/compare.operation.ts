import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../../core/odoo';
import { success } from '../../../../core/odoo';
import type {
	ComparedRow,
	ComparisonPlan,
	ComparisonResult,
} from '../../../../core/odoo/reconcile';
import { ComparisonOutcome, noTotals, reconcile, specOf } from '../../../../core/odoo/reconcile';
import type { OdooClient } from '../../../shared/odoo/client';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { allFailed } from '../../../shared/odoo/itemResult';
import { safely } from '../../../shared/odoo/safely';
import {
	keepExceptions,
	sentenceOf,
	type KeptExceptions,
} from '../../helpers/reconciliation/exceptions';
import { odooRows } from '../../helpers/reconciliation/odooRows';
import { readPlan } from '../../helpers/reconciliation/readPlan';
import type { Operation } from '../operation';
import { compareFields } from './compare.fields';

enum Output {
	Differences,
	Matched,
	Summary,
}

/** The items as one side; their fields by the names of the plan. */
function* sourceRows(
	node: IExecuteFunctions,
	{ keys, values }: ComparisonPlan,
): Generator<ComparedRow> {
	for (const [origin, { json }] of node.getInputData().entries()) {
		yield {
			key: keys.map(({ source }) => json[source]),
			values: values.map(({ source }) => json[source]),
			origin,
		};
	}
}

async function compareAll(
	node: IExecuteFunctions,
	client: OdooClient,
): Promise<Result<ItemOutcome[]>> {
	const plan = readPlan(node);
	if (!plan.ok) return plan;
	const totals = noTotals();
	const outcomes: ItemOutcome[] = [];
	const differing: ComparisonResult[] = [];
	const wantsMatched = node.getNodeParameter('options.includeMatched', 0, false) as boolean;
	const read = await safely(async () => {
		const odoo = odooRows(client, plan.value);
		const results = reconcile(sourceRows(node, plan.value), odoo, specOf(plan.value));
		for await (const result of results) {
			totals[result.outcome] += 1;
			const isMatched = result.outcome === ComparisonOutcome.Matched;
			if (!isMatched) differing.push(result);
			if (!isMatched || wantsMatched) outcomes.push(outcomeOf(result, plan.value.model));
		}
		return success(true);
	});
	if (!read.ok) return read;
	const kept = await keep(node, client, plan.value.model, differing);
	if (!kept.ok) return kept;
	const summary = { totals, ...(kept.value && { exceptions: kept.value }) };
	return success([
		...outcomes,
		{ ok: true, itemIndex: 0, output: Output.Summary, json: summary as unknown as IDataObject },
	]);
}

async function keep(
	node: IExecuteFunctions,
	client: OdooClient,
	model: string,
	differing: ComparisonResult[],
): Promise<Result<KeptExceptions | null>> {
	if (!(node.getNodeParameter('keepExceptions', 0, false) as boolean)) return success(null);
	const name = node.getNodeParameter('reconciliation', 0, '') as string;
	return await keepExceptions(node, client, name, model, differing);
}

function outcomeOf(result: ComparisonResult, model: string): ItemOutcome {
	const { outcome, key, differences, sourceOrigins, odooOrigins } = result;
	const isMatched = outcome === ComparisonOutcome.Matched;
	return {
		ok: true,
		// What only Odoo has comes from no item in particular.
		itemIndex: sourceOrigins[0] ?? 0,
		...(sourceOrigins.length > 1 && { itemIndexes: sourceOrigins }),
		output: isMatched ? Output.Matched : Output.Differences,
		json: {
			outcome,
			key,
			message: sentenceOf(result),
			differences,
			model,
			recordIds: odooOrigins,
		} as unknown as IDataObject,
	};
}

/** Holds all items against Odoo at once. */
export const compare: Operation = {
	fields: compareFields,
	outputs: ['Differences', 'Matched', 'Summary'],
	execute: async (node, client) => {
		const compared = await compareAll(node, client);
		return compared.ok ? compared.value : allFailed(node, compared.failure);
	},
};
