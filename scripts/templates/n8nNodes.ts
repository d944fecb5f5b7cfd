/**
 * Writes n8nNodes.json: the descriptions of n8n's own nodes that the templates use, out of an installation of n8n
 * (the lab's; run `npm run lab:up` once, or name a folder with n8n's node_modules). Run it when a template uses a node,
 * or a version of one, that is not in the list, and when the lab goes to another n8n.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { cacheDir } from '../../lab/cache';
import { n8nKey } from '../../lab/recipe';
import type { N8nNodes } from './catalogue';
import { N8N_NODES_FILE } from './catalogue';
import type { Template } from './template';

const WORKFLOWS = path.join(__dirname, '..', '..', 'workflows');
const PREFIX = 'n8n-nodes-base.';
/** What the tests of the checker use besides. */
const TESTED = [
	{ type: `${PREFIX}noOp`, version: 1 },
	{ type: `${PREFIX}scheduleTrigger`, version: 1.3 },
	{ type: `${PREFIX}set`, version: 3.4 },
	{ type: `${PREFIX}switch`, version: 3.2 },
];
/** Of a description or a property: what decides whether a template is right. */
const KEPT = new Set(
	'name displayName version type default required noDataExpression typeOptions displayOptions options values modes inputs outputs outputNames credentials properties value multipleValues loadOptionsMethod resourceMapper'.split(
		' ',
	),
);

/** A parameter's own values (defaults, choices) are kept as they are; words for people go. */
function cutDown(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(cutDown);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => KEPT.has(key))
			.map(([key, inner]) => [
				key,
				key === 'default' || key === 'displayOptions' || key === 'typeOptions'
					? inner
					: cutDown(inner),
			]),
	);
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

function usedNodes(): Array<{ type: string; version: number }> {
	return readdirSync(WORKFLOWS)
		.filter((file) => file.endsWith('.json'))
		.flatMap((file) => readJson<Template>(path.join(WORKFLOWS, file)).nodes)
		.filter(({ type }) => type.startsWith(PREFIX))
		.map(({ type, typeVersion }) => ({ type, version: typeVersion }));
}

function write(modules: string): void {
	const { version: n8nVersion } = readJson<{ version: string }>(
		path.join(modules, 'n8n', 'package.json'),
	);
	const known = readJson<INodeTypeDescription[]>(
		path.join(modules, 'n8n-nodes-base', 'dist', 'types', 'nodes.json'),
	);
	const nodes = new Map<INodeTypeDescription, INodeTypeDescription>();
	for (const { type, version } of [...usedNodes(), ...TESTED]) {
		const found = known.find(
			({ name, version: versions }) =>
				[name, `${PREFIX}${name}`].includes(type) && [versions].flat().includes(version),
		);
		if (!found) throw new Error(`n8n ${n8nVersion} has no ${type} of version ${version}`);
		nodes.set(found, { ...(cutDown(found) as INodeTypeDescription), name: type });
	}
	const sorted = [...nodes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
	const list: N8nNodes = { n8nVersion, nodes: sorted };
	writeFileSync(N8N_NODES_FILE, `${JSON.stringify(list, null, '\t')}\n`);
	console.log(`n8n ${n8nVersion}: ${sorted.length} descriptions of nodes`);
}

write(process.argv[2] ?? path.join(cacheDir(), n8nKey(), 'node_modules'));
