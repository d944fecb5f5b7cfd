import type { Rule } from '../template';
import { CONFIGURATION } from '../template';

const SET = 'n8n-nodes-base.set';

interface Assignments {
	assignments?: { assignments?: Array<{ name: string; value: unknown }> };
}

/** All values that a user may want to change are in one node. */
export const checkConfiguration: Rule = ({ nodes }) => {
	const found = nodes.filter(({ name }) => name === CONFIGURATION);
	const [node] = found;
	if (found.length !== 1 || node.type !== SET) {
		return [`there must be one Edit Fields node called "${CONFIGURATION}"`];
	}
	const rows = (node.parameters as Assignments).assignments?.assignments ?? [];
	if (rows.length === 0) return [`"${CONFIGURATION}" has no values`];
	const used = JSON.stringify(nodes);
	return rows
		.filter(({ name }) => !new RegExp(`\\b(config|json|item\\.json)\\.${name}\\b`).test(used))
		.map(({ name }) => `"${CONFIGURATION}": nothing uses ${name}`);
};
