import type { INodeExecutionData } from 'n8n-workflow';
import type { TriggerContext } from './settings';

/** By workflow and node. */
const tested = new Map<string, INodeExecutionData[]>();

const keyOf = (node: TriggerContext): string => `${node.getWorkflow().id} ${node.getNode().id}`;

/** In the editor n8n polls a node that can poll, also after a call has come: the poll then answers what was called. */
export function keepTested(node: TriggerContext, items: INodeExecutionData[]): void {
	if (node.getMode() === 'manual') tested.set(keyOf(node), items);
}

export function takeTested(node: TriggerContext): INodeExecutionData[] | undefined {
	const items = tested.get(keyOf(node));
	tested.delete(keyOf(node));
	return items;
}
