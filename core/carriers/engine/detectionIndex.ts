import type { DetectionRule, PayloadFormat, SourceDefinition } from '../source';
import { compilePath, readFrom, type CompiledPath } from './path';

/** A rule of a source, its paths made ready. */
export interface CompiledRule {
	readonly has: readonly CompiledPath[];
	readonly is: readonly { readonly path: CompiledPath; readonly value: string }[];
	readonly begins: readonly { readonly path: CompiledPath; readonly with: string }[];
	readonly not: readonly CompiledPath[];
	readonly certainty: number;
}

/** A rule with the place of its source among the definitions. */
export interface IndexedRule {
	readonly rule: CompiledRule;
	readonly source: number;
}

/** The rules of one syntax, by a name that the root must have for the rule to fit. */
export interface DetectionIndex {
	readonly byName: ReadonlyMap<string, readonly IndexedRule[]>;
	/** Rules that ask for no name at the root. */
	readonly always: readonly IndexedRule[];
}

const compileRule = ({ has, is, begins, not, certainty }: DetectionRule): CompiledRule => ({
	has: has.map((path) => compilePath(path, 'root')),
	is: (is ?? []).map(({ path, value }) => ({ path: compilePath(path, 'root'), value })),
	begins: (begins ?? []).map((rule) => ({ ...rule, path: compilePath(rule.path, 'root') })),
	not: (not ?? []).map((path) => compilePath(path, 'root')),
	certainty,
});

const compiled = new WeakMap<SourceDefinition, readonly CompiledRule[]>();

/** @throws SyntaxError when a path of a rule is wrong */
export const rulesOf = (definition: SourceDefinition): readonly CompiledRule[] => {
	let rules = compiled.get(definition);
	if (rules === undefined) {
		rules = definition.detect.map(compileRule);
		compiled.set(definition, rules);
	}
	return rules;
};

const isThere = (root: unknown, path: CompiledPath): boolean =>
	(readFrom(root, path) ?? null) !== null;

const beginsWith = (value: unknown, text: string): boolean =>
	typeof value === 'string' && value.startsWith(text);

/** Whether a payload has what a rule asks for. */
export const fits = (root: unknown, rule: CompiledRule): boolean =>
	rule.has.every((path) => isThere(root, path)) &&
	rule.is.every(({ path, value }) => readFrom(root, path) === value) &&
	rule.begins.every((one) => beginsWith(readFrom(root, one.path), one.with)) &&
	!rule.not.some((path) => isThere(root, path));

/** The names at the root that the rule cannot do without. */
const namesOf = ({ has, is, begins }: CompiledRule): readonly string[] =>
	[...has, ...is.map(({ path }) => path), ...begins.map(({ path }) => path)].flatMap(
		({ segments }) => (segments.length === 0 ? [] : [segments[0].name]),
	);

/** A rule is filed under that of its names which the fewest rules ask for: `trackingNumber` says less than `activityStatus`. */
const build = (definitions: readonly SourceDefinition[], format: PayloadFormat): DetectionIndex => {
	const all = definitions.flatMap((definition, source) =>
		definition.format === format ? rulesOf(definition).map((rule) => ({ rule, source })) : [],
	);
	const uses = new Map<string, number>();
	for (const { rule } of all) {
		for (const name of new Set(namesOf(rule))) uses.set(name, (uses.get(name) ?? 0) + 1);
	}
	const byName = new Map<string, IndexedRule[]>();
	const always: IndexedRule[] = [];
	for (const indexed of all) {
		const names = [...namesOf(indexed.rule)];
		const [rarest] = names.sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0));
		if (rarest === undefined) always.push(indexed);
		else byName.set(rarest, [...(byName.get(rarest) ?? []), indexed]);
	}
	return { byName, always };
};

const indexes = new WeakMap<readonly SourceDefinition[], Map<PayloadFormat, DetectionIndex>>();

/** The index of a list of definitions, made once per list and syntax. */
export function detectionIndex(
	definitions: readonly SourceDefinition[],
	format: PayloadFormat,
): DetectionIndex {
	let byFormat = indexes.get(definitions);
	if (byFormat === undefined) {
		byFormat = new Map();
		indexes.set(definitions, byFormat);
	}
	let index = byFormat.get(format);
	if (index === undefined) {
		index = build(definitions, format);
		byFormat.set(format, index);
	}
	return index;
}
