import type { INode, INodeParameters, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { displayParameter, withDefaults } from '../displayed';
import { checkValue } from '../values';
import type { Rule } from '../template';

/** Every parameter is one that the editor shows with these settings, with a value that it could have; none is missing. */
export const checkParameters: Rule = ({ nodes }, catalogue) =>
	nodes.flatMap((node) => {
		const description = catalogue(node.type, node.typeVersion);
		if (!description) {
			return [
				`"${node.name}": ${node.type} of version ${node.typeVersion} is not known (n8n's own: run npm run templates:nodes)`,
			];
		}
		const problems = checkGiven(description.properties, node.parameters, { node, description });
		return [...problems, ...missing(node, description)].map((one) => `"${node.name}": ${one}`);
	});

interface Context {
	node: INode;
	description: INodeTypeDescription;
}

/** The parameters of a node, or those in a collection of it. */
function checkGiven(
	properties: INodeProperties[],
	given: INodeParameters,
	{ node, description }: Context,
	path = '',
): string[] {
	const values =
		path === '' ? withDefaults(node, description) : { ...defaults(properties), ...given };
	return Object.entries(given).flatMap(([name, value]) => {
		const place = `${path}${name}`;
		const named = properties.filter((property) => property.name === name);
		if (named.length === 0) return [`${place} is no parameter of it`];
		const shown = named.filter((one) => displayParameter(one, node, description, values));
		if (shown.length === 0) return [`${place} has no place with the other settings`];
		const nested = (inner: INodeProperties[], some: INodeParameters, at: string) =>
			checkGiven(inner, some, { node, description }, `${at}.`);
		const attempts = shown.map((property) => checkValue(property, value, place, nested));
		return attempts.find((problems) => problems.length === 0) ?? attempts[0];
	});
}

const defaults = (properties: INodeProperties[]): INodeParameters =>
	Object.fromEntries(
		properties.map(({ name, default: value }) => [name, value]),
	) as INodeParameters;

/** What the editor itself would mark as missing. */
function missing(node: INode, description: INodeTypeDescription): string[] {
	const parameters = withDefaults(node, description);
	const issues = NodeHelpers.getNodeParametersIssues(
		description.properties,
		{ ...node, parameters },
		description,
	);
	return Object.values(issues?.parameters ?? {}).flat();
}
