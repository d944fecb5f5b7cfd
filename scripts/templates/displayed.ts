import type {
	IDisplayOptions,
	INode,
	INodeParameters,
	INodeProperties,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

/** The parameters with the defaults of those that are not given, hidden ones too: what conditions are judged by. */
export function withDefaults(node: INode, { properties }: INodeTypeDescription): INodeParameters {
	const description = { properties } as INodeTypeDescription;
	return (
		NodeHelpers.getNodeParameters(properties, node.parameters, true, true, node, description) ?? {}
	);
}

/** Whether the editor shows a property or a credential, given the other parameters. */
export function displayParameter(
	what: { displayOptions?: IDisplayOptions },
	node: INode,
	description: INodeTypeDescription,
	values?: INodeParameters,
): boolean {
	const root = withDefaults(node, description);
	return NodeHelpers.displayParameter(
		values ?? root,
		what as INodeProperties,
		node,
		description,
		root,
	);
}
