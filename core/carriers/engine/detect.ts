import type { PayloadFormat, SourceDefinition } from '../source';
import { compilePath, readFrom, type CompiledPath } from './path';
import { SourceError, SourceErrorKind } from './sourceError';

export interface DetectedSource {
	readonly definition: SourceDefinition;
	/** 0 to 1 */
	readonly certainty: number;
}

interface CompiledRule {
	readonly has: readonly CompiledPath[];
	readonly is: readonly { readonly path: CompiledPath; readonly value: string }[];
	readonly begins: readonly { readonly path: CompiledPath; readonly with: string }[];
	readonly not: readonly CompiledPath[];
	readonly certainty: number;
}

/** Two sources nearer than this are the same good guess. */
const MARGIN = 0.05;

const compiled = new WeakMap<SourceDefinition, readonly CompiledRule[]>();

const rulesOf = (definition: SourceDefinition): readonly CompiledRule[] => {
	let rules = compiled.get(definition);
	if (rules === undefined) {
		rules = definition.detect.map(({ has, is, begins, not, certainty }) => ({
			has: has.map((path) => compilePath(path, 'root')),
			is: (is ?? []).map(({ path, value }) => ({ path: compilePath(path, 'root'), value })),
			begins: (begins ?? []).map((rule) => ({ ...rule, path: compilePath(rule.path, 'root') })),
			not: (not ?? []).map((path) => compilePath(path, 'root')),
			certainty,
		}));
		compiled.set(definition, rules);
	}
	return rules;
};

const isThere = (root: unknown, path: CompiledPath): boolean =>
	(readFrom(root, path) ?? null) !== null;

const beginsWith = (value: unknown, text: string): boolean =>
	typeof value === 'string' && value.startsWith(text);

const fits = (root: unknown, rule: CompiledRule): boolean =>
	rule.has.every((path) => isThere(root, path)) &&
	rule.is.every(({ path, value }) => readFrom(root, path) === value) &&
	rule.begins.every((one) => beginsWith(readFrom(root, one.path), one.with)) &&
	!rule.not.some((path) => isThere(root, path));

/** How sure it is that a payload comes from a source: 0 when no rule of the source fits. */
export function certaintyOf(definition: SourceDefinition, root: unknown): number {
	let certainty = 0;
	for (const rule of rulesOf(definition)) {
		if (rule.certainty > certainty && fits(root, rule)) certainty = rule.certainty;
	}
	return certainty;
}

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
	const found: DetectedSource[] = [];
	for (const definition of definitions) {
		const certainty = definition.format === format ? certaintyOf(definition, root) : 0;
		if (certainty > 0) found.push({ definition, certainty });
	}
	found.sort((a, b) => b.certainty - a.certainty);
	if (found.length === 0) {
		throw new SourceError({
			kind: SourceErrorKind.UnknownSource,
			message: 'No known source sends payloads of this shape',
			place: '',
			advice:
				'Choose the source by hand, and check that Payload holds the body itself and not what is around it.',
		});
	}
	const [best, ...others] = found;
	const rivals = others.filter(({ certainty }) => best.certainty - certainty < MARGIN);
	if (rivals.length === 0) return best;
	const names = [best, ...rivals].map(({ definition }) => definition.name).join(', ');
	throw new SourceError({
		kind: SourceErrorKind.AmbiguousSource,
		message: `The payload fits several sources equally well: ${names}`,
		place: '',
		advice: 'Choose the source by hand.',
	});
}
