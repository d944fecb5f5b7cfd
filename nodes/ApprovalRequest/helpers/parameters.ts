import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';

/**
 * Parameters by item, and the items: the same when the node runs, and when a call wakes it, where n8n itself gives
 * only those of the first item.
 */
export interface Parameters {
	items: INodeExecutionData[];
	get(name: string, itemIndex: number, fallback?: unknown): unknown;
}

export const parametersOfRun = (node: IExecuteFunctions): Parameters => ({
	items: node.getInputData(),
	get: (name, itemIndex, fallback) => node.getNodeParameter(name, itemIndex, fallback),
});

export function parametersOfCall(node: IWebhookFunctions): Parameters {
	const { parameters } = node.getNode();
	return {
		items: inputItems(node),
		get: (name, itemIndex, fallback) => {
			const value = (parameters as IDataObject)[name];
			return value === undefined ? fallback : resolved(node, value, itemIndex);
		},
	};
}

/** The items that the node waits with. */
function inputItems(node: IWebhookFunctions): INodeExecutionData[] {
	const items = node.evaluateExpression('{{ $input.all() }}', 0) as unknown as INodeExecutionData[];
	return items.map(({ json, binary }) => ({ json, ...(binary && { binary }) }));
}

/** A value with its expressions worked out; n8n marks them by a leading "=". */
function resolved(node: IWebhookFunctions, value: unknown, itemIndex: number): unknown {
	if (typeof value === 'string') {
		return value.startsWith('=') ? node.evaluateExpression(value.slice(1), itemIndex) : value;
	}
	if (Array.isArray(value)) return value.map((one) => resolved(node, one, itemIndex));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [name, resolved(node, one, itemIndex)]),
	);
}
