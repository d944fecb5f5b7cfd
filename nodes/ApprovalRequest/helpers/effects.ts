import type { OdooValue } from '../../../core/odoo';
import { EffectKind, type Effect } from '../../../core/odoo/apply';
import type { Parameters } from './parameters';
import { misconfigured, readJson, readList, typed } from './problem';

export enum WhenApproved {
	Write = 'write',
	Effects = 'effects',
	Nothing = 'nothing',
}

/** What shall happen to the document, before values are converted. */
export interface Wanted {
	values: Record<string, unknown>;
	/** Besides the values. */
	effects: Effect[];
	/** Fields that must still be as they are, besides those that change. */
	watch: string[];
}

/** @throws FailureError */
export function readWanted(parameters: Parameters, itemIndex: number): Wanted {
	const kind = parameters.get('whenApproved', itemIndex, WhenApproved.Nothing) as WhenApproved;
	const options = parameters.get('options', itemIndex, {}) as { watch?: unknown };
	const watch = readList(options.watch);
	switch (kind) {
		case WhenApproved.Write:
			return { values: readValues(parameters, itemIndex), effects: [], watch };
		case WhenApproved.Effects:
			return { ...readEffects(parameters.get('effects', itemIndex, '[]')), watch };
		case WhenApproved.Nothing:
			return { values: {}, effects: [], watch };
	}
}

function readValues(parameters: Parameters, itemIndex: number): Record<string, unknown> {
	const isJson = parameters.get('valuesFrom', itemIndex, 'fields') === 'json';
	const values = isJson
		? readJson(parameters.get('valuesJson', itemIndex, '{}'), 'Values (JSON)')
		: rowsOf(parameters.get('values', itemIndex, {}));
	if (typeof values !== 'object' || values === null || Array.isArray(values)) {
		throw misconfigured('Values (JSON) is not an object', 'Give { "field": value, … }.');
	}
	if (Object.keys(values).length > 0) return values as Record<string, unknown>;
	throw misconfigured('No value is to be written', 'Add a value, or choose another When Approved.');
}

function rowsOf(given: unknown): Record<string, unknown> {
	const { value: rows = [] } = given as { value?: Array<{ field?: string; value?: unknown }> };
	const values: Record<string, unknown> = {};
	for (const { field, value } of rows) {
		const name = typed(field);
		if (name === '' || Object.hasOwn(values, name)) {
			throw misconfigured(
				`A value has no field, or one that is there twice: "${name}"`,
				'Correct Values.',
			);
		}
		values[name] = value;
	}
	return values;
}

const KINDS: ReadonlySet<string> = new Set(Object.values(EffectKind));

function readEffects(given: unknown): { values: Record<string, unknown>; effects: Effect[] } {
	const list = readJson(given, 'Effects');
	if (!Array.isArray(list) || list.length === 0) {
		throw misconfigured(
			'Effects is not a list with at least one effect',
			'Give [{ "kind": "write", … }].',
		);
	}
	const effects = list as Effect[];
	const wrong = effects.find((effect) => !KINDS.has(effect?.kind));
	if (wrong !== undefined) {
		throw misconfigured(
			`"${String(wrong?.kind)}" is no effect`,
			`There are ${[...KINDS].join(', ')}.`,
		);
	}
	const values: Record<string, unknown> = {};
	const others: Effect[] = [];
	for (const effect of effects) {
		// What is written on the document itself is shown before and after, and held against what it was.
		const isPlain = effect.kind === EffectKind.Write && !effect.path && !effect.filter;
		if (isPlain) Object.assign(values, effect.values);
		else others.push(effect);
	}
	return { values, effects: others };
}

/** The effects that are not told by changes, for people. */
export const detailsOf = (given: unknown, effects: Effect[]): OdooValue => {
	const details = (given ?? null) as OdooValue;
	if (effects.length === 0) return details;
	const told = effects as unknown as OdooValue;
	return details === null ? { effects: told } : { effects: told, details };
};
