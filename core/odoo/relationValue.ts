import type { OdooValue } from './call';
import type { FieldSchema } from './fields';
import type { RelationKey } from './relationKey';
import type { Converted } from './converted';
import { problem, value } from './converted';

/** A relation as an item writes it: id, external id, name, SKU, or `{field: value}` of the record meant. */
export function toRelation(input: unknown, field: FieldSchema, many: boolean): Converted {
	const model = field.relation ?? '';
	const parts = many ? toParts(input) : [input];
	if (many && isCommandList(parts)) return value(parts as OdooValue);
	const keys: Array<number | RelationKey> = [];
	for (const part of parts) {
		const key = asId(part) ?? asKey(part, model);
		if (key === null) {
			return problem(
				`needs an ID, an external ID, a name, SKU or reference, or {"field": value}, not ${JSON.stringify(part)}`,
			);
		}
		keys.push(key);
	}
	return { kind: 'keys', keys, many };
}

const toParts = (input: unknown): unknown[] => {
	if (Array.isArray(input)) return input;
	return typeof input === 'string' ? input.split(',').map((part) => part.trim()) : [input];
};

/** [[6, 0, [1, 2]]] and its like pass through as Odoo's own language. */
export const isCommandList = (parts: unknown[]): boolean =>
	parts.length > 0 &&
	parts.every((part) => Array.isArray(part) && typeof part[0] === 'number' && part[0] <= 6);

/** 7, "7", [7, "Name"] and {id: 7}, as Odoo and this node write relations. */
function asId(part: unknown): number | null {
	if (typeof part === 'number') return Number.isInteger(part) && part > 0 ? part : null;
	if (typeof part === 'string') return /^\d{1,15}$/.test(part.trim()) ? Number(part) : null;
	if (Array.isArray(part)) return asId(part[0]);
	if (typeof part === 'object' && part !== null && 'id' in part) return asId(part.id);
	return null;
}

function asKey(part: unknown, model: string): RelationKey | null {
	if (typeof part === 'string') return part.trim() === '' ? null : { model, key: part.trim() };
	if (typeof part !== 'object' || part === null || Array.isArray(part)) return null;
	const by = part as Record<string, OdooValue>;
	const entries = Object.entries(by);
	const isUsable = entries.length > 0 && entries.every(([, one]) => isPlain(one));
	if (!isUsable) return null;
	return { model, by, key: entries.map(([name, one]) => `${name} ${String(one)}`).join(', ') };
}

/** An empty value would match any record without one. */
const isPlain = (one: OdooValue): boolean =>
	(typeof one === 'string' && one !== '') || typeof one === 'number' || one === true;
