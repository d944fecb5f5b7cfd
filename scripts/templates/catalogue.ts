import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import type { Catalogue } from './template';

const ROOT = path.join(__dirname, '..', '..');

/** Descriptions of the nodes of n8n that the templates use, cut down to what is checked. See n8nNodes.ts. */
export const N8N_NODES_FILE = path.join(__dirname, 'n8nNodes.json');

export interface N8nNodes {
	n8nVersion: string;
	nodes: INodeTypeDescription[];
}

interface Manifest {
	name: string;
	n8n: { nodes: string[] };
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** This package's nodes as they are built in `dist`. */
function ownNodes(): INodeTypeDescription[] {
	const { name, n8n } = readJson<Manifest>(path.join(ROOT, 'package.json'));
	return n8n.nodes.map((file) => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const exported = require(path.join(ROOT, file)) as Record<string, new () => INodeType>;
		const { description } = new exported[path.basename(file, '.node.js')]();
		return { ...description, name: `${name}.${description.name}` };
	});
}

/** Our nodes from `dist`, n8n's from the list that was generated from an installation. */
export function loadCatalogue(): Catalogue {
	const all = [...ownNodes(), ...readJson<N8nNodes>(N8N_NODES_FILE).nodes];
	return (type, version) =>
		all.find(({ name, version: known }) => name === type && [known].flat().includes(version));
}
