import { SourceError, SourceErrorKind } from './sourceError';

/** What a payload may be at most. */
export interface Limits {
	/** Characters of a payload given as text. */
	readonly textLength: number;
	/** Nesting of lists and objects of a payload given as text. */
	readonly depth: number;
	/** Events in one payload. */
	readonly events: number;
}

export const DEFAULT_LIMITS: Limits = { textLength: 20_000_000, depth: 100, events: 50_000 };

const exceeded = (kind: SourceErrorKind, message: string, place: string): SourceError =>
	new SourceError({
		kind,
		message,
		place,
		advice: 'Split the payload before it is normalised.',
	});

/** @throws SourceError of kind `too_large` */
export function checkLength(text: string, limits: Limits): void {
	if (text.length <= limits.textLength) return;
	throw exceeded(
		SourceErrorKind.TooLarge,
		`The payload has ${text.length} characters; ${limits.textLength} are allowed`,
		'',
	);
}

/** The error for a payload that is nested too deeply. */
export const tooDeep = (limits: Limits, place: string): SourceError =>
	exceeded(
		SourceErrorKind.TooDeep,
		`The payload is nested more than ${limits.depth} levels deep`,
		place,
	);

/**
 * Refuses nesting that a JSON parser might answer with a stack overflow. One pass, no recursion.
 * @throws SourceError of kind `too_deep`
 */
export function checkDepth(json: string, limits: Limits): void {
	let depth = 0;
	let inString = false;
	for (let index = 0; index < json.length; index++) {
		const character = json.charCodeAt(index);
		if (inString) {
			if (character === 0x5c) index++;
			else if (character === 0x22) inString = false;
		} else if (character === 0x22) inString = true;
		else if (character === 0x7b || character === 0x5b) {
			if (++depth > limits.depth) {
				throw tooDeep(limits, `character ${index}`);
			}
		} else if (character === 0x7d || character === 0x5d) depth--;
	}
}

/** @throws SourceError of kind `too_many_events` */
export function checkEventCount(count: number, limits: Limits): void {
	if (count <= limits.events) return;
	throw exceeded(
		SourceErrorKind.TooManyEvents,
		`The payload has more than ${limits.events} events`,
		'',
	);
}
