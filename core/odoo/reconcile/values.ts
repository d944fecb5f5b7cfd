import Decimal from 'decimal.js';
import { DateTime } from 'luxon';
import { ValueKind, type ComparedValue, type ValueDifference } from './spec';

const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Empty in any of the ways the two sides write it; false is how Odoo writes "no value". */
const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || value === '' || value === false;

/** A number, or null for what is none. Nothing is guessed: "1,5" is no number. */
function decimalOf(value: unknown): Decimal | null {
	if (typeof value === 'number') return Number.isFinite(value) ? new Decimal(value) : null;
	const text = typeof value === 'string' ? value.trim() : '';
	return PLAIN_NUMBER.test(text) ? new Decimal(text) : null;
}

/** Milliseconds, or null for what is no time. */
function millisOf(value: unknown): number | null {
	if (typeof value !== 'string') return null;
	const time = DateTime.fromISO(value.trim().replace(' ', 'T'), { zone: 'utc' });
	return time.isValid ? time.toMillis() : null;
}

const MINUTE = 60_000;

/** What is different between two values, or null when nothing that counts is. */
export function differenceOf(
	spec: ComparedValue,
	source: unknown,
	odoo: unknown,
): ValueDifference | null {
	const { name } = spec;
	if (isEmpty(source) && isEmpty(odoo)) return null;
	const gap = gapBetween(spec, source, odoo);
	if (gap === null) {
		const areSame = spec.kind === ValueKind.Text && textOf(source) === textOf(odoo);
		return areSame ? null : { name, source, odoo, difference: null };
	}
	const base = spec.kind === ValueKind.Number ? decimalOf(odoo) : null;
	const share = (base ?? new Decimal(0))
		.abs()
		.times(spec.percent ?? 0)
		.dividedBy(100);
	const allowed = Decimal.max(spec.absolute ?? 0, share);
	return gap.abs().lessThanOrEqualTo(allowed)
		? null
		: { name, source, odoo, difference: gap.toFixed() };
}

/** Source minus Odoo; null where the two cannot be subtracted, which is a difference of its own. */
function gapBetween({ kind }: ComparedValue, source: unknown, odoo: unknown): Decimal | null {
	if (kind === ValueKind.Number) {
		const [a, b] = [decimalOf(source), decimalOf(odoo)];
		return a === null || b === null ? null : a.minus(b);
	}
	if (kind === ValueKind.Time) {
		const [a, b] = [millisOf(source), millisOf(odoo)];
		return a === null || b === null ? null : new Decimal(a - b).dividedBy(MINUTE);
	}
	return null;
}

const textOf = (value: unknown): string => (isEmpty(value) ? '' : String(value).trim());

/** The values of two rows with one key as one value: numbers are added, others must be the same. */
export function combine(
	{ kind }: ComparedValue,
	a: unknown,
	b: unknown,
): { ok: true; value: unknown } | { ok: false } {
	if (kind === ValueKind.Number) {
		const [left, right] = [decimalOf(a), decimalOf(b)];
		if (left === null || right === null) return { ok: false };
		return { ok: true, value: left.plus(right).toFixed() };
	}
	return textOf(a) === textOf(b) ? { ok: true, value: a } : { ok: false };
}
