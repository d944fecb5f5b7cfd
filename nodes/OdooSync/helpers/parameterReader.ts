import type { IExecuteFunctions, IGetNodeParameterOptions } from 'n8n-workflow';

/** Reads a parameter for an item. */
export type ParameterReader = (
	name: string,
	itemIndex: number,
	fallback?: unknown,
	options?: IGetNodeParameterOptions,
) => unknown;

/**
 * Reads parameters that hold no expression once instead of once an item: n8n works each out anew, and with
 * thousands of items that takes longer than Odoo does.
 */
export function parameterReader(node: IExecuteFunctions): ParameterReader {
	const { parameters } = node.getNode();
	const read = new Map<string, unknown>();
	const isConstant = new Map<string, boolean>();
	const constant = (name: string): boolean => {
		const [top] = name.split('.');
		// n8n marks expressions by a leading "=".
		const known = isConstant.get(top) ?? !JSON.stringify(parameters[top] ?? null).includes('"=');
		isConstant.set(top, known);
		return known;
	};
	return (name, itemIndex, fallback, options) => {
		if (!constant(name)) return node.getNodeParameter(name, itemIndex, fallback, options);
		if (!read.has(name)) read.set(name, node.getNodeParameter(name, 0, fallback, options));
		return read.get(name);
	};
}
