import type { OdooValue } from '../call';
import { isSymbolic, type SetupRecord, type SetupValue } from './record';

/** Ids that are known by now. */
export interface KnownIds {
	/** By external id; our own without the module. */
	readonly refs: ReadonlyMap<string, number>;
	/** `ir.model` ids by technical name. */
	readonly models: ReadonlyMap<string, number>;
	/** Fields that this Odoo has, by model. */
	readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Every external id (with a dot) and every model that the records speak of. */
export function namesIn(records: readonly SetupRecord[]): { refs: string[]; models: string[] } {
	const refs = new Set<string>();
	const models = new Set<string>();
	for (const value of records.flatMap(({ values }) => Object.values(values))) {
		if (!isSymbolic(value)) continue;
		if ('ref' in value) refs.add(value.ref);
		if ('refs' in value) for (const ref of value.refs) refs.add(ref);
		if ('modelOf' in value) models.add(value.modelOf);
	}
	return { refs: [...refs].filter((ref) => ref.includes('.')), models: [...models] };
}

/**
 * The values of a record as Odoo takes them.
 * @throws RangeError naming the reference that is not known
 */
export function resolveValues(
	{ model, values }: SetupRecord,
	known: KnownIds,
): Record<string, OdooValue> {
	const resolved: Record<string, OdooValue> = {};
	for (const [name, value] of Object.entries(values)) {
		const field = name.replace(/\?$/, '');
		if (field !== name && known.fields.get(model)?.has(field) !== true) continue;
		resolved[field] = resolveValue(value, known);
	}
	return resolved;
}

function resolveValue(value: SetupValue, known: KnownIds): OdooValue {
	if (!isSymbolic(value)) return value;
	if ('ref' in value) return idOf(value.ref, known.refs);
	if ('refs' in value) return [[6, 0, value.refs.map((ref) => idOf(ref, known.refs))]];
	if ('modelOf' in value) return idOf(value.modelOf, known.models);
	return value.text.replace(/\{\{(\w+)\}\}/g, (_all, ref: string) => String(idOf(ref, known.refs)));
}

function idOf(name: string, ids: ReadonlyMap<string, number>): number {
	const id = ids.get(name);
	if (id === undefined) throw new RangeError(`There is no ${name} in this Odoo`);
	return id;
}
