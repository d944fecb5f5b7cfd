import type { Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../core/odoo';

/** Parts of a parameter that is a list, a single value, or text with commas. */
export const readList = (raw: unknown): string[] =>
	(Array.isArray(raw) ? raw : String(raw ?? '').split(','))
		.map((part) => String(part).trim())
		.filter((part) => part !== '');

/** Ids of records; at least one. */
export function readIds(raw: unknown, what: string): Result<number[]> {
	const parts = readList(raw);
	const ids = parts.map(Number);
	const areIds = ids.length > 0 && ids.every((id) => Number.isInteger(id) && id > 0);
	if (areIds) return success(ids);
	const found = parts.length === 0 ? 'is empty' : `"${parts.join(', ')}" is no list of IDs`;
	return failed(
		failure(OdooErrorKind.Configuration, `${what} ${found}`, {
			advice: 'Enter the ID of a record in Odoo, or several separated by commas.',
		}),
	);
}
