import type { OdooFailure } from '../../../core/odoo';
import { failure, OdooErrorKind } from '../../../core/odoo';
import { FailureError } from '../../shared/odoo/safely';

/** A parameter that cannot be worked with; `safely` makes it a failure of its item. */
export const misconfigured = (message: string, advice: string): FailureError =>
	new FailureError(failure(OdooErrorKind.Configuration, message, { advice }));

/** The value of a result. @throws FailureError, for `safely` */
export function unwrap<T>(result: { ok: true; value: T } | { ok: false; failure: OdooFailure }): T {
	if (!result.ok) throw new FailureError(result.failure);
	return result.value;
}

/** A JSON parameter: text, or what an expression made of it. @throws FailureError */
export function readJson(value: unknown, name: string): unknown {
	if (typeof value !== 'string') return value ?? null;
	if (value.trim() === '') return null;
	try {
		return JSON.parse(value) as unknown;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw misconfigured(`${name} is not JSON: ${why}`, `Correct the JSON in ${name}.`);
	}
}

/** What was typed, empty when nothing was. */
export const typed = (value: unknown): string =>
	value === undefined || value === null ? '' : String(value).trim();

export const readList = (value: unknown): string[] =>
	(Array.isArray(value) ? value : typed(value).split(','))
		.map((part) => String(part).trim())
		.filter((part) => part !== '');
