import type { ComparedRow, ComparisonSpec } from './spec';
import { combine } from './values';

const SEPARATOR = '\u001f';

/** All rows of one side that have one key, as one. */
export interface Group {
	values: readonly unknown[];
	origins: number[];
	/** Rows contradict each other. */
	isAmbiguous: boolean;
}

/** What both sides have under one key. */
export interface Pair {
	key: string[];
	source?: Group;
	odoo?: Group;
}

/**
 * Both sides by key, each key once: of a row nothing else is kept than its values and where it comes from, so that a
 * hundred thousand rows of Odoo weigh little beside the items they are compared with.
 */
export class Pairs {
	private readonly pairs = new Map<string, Omit<Pair, 'key'>>();

	constructor(private readonly spec: ComparisonSpec) {}

	add(side: 'source' | 'odoo', row: ComparedRow): void {
		const id = row.key.map(textOf).join(SEPARATOR);
		const pair = this.pairs.get(id);
		if (pair === undefined) this.pairs.set(id, { [side]: groupOf(row) });
		else if (pair[side] === undefined) pair[side] = groupOf(row);
		else this.join(pair[side], row);
	}

	/** In the order in which the keys were seen first. */
	*[Symbol.iterator](): Generator<Pair> {
		for (const [id, pair] of this.pairs) yield { key: id.split(SEPARATOR), ...pair };
	}

	private join(group: Group, row: ComparedRow): void {
		const combined = this.spec.values.map((value, at) =>
			combine(value, group.values[at], row.values[at]),
		);
		group.values = combined.map((one, at) => (one.ok ? one.value : group.values[at]));
		group.origins.push(row.origin);
		group.isAmbiguous ||= combined.some(({ ok }) => !ok);
	}
}

const groupOf = ({ values, origin }: ComparedRow): Group => ({
	values,
	origins: [origin],
	isAmbiguous: false,
});

const textOf = (part: unknown): string =>
	part === null || part === undefined ? '' : String(part).trim();
