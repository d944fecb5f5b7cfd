import type { IConnections, INode, INodeTypeDescription } from 'n8n-workflow';

/** A shipped template, as its JSON file has it. */
export interface Template {
	name: string;
	description?: string;
	nodes: INode[];
	connections: IConnections;
	[key: string]: unknown;
}

/** What the rules ask about a node; `undefined` for a type, or a version of it, that does not exist. */
export type Catalogue = (type: string, version: number) => INodeTypeDescription | undefined;

/** Finds what is wrong with a template: one sentence for each, with the name of the node. */
export type Rule = (template: Template, catalogue: Catalogue) => string[];

export const STICKY_NOTE = 'n8n-nodes-base.stickyNote';
export const CONFIGURATION = 'Configuration';

export const isNote = ({ type }: INode): boolean => type === STICKY_NOTE;

/** The nodes that do something. */
export const stepsOf = ({ nodes }: Template): INode[] => nodes.filter((node) => !isNote(node));

export interface Wire {
	from: string;
	output: number;
	to: string;
	input: number;
}

/** Every connection, whatever its type. */
export const wiresOf = ({ connections }: Template): Wire[] =>
	Object.entries(connections).flatMap(([from, byType]) =>
		Object.values(byType).flatMap((outputs) =>
			outputs.flatMap((targets, output) =>
				(targets ?? []).map(({ node: to, index: input }) => ({ from, output, to, input })),
			),
		),
	);

/** Every text in a value, with the path to it. */
export function textsIn(value: unknown, path = ''): Array<{ path: string; text: string }> {
	if (typeof value === 'string') return [{ path, text: value }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		textsIn(inner, path === '' ? key : `${path}.${key}`),
	);
}
