import type { Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../core/odoo';

/** A parameter that cannot be worked with, as a failure of its item. */
export const misconfigured = (message: string, advice: string): { ok: false } & Result<never> =>
	failed(failure(OdooErrorKind.Configuration, message, { advice }));

/** A JSON parameter: text, or what an expression made of it. Empty text is `empty`. */
export function readJson(value: unknown, name: string, empty: unknown): Result<unknown> {
	if (value === undefined || value === null) return success(empty);
	if (typeof value !== 'string') return success(value);
	if (value.trim() === '') return success(empty);
	try {
		return success(JSON.parse(value) as unknown);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return misconfigured(`${name} is not JSON: ${why}`, `Correct the JSON in ${name}.`);
	}
}

/** The same, of a list. */
export function readList(value: unknown, name: string): Result<unknown[]> {
	const list = readJson(value, name, []);
	if (!list.ok) return list;
	return Array.isArray(list.value)
		? success(list.value as unknown[])
		: misconfigured(`${name} is not a list`, `Give ${name} as a JSON list: [ … ]`);
}

/** What was typed, null when nothing was. */
export function typed(value: unknown): string | undefined {
	if (value === undefined || value === null) return undefined;
	const text = String(value).trim();
	return text === '' ? undefined : text;
}
