import type { Facts } from '../input';
import type { Rule, Scoped, Sides } from './compiled';
import { Dimension } from './types';

/** The limits that hold for an item, and how they were found. */
export interface Resolution {
	/** Several, when several scopes are equally specific: the strictest verdict counts. */
	readonly chosen: readonly Sides[];
	/** One line per scope that was looked at, most specific first: `partner=7: no, it is 9`. */
	readonly path: readonly string[];
}

const BASE = 'the limits of the rule: chosen';
const SEPARATOR = ' / ';

/** The most specific scope that fits, else the limits of the rule itself. */
export function resolveScope(rule: Rule, facts: Facts): Resolution {
	if (rule.scopes.length === 0) return { chosen: [rule.base], path: NO_SCOPES };
	const path: string[] = [];
	const found: Array<{ scoped: Scoped; depth: number }> = [];
	for (const scoped of rule.scopes) {
		if (found.length > 0 && found[0].scoped.weight > scoped.weight) {
			path.push(`${scoped.label}: less specific`);
			continue;
		}
		const fit = fits(scoped, facts);
		if (fit.ok) found.push({ scoped, depth: fit.depth });
		else path.push(`${scoped.label}: ${fit.why}`);
	}
	if (found.length === 0) return { chosen: [rule.base], path: [...path, BASE] };
	const depth = Math.max(...found.map((one) => one.depth));
	const chosen = found.filter((one) => one.depth === depth).map(({ scoped }) => scoped);
	return {
		chosen,
		path: [...path, ...chosen.map(({ label }) => `${label}: chosen`)].sort(bySpecificity),
	};
}

const NO_SCOPES: readonly string[] = [BASE];

const bySpecificity = (left: string, right: string): number =>
	Number(right.endsWith(': chosen')) - Number(left.endsWith(': chosen'));

type Fit =
	| { readonly ok: true; readonly depth: number }
	| { readonly ok: false; readonly why: string };

function fits(scoped: Scoped, facts: Facts): Fit {
	let depth = 0;
	for (const { dimension, values } of scoped.when) {
		const given = textsOf(facts[dimension]);
		const hits = values.filter((value) => given.some((fact) => covers(dimension, value, fact)));
		if (hits.length === 0) {
			const what = given.length === 0 ? 'is not given' : `is ${given.join(', ')}`;
			return { ok: false, why: `no, ${dimension} ${what}` };
		}
		depth += Math.max(...hits.map((value) => value.split(SEPARATOR).length));
	}
	return { ok: true, depth };
}

/** Categories include those below them; lanes may leave an end open: `DE>*`. */
function covers(dimension: Dimension, value: string, fact: string): boolean {
	if (value === fact) return true;
	if (dimension === Dimension.Category) return fact.startsWith(value + SEPARATOR);
	if (dimension !== Dimension.Lane || !value.includes('*')) return false;
	const [from, to] = value.split('>').map((end) => end.trim());
	const [factFrom, factTo] = fact.split('>').map((end) => end.trim());
	return (from === '*' || from === factFrom) && (to === '*' || to === factTo);
}

/** A fact as texts: an id, a name, Odoo's `[id, name]`, or several of them. */
export function textsOf(fact: unknown): string[] {
	if (Array.isArray(fact)) return fact.flatMap(textsOf);
	if (typeof fact === 'string') return fact.trim() === '' ? [] : [fact.trim()];
	return typeof fact === 'number' && Number.isFinite(fact) ? [String(fact)] : [];
}
