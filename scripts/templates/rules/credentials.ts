import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { displayParameter } from '../displayed';
import type { Rule } from '../template';
import { stepsOf } from '../template';

/** Types that the parameters ask for, as in HTTP Request. */
const asked = ({ parameters }: INode): unknown[] => [
	parameters.genericAuthType,
	parameters.nodeCredentialType,
];

function check(node: INode, description: INodeTypeDescription): string[] {
	const given = Object.keys(node.credentials ?? {});
	const offered = (description.credentials ?? []).filter((one) =>
		displayParameter(one, node, description),
	);
	const wanted = [
		...offered.filter(({ required }) => required).map(({ name }) => name),
		...asked(node).filter((one) => typeof one === 'string' && one !== ''),
	];
	const allowed = new Set([...offered.map(({ name }) => name), ...asked(node)]);
	return [
		...wanted
			.filter((name) => !given.includes(name as string))
			.map((name) => `"${node.name}" has no credential ${String(name)}`),
		...given
			.filter((name) => !allowed.has(name))
			.map((name) => `"${node.name}" takes no credential ${name}`),
	];
}

/** Credentials are named, so that people know which one to choose; ids belong to an installation. */
export const checkCredentials: Rule = (template, catalogue) =>
	stepsOf(template).flatMap((node) => {
		const description = catalogue(node.type, node.typeVersion);
		const wrong = Object.entries(node.credentials ?? {})
			.filter(([, value]) => !value.name || Object.keys(value).join() !== 'name')
			.map(([type]) => `"${node.name}": the credential ${type} must have a name, and no more`);
		return description ? [...wrong, ...check(node, description)] : wrong;
	});
