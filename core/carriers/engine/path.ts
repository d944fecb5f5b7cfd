import type { FieldPaths } from '../source';

/** The levels a payload is read on, from the outside in. */
export type Level = 'root' | 'shipment' | 'piece' | 'event';

/** What is known while an event is read: the value of each level, and its JSON pointer. */
export interface ReadContext {
	readonly root: unknown;
	readonly shipment: unknown;
	readonly piece: unknown;
	readonly event: unknown;
	readonly pointers: Readonly<Record<Level, string>>;
}

type Segment =
	| { readonly name: string; readonly index?: number }
	| { readonly name: string; readonly key: string; readonly value: string };

export interface CompiledPath {
	readonly level: Level;
	readonly segments: readonly Segment[];
}

const LEVELS: ReadonlySet<string> = new Set(['root', 'shipment', 'piece', 'event']);
const SEGMENT = /^([^[\]]+)(?:\[(?:(\d{1,6})|([^=\]]+)=([^\]]*))\])?$/;

const isLevel = (text: string): text is Level => LEVELS.has(text);

/** An own property of a plain object or list, so that `__proto__` and methods are never reached. */
export function ownValue(parent: unknown, name: string): unknown {
	if (typeof parent !== 'object' || parent === null) return undefined;
	return Object.hasOwn(parent, name) ? (parent as Record<string, unknown>)[name] : undefined;
}

const compileSegment = (text: string, path: string): Segment => {
	const match = SEGMENT.exec(text);
	if (!match) throw new SyntaxError(`"${text}" in the path "${path}" is not a name`);
	const [, name, index, key, value] = match;
	if (index !== undefined) return { name, index: Number(index) };
	return key === undefined ? { name } : { name, key, value };
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
	const segments = rest === '' ? [] : rest.split('.').map((text) => compileSegment(text, path));
	return { level, segments };
}

const matchIndex = (list: unknown, key: string, value: string): number => {
	if (!Array.isArray(list)) return -1;
	return list.findIndex((element) => String(ownValue(element, key) ?? '') === value);
};

/** The value at the end of the segments, starting from `start`; undefined when a step is missing. */
export function readSegments(start: unknown, segments: readonly Segment[]): unknown {
	let value = start;
	for (const segment of segments) {
		value = ownValue(value, segment.name);
		if (value === undefined || value === null) return undefined;
		if ('key' in segment) {
			value = ownValue(value, String(matchIndex(value, segment.key, segment.value)));
		} else if (segment.index !== undefined) {
			value = ownValue(value, String(segment.index));
		}
	}
	return value;
}

/** The value of a compiled path in the context of an event. */
export const readPath = (context: ReadContext, path: CompiledPath): unknown =>
	readSegments(context[path.level], path.segments);

const escape = (name: string): string => name.replace(/~/g, '~0').replace(/\//g, '~1');

/** The JSON pointer of a path that has a value. */
export function pointerOf(context: ReadContext, path: CompiledPath): string {
	let pointer = context.pointers[path.level];
	let value = context[path.level];
	for (const segment of path.segments) {
		pointer += `/${escape(segment.name)}`;
		value = ownValue(value, segment.name);
		const index = 'key' in segment ? matchIndex(value, segment.key, segment.value) : segment.index;
		if (index === undefined) continue;
		pointer += `/${index}`;
		value = ownValue(value, String(index));
	}
	return pointer;
}

/** Compiles alternatives. @throws SyntaxError when one is not a path */
export const compilePaths = (paths: FieldPaths | undefined): readonly CompiledPath[] =>
	(paths ?? []).map((path) => compilePath(path));
