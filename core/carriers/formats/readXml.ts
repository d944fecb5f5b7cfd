import type { Limits } from '../engine/limits';
import { xmlTree } from './xmlTree';

export interface ReadXml {
	readonly root: unknown;
	/** The whole document. */
	readonly tree: unknown;
	/** Where in it the root is. */
	readonly pointer: string;
}

/** The content of a SOAP envelope, with its place. */
const withoutEnvelope = (tree: unknown): ReadXml => {
	const body = step(step(tree, 'Envelope'), 'Body');
	return typeof body === 'object' && body !== null
		? { root: body, tree, pointer: '/Envelope/Body' }
		: { root: tree, tree, pointer: '' };
};

const step = (parent: unknown, name: string): unknown =>
	typeof parent === 'object' && parent !== null && Object.hasOwn(parent, name)
		? (parent as Record<string, unknown>)[name]
		: undefined;

/**
 * Makes a tree of an XML document: children by name, several of one name as a list, attributes by
 * `@name`, text beside them as `#text`; namespaces and a SOAP envelope are taken off. All values are text.
 * @throws SourceError of kind `syntax` with line and column, or `too_deep`
 */
export const readXml = (text: string, limits: Limits): ReadXml =>
	withoutEnvelope(xmlTree(text, limits));
