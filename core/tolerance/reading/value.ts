import type { ValueText } from '../input';

const NOTHING: ValueText = {};

/** A value with what is known of it, from a bare value or an object. */
export function valueOf(raw: unknown): ValueText {
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
		return raw === undefined ? NOTHING : { value: raw };
	}
	return raw as ValueText;
}

/** A name of a unit or currency; Odoo's `[id, name]` counts as its name. */
export function nameOf(raw: unknown): string | null {
	if (Array.isArray(raw)) return nameOf(raw[1]);
	return typeof raw === 'string' && raw.trim() !== '' ? raw.trim() : null;
}

/** Whether there is anything in it at all. */
export const isGiven = ({ value, from, to }: ValueText): boolean =>
	[value, from, to].some((one) => one !== undefined && one !== null && one !== false && one !== '');

/** A name or number as text; null for anything else. */
export function textOf(value: unknown): string | null {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}
