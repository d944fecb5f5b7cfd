import type { OdooValue } from '../call';
import type { Conditions } from './route';
import { escapeHtml } from './text';

/** What templates look into: the event with its `facts` and, inside `each`, the `item`. */
export type Scope = Readonly<Record<string, unknown>>;

const split = (pointer: string): string[] =>
	pointer
		.split('/')
		.slice(1)
		.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Routes have few pointers and are filled in for each event. */
const known = new Map<string, string[]>();

function steps(pointer: string): string[] {
	const found = known.get(pointer) ?? split(pointer);
	if (known.size < MOST_POINTERS) known.set(pointer, found);
	return found;
}

/** Routes may come from an expression, a different one each time. */
const MOST_POINTERS = 1000;

/** The value behind a JSON pointer (RFC 6901); undefined for none, and for null. */
export function lookUp(scope: Scope, pointer: string): OdooValue | undefined {
	let value: unknown = scope;
	for (const step of steps(pointer)) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
			return undefined;
		value = (value as Record<string, unknown>)[step];
	}
	return (value ?? undefined) as OdooValue | undefined;
}

/** Whether all conditions hold. */
export const holds = (scope: Scope, conditions: Conditions = {}): boolean =>
	Object.entries(conditions).every(([pointer, wanted]) => {
		const value = lookUp(scope, pointer);
		if (typeof wanted === 'boolean') return (value !== undefined) === wanted;
		return value !== undefined && wanted.includes(value);
	});

const PLACE = /\{\{\s*(\/[^}\s]*)\s*\}\}/g;

/** A text with its places filled in; a place without a value is left empty. */
export function fillText(text: string, scope: Scope, escape: (text: string) => string): string {
	if (!text.includes('{{')) return text;
	return text.replace(PLACE, (_place, pointer: string) => {
		const value = lookUp(scope, pointer);
		return escape(value === undefined || typeof value === 'object' ? '' : String(value));
	});
}

const isReference = (value: OdooValue): value is { $: string } =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	typeof value.$ === 'string';

/** Whether a text has a place that the event leaves empty: `%,{{/x}}` would then match anything. */
const hasGap = (text: string, scope: Scope): boolean =>
	text.includes('{{') &&
	[...text.matchAll(PLACE)].some(([, pointer]) => lookUp(scope, pointer) === undefined);

/**
 * A value with everything taken from the event. A key whose value is not there is left out.
 * @returns undefined when the value itself, or a part of a list, is not there
 */
export function fill(template: OdooValue, scope: Scope): OdooValue | undefined {
	if (typeof template === 'string') {
		return hasGap(template, scope) ? undefined : fillText(template, scope, (text) => text);
	}
	if (typeof template !== 'object' || template === null) return template;
	if (isReference(template)) return lookUp(scope, template.$);
	if (Array.isArray(template)) {
		const filled = template.map((part) => fill(part, scope));
		return filled.includes(undefined) ? undefined : (filled as OdooValue[]);
	}
	const entries = Object.entries(template).map(([key, part]) => [key, fill(part, scope)] as const);
	return Object.fromEntries(entries.filter(([, part]) => part !== undefined)) as OdooValue;
}

/** HTML of a route: its own markup stays, text of the event is escaped. */
export const fillHtml = (template: string, scope: Scope): string =>
	fillText(template, scope, escapeHtml);
