import { readPayload } from '../formats/readPayload';
import type { PayloadFormat, SourceDefinition } from '../source';
import { compileSource } from './compiledSource';
import { certaintyOf, detectSource, type DetectedSource } from './detect';
import { walkPieces } from './levels';
import { checkEventCount, DEFAULT_LIMITS, type Limits } from './limits';
import type { NormalizeOptions } from './options';
import { compileOverrides } from './override';
import { readPiece, type Collected } from './pieceReader';
import type { NormalizeResult } from './result';
import { SourceError, SourceErrorKind } from './sourceError';

const wrongSource = (definition: SourceDefinition): SourceError =>
	new SourceError({
		kind: SourceErrorKind.WrongSource,
		message: `The payload has not the shape of "${definition.name}"`,
		place: '',
		advice: 'Choose another source, or let it be detected.',
	});

const choose = (
	chosen: SourceDefinition | null,
	root: unknown,
	format: PayloadFormat,
	definitions: readonly SourceDefinition[],
): DetectedSource => {
	if (chosen === null) return detectSource(root, format, definitions);
	// A definition without rules takes any payload of its syntax; the others must fit somehow.
	const fits = chosen.detect.length === 0 || certaintyOf(chosen, root) > 0;
	if (chosen.format !== format || !fits) throw wrongSource(chosen);
	return { definition: chosen, certainty: 1 };
};

const chooseOrTell = (
	chosen: SourceDefinition | null,
	root: unknown,
	format: PayloadFormat,
	definitions: readonly SourceDefinition[],
): DetectedSource | SourceError => {
	try {
		return choose(chosen, root, format, definitions);
	} catch (error) {
		if (error instanceof SourceError) return error;
		return new SourceError({
			kind: SourceErrorKind.Definition,
			message: error instanceof Error ? error.message : String(error),
			place: '',
			advice: 'Correct the detection rules of the definition.',
		});
	}
};

const readRoot = (
	{ definition }: DetectedSource,
	root: { readonly value: unknown; readonly pointer: string },
	options: NormalizeOptions,
	limits: Limits,
	into: Collected,
	countBefore: number,
): number => {
	const source = compileSource(definition);
	const overrides = compileOverrides(options.overrides ?? [], definition.id);
	let count = countBefore;
	for (const content of walkPieces(root, source.levels)) {
		count += content.events.length;
		checkEventCount(count, limits);
		readPiece(source, overrides, content, options, into);
	}
	return count;
};

/**
 * Reads one payload, or a list of payloads, into canonical events. Pure: no clock, no network.
 * @param payload a parsed JSON value, or the text of a JSON, XML or EDI message
 * @param chosen the source, or null to detect it
 * @param definitions the sources to detect among
 * @throws SourceError when the payload as a whole cannot be read: syntax, limits, unknown, ambiguous
 * or wrong source. Single bad events are in `problems` instead.
 */
export function normalizeWith(
	payload: unknown,
	chosen: SourceDefinition | null,
	definitions: readonly SourceDefinition[],
	options: NormalizeOptions = {},
): NormalizeResult {
	const limits =
		options.limits === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...options.limits };
	const { root, tree, format, pointer: base, problems } = readPayload(payload, limits);
	const into: Collected = { events: [], unmapped: [], problems: [...problems], notices: [] };
	const isBatch = Array.isArray(root);
	const roots: readonly unknown[] = isBatch ? root : [root];
	const sources = new Set<string>();
	let certainty = 1;
	let count = 0;
	roots.forEach((value, index) => {
		const found = chooseOrTell(chosen, value, format, definitions);
		if (found instanceof SourceError) {
			// In a batch the other payloads come out nevertheless.
			if (!isBatch) throw found;
			into.problems.push({ ...found.problem, place: `/${index}` });
			return;
		}
		sources.add(found.definition.id);
		certainty = Math.min(certainty, found.certainty);
		const pointer = isBatch ? `/${index}` : base;
		count = readRoot(found, { value, pointer }, options, limits, into, count);
	});
	return { source: [...sources].join(','), certainty, ...into, tree };
}
