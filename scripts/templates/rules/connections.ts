import { outputsOf } from '../graph';
import type { Rule } from '../template';
import { isNote, wiresOf } from '../template';

/** Connections lead from outputs that are there to nodes that are there. */
export const checkConnections: Rule = (template, catalogue) => {
	const nodes = new Map(template.nodes.map((node) => [node.name, node]));
	return wiresOf(template).flatMap(({ from, output, to, input }) => {
		const [source, target] = [nodes.get(from), nodes.get(to)];
		if (!source || isNote(source)) return [`a connection begins at "${from}", which is no step`];
		if (!target || isNote(target)) return [`"${from}" leads to "${to}", which is no step`];
		const [known, goal] = [source, target].map((one) => catalogue(one.type, one.typeVersion));
		if (!known || !goal) return [];
		const count = outputsOf(template, catalogue, from).length;
		if (output >= count)
			return [`"${from}" has ${count} outputs, and output ${output + 1} is wired`];
		const inputs = Array.isArray(goal.inputs) ? goal.inputs.length : Infinity;
		return input >= inputs ? [`"${to}" has no input ${input + 1}`] : [];
	});
};
