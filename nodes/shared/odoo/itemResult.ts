import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { OdooFailure } from '../../../core/odoo';
import { OdooErrorKind } from '../../../core/odoo';

/** What became of one input item. */
export type ItemOutcome =
	| {
			ok: true;
			itemIndex: number;
			json: IDataObject;
			binary?: IBinaryKeyData;
			/** Index of the output it leaves on, the first when left out. */
			output?: number;
			/** All input items that it comes from, where there are several. */
			itemIndexes?: number[];
	  }
	| { ok: false; itemIndex: number; failure: OdooFailure };

/**
 * Outcomes as n8n items by output, in the order given. Failed items leave on the last output. A failed item carries exactly `error`, `message` and `details`,
 * which is how n8n recognises it for the error output and merges the input item in.
 * @throws NodeApiError or NodeOperationError when an item failed and the node is set to stop on errors
 */
export function toItems(
	node: IExecuteFunctions,
	outcomes: ItemOutcome[],
	outputCount = 1,
): INodeExecutionData[][] {
	const failures = outcomes.filter((outcome) => !outcome.ok);
	if (failures.length > 0 && !node.continueOnFail())
		throw stopError(node, failures, outcomes.length);
	const outputs = Array.from({ length: outputCount }, (): INodeExecutionData[] => []);
	for (const outcome of outcomes) {
		const output = outcome.ok ? (outcome.output ?? 0) : outputCount - 1;
		outputs[output].push({
			json: outcome.ok ? outcome.json : errorJson(outcome.failure),
			...(outcome.ok && outcome.binary && { binary: outcome.binary }),
			pairedItem: pairedItem(outcome),
		});
	}
	return outputs;
}

const pairedItem = (outcome: ItemOutcome) =>
	outcome.ok && outcome.itemIndexes !== undefined
		? outcome.itemIndexes.map((item) => ({ item }))
		: { item: outcome.itemIndex };

/** The same failure for every input item: nothing could be tried. */
export const allFailed = (node: IExecuteFunctions, failure: OdooFailure): ItemOutcome[] =>
	node.getInputData().map((_item, itemIndex) => ({ ok: false, itemIndex, failure }));

const errorJson = (failure: OdooFailure): IDataObject => ({
	error: failure.message,
	message: failure.advice,
	details: { ...failure },
});

function stopError(
	node: IExecuteFunctions,
	failures: Array<Extract<ItemOutcome, { ok: false }>>,
	total: number,
): NodeApiError | NodeOperationError {
	const [{ failure, itemIndex }] = failures;
	const others =
		total > 1
			? ` ${failures.length} of ${total} items failed; set "On Error" to "Continue (using error output)" to get each with its own reason.`
			: '';
	const description = `${failure.advice}${others}`;
	if (failure.kind === OdooErrorKind.Configuration) {
		return new NodeOperationError(node.getNode(), failure.message, { description, itemIndex });
	}
	return new NodeApiError(node.getNode(), { ...failure } as unknown as JsonObject, {
		message: failure.message,
		description,
		httpCode: failure.httpStatus === undefined ? undefined : String(failure.httpStatus),
		itemIndex,
	});
}
