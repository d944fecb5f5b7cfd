import type { Limits } from '../engine/limits';
import { scanXml } from './scanXml';

/** Name of the text of an element that has attributes or children as well; see `textOf`. */
export const XML_TEXT = '#text';

type Element = Record<string, unknown>;

/** An element whose end has not come yet. */
interface Open {
	readonly name: string;
	/** Its attributes and children; null as long as it has none. */
	element: Element | null;
	text: string;
}

const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
};
const ENTITY = /&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g;
const LAST_CODE_POINT = 0x10ffff;

/** The text with its entities resolved, once, and line ends as XML wants them. */
const plain = (raw: string): string => {
	const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
	if (!text.includes('&')) return text;
	return text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) return NAMED[name];
		const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
		return point > 0 && point <= LAST_CODE_POINT ? String.fromCodePoint(point) : whole;
	});
};

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Adds a child; several of one name make a list. An own property even where objects inherit the name. */
const add = (parent: Element, name: string, value: unknown): void => {
	if (!Object.hasOwn(parent, name)) {
		Object.defineProperty(parent, name, {
			value,
			configurable: true,
			enumerable: true,
			writable: true,
		});
		return;
	}
	const known = parent[name];
	// Values are texts and elements, so that a list is one of ours.
	if (Array.isArray(known)) known.push(value);
	else parent[name] = [known, value];
};

const isNamespace = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

/** The attributes of a tag without its name; declarations of namespaces are none. Linear time. */
const attributesOf = (tag: string): Element | null => {
	let found: Element | null = null;
	let at = 0;
	for (let equals = tag.indexOf('='); equals >= 0; equals = tag.indexOf('=', at)) {
		const name = tag.slice(at, equals).trim();
		const rest = /\S/g;
		rest.lastIndex = equals + 1;
		const begin = rest.exec(tag);
		const quote = begin?.[0];
		if (begin === null || (quote !== '"' && quote !== "'")) {
			at = equals + 1;
			continue;
		}
		const end = tag.indexOf(quote, begin.index + 1);
		if (end < 0) break;
		at = end + 1;
		if (name === '' || isNamespace(name)) continue;
		found ??= {};
		add(found, `@${withoutPrefix(name)}`, plain(tag.slice(begin.index + 1, end)).trim());
	}
	return found;
};

const close = ({ element, text }: Open): unknown => {
	const own = text.trim();
	if (element === null) return own;
	if (own !== '') element[XML_TEXT] = own;
	return element;
};

/**
 * Makes a tree of an XML document: children by name, several of one name as a list, attributes by
 * `@name`, text beside them as `#text`; prefixes of names are taken off. All values are text.
 * @throws SourceError as `scanXml`
 */
export function xmlTree(text: string, limits: Limits): Element {
	const root: Open = { name: '', element: {}, text: '' };
	const stack: Open[] = [root];
	let current = root;
	scanXml(text, limits, {
		open(name, attributes) {
			current = {
				name: withoutPrefix(name),
				element: attributes === '' ? null : attributesOf(attributes),
				text: '',
			};
			stack.push(current);
		},
		close() {
			const closed = current;
			stack.pop();
			current = stack[stack.length - 1];
			current.element ??= {};
			add(current.element, closed.name, close(closed));
		},
		text(raw) {
			current.text += plain(raw);
		},
		literal(raw) {
			current.text += raw;
		},
	});
	return root.element ?? {};
}
