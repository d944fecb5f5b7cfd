import type { ComparedRow, ComparisonSpec } from './spec';
import { combine } from './values';

const SEPARATOR = '\u001f';

/** All rows of one side that have one key. */
export interface Group {
	key: string[];
	values: unknown[];
	origins: number[];
	/** Rows contradict each other. */
	isAmbiguous: boolean;
}

/** Rows of one side by key; rows with the same key are taken together. */
export class Side {
	private readonly groups = new Map<string, Group>();

	constructor(private readonly spec: ComparisonSpec) {}

	add(row: ComparedRow): void {
		const key = row.key.map((part) =>
			part === null || part === undefined ? '' : String(part).trim(),
		);
		const id = key.join(SEPARATOR);
		const group = this.groups.get(id);
		if (group === undefined) {
			this.groups.set(id, {
				key,
				values: [...row.values],
				origins: [row.origin],
				isAmbiguous: false,
			});
			return;
		}
		group.origins.push(row.origin);
		this.spec.values.forEach((value, at) => {
			const combined = combine(value, group.values[at], row.values[at]);
			if (combined.ok) group.values[at] = combined.value;
			else group.isAmbiguous = true;
		});
	}

	/** The group with a key, taken out: what stays to the end is missing on the other side. */
	take(key: string[]): Group | undefined {
		const id = key.join(SEPARATOR);
		const group = this.groups.get(id);
		this.groups.delete(id);
		return group;
	}

	/** What is left. */
	*rest(): Generator<Group> {
		yield* this.groups.values();
	}
}
