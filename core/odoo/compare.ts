import type { OdooValue } from './call';
import type { FieldSchema, ModelSchema } from './fields';
import { FieldType, TO_MANY } from './fields';

export interface FieldChange {
	before: OdooValue;
	after: OdooValue;
}

export type Changes = Record<string, FieldChange>;

/** The fields of `wanted` that differ from what Odoo has, before → after. */
export function findChanges(
	current: Record<string, OdooValue>,
	wanted: Record<string, OdooValue>,
	schema: ModelSchema,
): Changes {
	const changes: Changes = {};
	for (const [name, after] of Object.entries(wanted)) {
		const field = schema[name];
		const before = comparable(current[name] ?? false, field);
		if (!isSame(before, comparable(after, field), field)) changes[name] = { before, after };
	}
	return changes;
}

/** One form for what is read ([7, "Name"], ids) and what is written (7, [[6, 0, ids]]). */
function comparable(value: OdooValue, field: FieldSchema): OdooValue {
	if (field.type === FieldType.Many2one && Array.isArray(value)) return value[0] ?? false;
	if (TO_MANY.has(field.type) && Array.isArray(value)) return replacedIds(value) ?? value;
	return value;
}

/** The ids of a lone "replace all" command, or null. */
function replacedIds(value: OdooValue[]): OdooValue | null {
	const [first] = value;
	const isReplace = value.length === 1 && Array.isArray(first) && first[0] === 6;
	return isReplace ? (first[2] ?? []) : null;
}

/** The ids that a to-many field holds, as it is read or as a "replace all" command; null for other commands. */
export function heldIds(value: OdooValue): OdooValue[] | null {
	if (value === false || value === undefined) return [];
	if (!Array.isArray(value)) return null;
	const ids = replacedIds(value) ?? value;
	return Array.isArray(ids) && !ids.some(Array.isArray) ? ids : null;
}

function isSame(before: OdooValue, after: OdooValue, field: FieldSchema): boolean {
	if (typeof before === 'number' && typeof after === 'number') {
		return Math.abs(before - after) < tolerance(field, before, after);
	}
	if (TO_MANY.has(field.type) && Array.isArray(before) && Array.isArray(after)) {
		// Commands other than "replace" describe a change, not a state: they are always carried out.
		if (after.some(Array.isArray)) return false;
		return JSON.stringify([...before].sort()) === JSON.stringify([...after].sort());
	}
	if (field.type === FieldType.Html) return plainHtml(before) === plainHtml(after);
	return JSON.stringify(before) === JSON.stringify(after);
}

/** Odoo rounds floats to the digits of the field: half of the last digit is no difference. */
function tolerance(field: FieldSchema, before: number, after: number): number {
	if (field.digits) return 0.5 * 10 ** -field.digits[1];
	return 1e-9 * Math.max(1, Math.abs(before), Math.abs(after));
}

/** Odoo wraps and normalises HTML when it stores it; only the wrapping paragraph is ignored here. */
function plainHtml(value: OdooValue): string {
	const text = value === false ? '' : String(value);
	return text.replace(/^<(p|div)>([^]*)<\/\1>$/, '$2').trim();
}
