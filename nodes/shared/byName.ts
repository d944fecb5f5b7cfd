interface Named {
	readonly name: string;
}

/** The order of choices from A to Z, without regard to case. Not `localeCompare`: it loads a collation, which takes 10 ms at the start of n8n. */
export const byName = (a: Named, b: Named): number => {
	const [first, second] = [a.name.toLowerCase(), b.name.toLowerCase()];
	return first < second ? -1 : first > second ? 1 : 0;
};
