import type { INode } from 'n8n-workflow';
import { ancestorsOf, isTrigger, outputsOf } from '../graph';
import type { Catalogue, Rule, Template } from '../template';
import { stepsOf, wiresOf } from '../template';

/** Steps that are done for what they do outside of the workflow, or to say that there is nothing to do. */
const MAY_END = [
	/\.(odooSync|httpRequest|dataTable|respondToWebhook|emailSend|executeWorkflow|noOp|stopAndError)$/,
];

/** Nothing is left to do for what leaves there. */
const SETTLED = ['Skipped', 'Matched'];

/** Every way begins at a trigger, and ends where something is done; of several outputs none is forgotten. */
export const checkDeadEnds: Rule = (template, catalogue) =>
	stepsOf(template).flatMap((node) => {
		const description = catalogue(node.type, node.typeVersion);
		if (!description) return [];
		const problems = forgotten(template, catalogue, node);
		if (!isTrigger(description) && !hasTrigger(template, catalogue, node)) {
			problems.push(`"${node.name}" is never reached`);
		}
		return problems;
	});

function hasTrigger(template: Template, catalogue: Catalogue, { name }: INode): boolean {
	const before = ancestorsOf(template, name);
	return template.nodes.some((node) => {
		const description = catalogue(node.type, node.typeVersion);
		return before.has(node.name) && description !== undefined && isTrigger(description);
	});
}

function forgotten(template: Template, catalogue: Catalogue, { name, type }: INode): string[] {
	const outputs = outputsOf(template, catalogue, name);
	const wired = new Set(
		wiresOf(template)
			.filter(({ from }) => from === name)
			.map(({ output }) => output),
	);
	const mayEnd = MAY_END.some((pattern) => pattern.test(type));
	if (outputs.length <= 1) {
		return wired.size > 0 || mayEnd || outputs.length === 0
			? []
			: [`"${name}" is a dead end: what it makes goes nowhere`];
	}
	return outputs
		.map((output, at) => ({ ...output, isFirst: at === 0, isWired: wired.has(at) }))
		.filter(({ isWired }) => !isWired)
		.filter(({ isError, isFirst, name: output }) => {
			const isDone = isFirst || SETTLED.includes(output);
			return isError || !(mayEnd && isDone);
		})
		.map((output) => `"${name}": the output ${output.name} leads nowhere`);
}
