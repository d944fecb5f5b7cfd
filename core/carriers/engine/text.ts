import { readPath, type CompiledPath, type ReadContext } from './path';

/** Thrown for a whole number whose last digits JavaScript has already lost. */
export class PrecisionLostError extends RangeError {
	override readonly name = 'PrecisionLostError';
}

/**
 * The text of a scalar, or of an XML element: trimmed, digits of numbers kept, '' and everything else null.
 * @throws PrecisionLostError for whole numbers beyond 2^53
 */
export function textOf(value: unknown): string | null {
	switch (typeof value) {
		case 'string': {
			const text = value.trim();
			return text === '' ? null : text;
		}
		case 'number':
			if (!Number.isFinite(value)) return null;
			if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
				throw new PrecisionLostError(`The number ${value} has lost its last digits`);
			}
			return String(value);
		case 'boolean':
		case 'bigint':
			return String(value);
		case 'object':
			// An XML element with attributes keeps its text apart.
			return value !== null && Object.hasOwn(value, '#text')
				? textOf((value as Record<string, unknown>)['#text'])
				: null;
		default:
			return null;
	}
}

/** The first text among alternatives, or null. */
export function readText(context: ReadContext, paths: readonly CompiledPath[]): string | null {
	for (let index = 0; index < paths.length; index++) {
		const value = readPath(context, paths[index]);
		const text = value === undefined ? null : textOf(value);
		if (text !== null) return text;
	}
	return null;
}

/** The first number among alternatives, or null. Texts such as "35.1" count. */
export function readNumber(context: ReadContext, paths: readonly CompiledPath[]): number | null {
	const text = readText(context, paths);
	if (text === null) return null;
	const value = Number(text);
	return Number.isFinite(value) ? value : null;
}
