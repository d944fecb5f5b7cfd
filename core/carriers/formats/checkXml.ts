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

const failure = (message: string, text: string, index: number, advice: string): SourceError =>
	new SourceError({
		kind: SourceErrorKind.Syntax,
		message,
		place: placeOf(text, index),
		advice,
	});

const refuse = (message: string, text: string, index: number): SourceError =>
	failure(message, text, index, 'No carrier needs it: check where the document comes from.');

const malformed = (message: string, text: string, index: number): SourceError =>
	failure(
		`The payload is not valid XML: ${message}`,
		text,
		index,
		'Pass the document as the carrier sent it.',
	);

const checkEntity = (text: string, index: number): void => {
	const name = text.slice(index + 1, index + 1 + MAX_ENTITY).split(';', 1)[0];
	if (text[index + 1 + name.length] !== ';') return; // Some carriers write a bare "&".
	if (PREDEFINED.has(name) || NUMERIC.test(name) || !/^[A-Za-z_#][\w.#-]*$/.test(name)) return;
	throw refuse(`The XML uses the entity "&${name};", which is not read here`, text, index);
};

/** Where a construct that begins at `index` ends. */
const after = (text: string, end: string, index: number): number => {
	const found = text.indexOf(end, index);
	if (found < 0) throw malformed(`"${end}" is missing`, text, index);
	return found + end.length;
};

const endOfTag = (text: string, index: number): number => {
	let quote = 0;
	for (let at = index + 1; at < text.length; at++) {
		const character = text.charCodeAt(at);
		if (quote !== 0) {
			if (character === quote) quote = 0;
		} else if (character === 0x22 || character === 0x27) quote = character;
		else if (character === 0x3e) return at;
	}
	throw malformed('a tag does not end', text, index);
};

const NAME = /[^\s/>]+/y;

const nameAt = (text: string, index: number): string => {
	NAME.lastIndex = index;
	const name = NAME.exec(text)?.[0];
	if (name === undefined) throw malformed('a tag has no name', text, index);
	return name;
};

/** Takes one tag onto the stack of open elements, or the last one off it. */
const takeTag = (text: string, at: number, end: number, open: string[], limits: Limits): void => {
	if (text[at + 1] === '/') {
		const name = nameAt(text, at + 2);
		const expected = open.pop();
		if (name !== expected) {
			const wanted = expected === undefined ? 'nothing is open' : `</${expected}> is expected`;
			throw malformed(`</${name}> where ${wanted}`, text, at);
		}
		return;
	}
	const name = nameAt(text, at + 1);
	if (text[end - 1] === '/') return;
	open.push(name);
	if (open.length > limits.depth) throw tooDeep(limits, placeOf(text, at));
};

/**
 * Refuses what is not well-formed, and what can make an XML parser fetch, expand or overflow: document
 * types, entities of the document's own, deep nesting. Linear time, no recursion.
 * @throws SourceError of kind `syntax` or `too_deep`, with line and column
 */
export function checkXml(text: string, limits: Limits): void {
	const open: string[] = [];
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
		if (text.startsWith('<!--', at)) at = after(text, '-->', at);
		else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at);
		else if (text.startsWith('<!', at)) {
			throw refuse('The XML has a document type (DTD), which is not read here', text, at);
		} else if (text.startsWith('<?', at)) at = after(text, '?>', at);
		else {
			const end = endOfTag(text, at);
			takeTag(text, at, end, open, limits);
			at = end;
		}
	}
	const unclosed = open.at(-1);
	if (unclosed !== undefined) throw malformed(`</${unclosed}> is missing`, text, text.length);
	for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) checkEntity(text, at);
}
