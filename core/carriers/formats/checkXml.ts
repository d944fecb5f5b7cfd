import { tooDeep, type Limits } from '../engine/limits';
import { SourceError, SourceErrorKind } from '../engine/sourceError';

const PREDEFINED: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const NUMERIC = /^#(?:\d{1,7}|x[\dA-Fa-f]{1,6})$/;
/** Longer than any entity that is allowed. */
const MAX_ENTITY = 10;

const placeOf = (text: string, index: number): string => {
	let line = 1;
	let start = 0;
	for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
		line++;
		start = at + 1;
	}
	return `line ${line}, column ${index - start + 1}`;
};

const refuse = (message: string, text: string, index: number): SourceError =>
	new SourceError({
		kind: SourceErrorKind.Syntax,
		message,
		place: placeOf(text, index),
		advice: 'No carrier needs it: check where the document comes from.',
	});

const checkEntity = (text: string, index: number): void => {
	const name = text.slice(index + 1, index + 1 + MAX_ENTITY).split(';', 1)[0];
	if (text[index + 1 + name.length] !== ';') return; // A bare "&" is for the parser to refuse.
	if (PREDEFINED.has(name) || NUMERIC.test(name) || !/^[A-Za-z_#][\w.#-]*$/.test(name)) return;
	throw refuse(`The XML uses the entity "&${name};", which is not read here`, text, index);
};

/** Where a construct that begins at `index` ends; the end of the text when it does not. */
const after = (text: string, end: string, index: number): number => {
	const found = text.indexOf(end, index);
	return found < 0 ? text.length : found + end.length;
};

const endOfTag = (text: string, index: number): number => {
	let quote = '';
	for (let at = index + 1; at < text.length; at++) {
		const character = text[at];
		if (quote !== '') {
			if (character === quote) quote = '';
		} else if (character === '"' || character === "'") quote = character;
		else if (character === '>') return at;
	}
	return text.length;
};

/**
 * Refuses what can make an XML parser fetch, expand or overflow: document types, entities of the
 * document's own, deep nesting. One pass, no recursion.
 * @throws SourceError of kind `syntax` or `too_deep`, with line and column
 */
export function checkXml(text: string, limits: Limits): void {
	let depth = 0;
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
		if (text.startsWith('<!--', at)) at = after(text, '-->', at);
		else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at);
		else if (text.startsWith('<!', at)) {
			throw refuse('The XML has a document type (DTD), which is not read here', text, at);
		} else if (text.startsWith('<?', at)) at = after(text, '?>', at);
		else {
			const end = endOfTag(text, at);
			if (text[at + 1] === '/') depth--;
			else if (text[end - 1] !== '/' && ++depth > limits.depth) {
				throw tooDeep(limits, placeOf(text, at));
			}
			at = end;
		}
	}
	for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) checkEntity(text, at);
}
