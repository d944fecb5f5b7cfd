import type { EventClass } from '../../event/eventClass';
import type { ClassSpec, Condition, FieldPaths, KeyPaths } from '../source';
import { compilePath, compilePaths, type CompiledPath, type ReadContext } from './path';
import { readText } from './text';

export interface CompiledCondition {
	readonly path: readonly [CompiledPath];
	/** Null: any value but a negative one. */
	readonly in: ReadonlySet<string> | null;
}

const NEGATIVE = /^(?:false|0|n|no)$/i;

/** @throws SyntaxError when a path is wrong */
export const compileConditions = (
	conditions: readonly Condition[] = [],
): readonly CompiledCondition[] =>
	conditions.map((condition) => ({
		path: [compilePath(condition.path)],
		in: condition.in === undefined ? null : new Set(condition.in),
	}));

/** Whether one of the conditions holds. */
export const holdsAny = (conditions: readonly CompiledCondition[], context: ReadContext): boolean =>
	conditions.some((condition) => {
		const text = readText(context, condition.path);
		if (text === null) return false;
		return condition.in === null ? !NEGATIVE.test(text) : condition.in.has(text);
	});

/** The reader of one part of the key, from one field or from several. */
export function compileKey(paths: KeyPaths = []): (context: ReadContext) => string | null {
	if (isJoined(paths)) return compileJoined(paths);
	const compiled = compilePaths(paths);
	return (context) => readText(context, compiled);
}

type Joined = Exclude<KeyPaths, FieldPaths>;

const isJoined = (paths: KeyPaths): paths is Joined => !Array.isArray(paths);

function compileJoined(paths: Joined): (context: ReadContext) => string | null {
	const parts = paths.join.map((part) => compilePaths(part));
	const { with: separator } = paths;
	return (context) => {
		const texts = parts.map((part) => readText(context, part) ?? '');
		while (texts.at(-1) === '') texts.pop();
		return texts.length === 0 ? null : texts.join(separator);
	};
}

/** The reader of the class that the payload itself gives an event; null where it gives none. */
export function compileClasses(
	specs: readonly ClassSpec[],
): (context: ReadContext) => EventClass | null {
	const compiled = specs.map(({ field, values }) => ({
		paths: compilePaths(field),
		values: new Map(Object.entries(values) as [string, EventClass][]),
	}));
	return (context) => {
		for (const { paths, values } of compiled) {
			const text = readText(context, paths);
			const found = text === null ? undefined : values.get(text);
			if (found !== undefined) return found;
		}
		return null;
	};
}
