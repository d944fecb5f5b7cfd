import type { Rule } from '../template';

/** What belongs to an installation, not to a template. */
const FOREIGN = ['id', 'active', 'versionId', 'pinData', 'staticData', 'shared', 'tags'];
/** Tells the editor that credentials are still to be chosen. */
const FRESH = { templateCredsSetupCompleted: false };
const MOST_SENTENCES = 4;

/** Name and description as in n8n's library; nothing of the installation that it was exported from. */
export const checkHead: Rule = ({ name, description = '', nodes, ...rest }) => {
	const problems: string[] = [];
	const names = nodes.map((node) => node.name);
	const ids = nodes.map((node) => node.id);
	if (!/^[A-Z][a-z]+ \S/.test(name ?? '')) {
		problems.push(`the name "${name}" does not begin with a verb`);
	}
	const sentences = description.split(/[.!?](?:\s|$)/).filter((one) => one.trim() !== '').length;
	if (sentences === 0 || sentences > MOST_SENTENCES) {
		problems.push(`the description has ${sentences} sentences instead of 1 to ${MOST_SENTENCES}`);
	}
	for (const key of FOREIGN.filter((one) => one in rest)) {
		problems.push(`"${key}" belongs to an installation`);
	}
	if (JSON.stringify(rest.meta ?? FRESH) !== JSON.stringify(FRESH)) {
		problems.push('"meta" belongs to an installation');
	}
	for (const twice of new Set(names.filter((one, at) => names.indexOf(one) !== at))) {
		problems.push(`"${twice}" is the name of several nodes`);
	}
	if (ids.some((id) => !id) || new Set(ids).size !== ids.length) {
		problems.push('nodes have no id, or the same');
	}
	for (const node of names.filter((one) => /\d$/.test(one))) {
		problems.push(`"${node}": the name does not say what the node does`);
	}
	return problems;
};
