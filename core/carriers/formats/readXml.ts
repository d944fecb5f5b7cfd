import { XMLParser } from 'fast-xml-parser';
import type { Limits } from '../engine/limits';
import { SourceError, SourceErrorKind } from '../engine/sourceError';
import { checkXml } from './checkXml';

/** Name of the text of an element that has attributes or children as well; see `textOf`. */
export const XML_TEXT = '#text';

const parser = (limits: Limits): XMLParser =>
	new XMLParser({
		attributeNamePrefix: '@',
		ignoreAttributes: false,
		ignoreDeclaration: true,
		ignorePiTags: true,
		// Brings the numeric character references; other names than the five of XML are refused before.
		htmlEntities: true,
		jPath: false,
		maxNestedTags: limits.depth,
		// Numbers would lose their zeros.
		parseTagValue: false,
		parseAttributeValue: false,
		removeNSPrefix: true,
		textNodeName: XML_TEXT,
	});

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
export function readXml(text: string, limits: Limits): ReadXml {
	checkXml(text, limits);
	let failure: string;
	try {
		return withoutEnvelope(parser(limits).parse(text) as unknown);
	} catch (error) {
		failure = error instanceof Error ? error.message : String(error);
	}
	throw new SourceError({
		kind: SourceErrorKind.Syntax,
		message: `The payload is not valid XML: ${failure}`,
		place: '',
		advice: 'Pass the document as the carrier sent it.',
	});
}
