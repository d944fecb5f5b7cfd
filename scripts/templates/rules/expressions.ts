import { ancestorsOf } from '../graph';
import type { Rule, Template } from '../template';
import { stepsOf, textsIn } from '../template';

const REFERENCE = /\$\((['"])(.*?)\1\)/g;

/** Expressions are JavaScript, and speak only of nodes that have run before. */
export const checkExpressions: Rule = (template) =>
	stepsOf(template).flatMap(({ name, type, parameters }) =>
		textsIn(parameters)
			.filter(({ text }) => text.startsWith('=') || type.endsWith('.code'))
			.flatMap(({ path, text }) =>
				[...(text.startsWith('=') ? syntax(text) : []), ...references(template, name, text)].map(
					(problem) => `"${name}": ${path} ${problem}`,
				),
			),
	);

function syntax(text: string): string[] {
	const parts = [...text.matchAll(/\{\{([\s\S]*?)\}\}(?!\})/g)].map(([, code]) => code);
	return parts.flatMap((code) => {
		try {
			new Function(`return (${code}\n)`);
			return [];
		} catch (error) {
			return [`is not an expression (${(error as Error).message}): ${code.trim()}`];
		}
	});
}

function references(template: Template, name: string, text: string): string[] {
	const before = ancestorsOf(template, name);
	return [...text.matchAll(REFERENCE)]
		.map(([, , node]) => node)
		.filter((node) => !before.has(node))
		.map((node) => `speaks of "${node}", which does not come before it`);
}
