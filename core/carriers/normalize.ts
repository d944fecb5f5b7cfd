import { normalizeWith, type NormalizeOptions, type NormalizeResult } from './engine';
import { SOURCES } from './registry';
import type { SourceDefinition } from './source';
import type { SourceId } from './sourceId';

const ALL: readonly SourceDefinition[] = Object.values(SOURCES);

/**
 * Reads a carrier's payload into canonical events. Pure: the time of receipt is an option, the core
 * has no clock.
 * @param payload a parsed JSON value, or the text of a JSON, XML or EDI message; a list is a batch
 * @param source a built-in source, a definition of the user's own, or null to detect it
 * @throws SourceError when the payload as a whole cannot be read; single bad events are in `problems`
 */
export function normalize(
	payload: unknown,
	source: SourceId | SourceDefinition | null = null,
	options: NormalizeOptions = {},
): NormalizeResult {
	const chosen = typeof source === 'string' ? SOURCES[source] : source;
	return normalizeWith(payload, chosen, ALL, options);
}
