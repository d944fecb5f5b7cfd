import type { INode, INodeTypeDescription, INodeTypes } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import type { Catalogue, Template } from './template';
import { wiresOf } from './template';

export interface Output {
	name: string;
	isError: boolean;
}

/** The outputs that the editor draws on a node: some depend on its parameters. */
export function outputsOf(template: Template, catalogue: Catalogue, name: string): Output[] {
	const nodeTypes = {
		getByNameAndVersion: (type: string, version: number) => ({
			description: catalogue(type, version) ?? ({ properties: [], outputs: [] } as unknown),
		}),
	} as unknown as INodeTypes;
	const { connections } = template;
	const nodes = structuredClone(template.nodes);
	const workflow = new Workflow({ nodes, connections, active: false, nodeTypes });
	const node = workflow.getNode(name) as INode;
	const description = catalogue(node.type, node.typeVersion) as INodeTypeDescription;
	return NodeHelpers.getNodeOutputs(workflow, node, description).map((output, at) =>
		typeof output === 'string'
			? { name: description.outputNames?.[at] ?? `${at}`, isError: false }
			: {
					name: output.displayName ?? description.outputNames?.[at] ?? `${at}`,
					isError: output.category === 'error',
				},
	);
}

/** Every node that comes before this one on some way. */
export function ancestorsOf(template: Template, name: string): Set<string> {
	const wires = wiresOf(template);
	const found = new Set<string>();
	const next = [name];
	for (let at = next.pop(); at !== undefined; at = next.pop()) {
		for (const { from } of wires.filter(({ to }) => to === at)) {
			if (!found.has(from)) next.push(from);
			found.add(from);
		}
	}
	return found;
}

export const isTrigger = ({ inputs }: INodeTypeDescription): boolean =>
	Array.isArray(inputs) && inputs.length === 0;
