import type { FieldPaths } from '../source';

/** The levels a payload is read on, from the outside in. */
export type Level = 'root' | 'shipment' | 'piece' | 'event';

/** What is known while an event is read: the value of each level, and where it is. */
export interface ReadContext {
	readonly root: unknown;
	readonly shipment: unknown;
	readonly piece: unknown;
	readonly event: unknown;
	/** JSON pointers of the levels above the event; shared by the events of a piece. */
	readonly above: Readonly<Record<Exclude<Level, 'event'>, string>>;
	/** JSON pointer of the event. */
	readonly pointer: string;
}

export type Segment =
	| { readonly name: string; readonly index?: number; readonly each?: boolean }
	| { readonly name: string; readonly key: string; readonly value: string };

export interface CompiledPath {
	readonly level: Level;
	readonly segments: readonly Segment[];
	/** The names, where the path has nothing but names that no object has by itself: the short way. */
	readonly names: readonly string[] | null;
}

/** Has the names that objects and lists have without being asked. */
const INHERITED: object = [];

const LEVELS: ReadonlySet<string> = new Set(['root', 'shipment', 'piece', 'event']);
const SEGMENT =
	/^([^[\]{}]+)(?:\[(?:(?<index>\d{1,6})|(?<key>[^=\]]+)=(?<value>[^\]]*))\]|(?<each>\{\*\}))?$/;
/** A dot outside brackets. */
const DOT = /\.(?![^[\]]*\])/;

const isLevel = (text: string): text is Level => LEVELS.has(text);

/** An own property of a plain object or list, so that `__proto__` and methods are never reached. */
export function ownValue(parent: unknown, name: string): unknown {
	if (typeof parent !== 'object' || parent === null) return undefined;
	return Object.hasOwn(parent, name) ? (parent as Record<string, unknown>)[name] : undefined;
}

const isPlain = (segment: Segment): boolean =>
	!('key' in segment) && segment.index === undefined && segment.each === undefined;

const compileSegment = (text: string, path: string): Segment => {
	const match = SEGMENT.exec(text);
	if (!match) throw new SyntaxError(`"${text}" in the path "${path}" is not a name`);
	const name = match[1];
	const { index, key, value, each } = match.groups as Record<string, string | undefined>;
	if (index !== undefined) return { name, index: Number(index) };
	if (each !== undefined) return { name, each: true };
	return key === undefined ? { name } : { name, key, value: value ?? '' };
};

/**
 * Compiles a path such as `piece:deliveryDate[type=DEL].date`; see `FieldPaths`.
 * @throws SyntaxError when it is not a path
 */
export function compilePath(path: string, defaultLevel: Level = 'event'): CompiledPath {
	const colon = path.indexOf(':');
	const prefix = colon < 0 ? '' : path.slice(0, colon);
	const level = isLevel(prefix) ? prefix : defaultLevel;
	const rest = isLevel(prefix) ? path.slice(colon + 1) : path;
	const segments = rest === '' ? [] : rest.split(DOT).map((text) => compileSegment(text, path));
	const isShort = segments.every((segment) => isPlain(segment) && !(segment.name in INHERITED));
	return { level, segments, names: isShort ? segments.map(({ name }) => name) : null };
}

/** Whether an element is the one that a path such as `dates[type=DEL]` asks for. */
export const isMatch = (element: unknown, key: string, value: string): boolean =>
	String(ownValue(element, key) ?? '') === value;

/** What stands at a position, or matches. XML shows a list of one as the element itself, so that counts as well. */
const pick = (list: unknown, segment: Segment): { value: unknown; index: number | null } => {
	const isList = Array.isArray(list);
	if ('key' in segment) {
		const { key, value } = segment;
		if (!isList) return { value: isMatch(list, key, value) ? list : undefined, index: null };
		const index = list.findIndex((element) => isMatch(element, key, value));
		return { value: ownValue(list, String(index)), index };
	}
	if (segment.index === undefined) return { value: list, index: null };
	if (!isList) return { value: segment.index === 0 ? list : undefined, index: null };
	return { value: ownValue(list, String(segment.index)), index: segment.index };
};

/** The value at the end of the segments, starting from `start`; undefined when a step is missing. */
function readSegments(start: unknown, segments: readonly Segment[]): unknown {
	let value = start;
	for (const segment of segments) {
		value = ownValue(value, segment.name);
		if (value === undefined || value === null) return undefined;
		if (!isPlain(segment)) value = pick(value, segment).value;
	}
	return value;
}

/** The value of a compiled path, starting from `start`; undefined when a step is missing. */
export function readFrom(start: unknown, { names, segments }: CompiledPath): unknown {
	if (names === null) return readSegments(start, segments);
	let value = start;
	for (let index = 0; index < names.length; index++) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Record<string, unknown>)[names[index]];
	}
	return value;
}

/** The value of a compiled path in the context of an event. */
export const readPath = (context: ReadContext, path: CompiledPath): unknown =>
	readFrom(context[path.level], path);

/** A step of a JSON pointer (RFC 6901). */
export const pointerStep = (name: string): string =>
	`/${name.includes('~') || name.includes('/') ? name.replace(/~/g, '~0').replace(/\//g, '~1') : name}`;

/** The JSON pointer of a path that has a value. */
export function pointerOf(context: ReadContext, path: CompiledPath): string {
	let pointer = path.level === 'event' ? context.pointer : context.above[path.level];
	let value = context[path.level];
	for (const segment of path.segments) {
		pointer += pointerStep(segment.name);
		const found = pick(ownValue(value, segment.name), segment);
		if (found.index !== null) pointer += `/${found.index}`;
		value = found.value;
	}
	return pointer;
}

/** Compiles alternatives. @throws SyntaxError when one is not a path */
export const compilePaths = (paths: FieldPaths | undefined): readonly CompiledPath[] =>
	(paths ?? []).map((path) => compilePath(path));
