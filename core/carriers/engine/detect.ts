import type { PayloadFormat, SourceDefinition } from '../source';
import { detectionIndex, fits, rulesOf, type IndexedRule } from './detectionIndex';
import { SourceError, SourceErrorKind } from './sourceError';

export interface DetectedSource {
	readonly definition: SourceDefinition;
	/** 0 to 1 */
	readonly certainty: number;
}

/** Two sources nearer than this are the same good guess. */
const MARGIN = 0.05;

/** How sure it is that a payload comes from a source: 0 when no rule of the source fits. */
export function certaintyOf(definition: SourceDefinition, root: unknown): number {
	let certainty = 0;
	for (const rule of rulesOf(definition)) {
		if (rule.certainty > certainty && fits(root, rule)) certainty = rule.certainty;
	}
	return certainty;
}

interface Fit {
	readonly source: number;
	certainty: number;
}

/** The sources that fit, by their place, with how sure it is of each. */
const weigh = (
	root: object,
	format: PayloadFormat,
	definitions: readonly SourceDefinition[],
): Fit[] => {
	const { byName, always } = detectionIndex(definitions, format);
	const found: Fit[] = [];
	const ask = (rules: readonly IndexedRule[]): void => {
		for (const { rule, source } of rules) {
			if (!fits(root, rule)) continue;
			const known = found.find((one) => one.source === source);
			if (known === undefined) found.push({ source, certainty: rule.certainty });
			else known.certainty = Math.max(known.certainty, rule.certainty);
		}
	};
	ask(always);
	// Own names only: inherited ones are no part of a payload.
	for (const name of Object.keys(root)) {
		const rules = byName.get(name);
		if (rules !== undefined) ask(rules);
	}
	return found.sort((a, b) => b.certainty - a.certainty || a.source - b.source);
};

/**
 * Finds the source of a payload by its shape.
 * @throws SourceError of kind `unknown_source` when none fits, `ambiguous_source` when several fit
 * equally well (they are named)
 */
export function detectSource(
	root: unknown,
	format: PayloadFormat,
	definitions: readonly SourceDefinition[],
): DetectedSource {
	const found: readonly Fit[] =
		typeof root === 'object' && root !== null ? weigh(root, format, definitions) : [];
	if (found.length === 0) {
		throw new SourceError({
			kind: SourceErrorKind.UnknownSource,
			message: 'No known source sends payloads of this shape',
			place: '',
			advice:
				'Choose the source by hand, and check that Payload holds the body itself and not what is around it.',
		});
	}
	const { source, certainty } = found[0];
	const equals = found.filter((one) => certainty - one.certainty < MARGIN);
	if (equals.length === 1) return { definition: definitions[source], certainty };
	const names = equals.map((one) => definitions[one.source].name).join(', ');
	throw new SourceError({
		kind: SourceErrorKind.AmbiguousSource,
		message: `The payload fits several sources equally well: ${names}`,
		place: '',
		advice: 'Choose the source by hand.',
	});
}
