/** Work on the rules of one address, under way or waiting. */
const tails = new Map<string, Promise<unknown>>();

/** Activation and poll both look after the rules: one after the other, or both would make what is missing. */
export async function oneByOne<T>(address: string, work: () => Promise<T>): Promise<T> {
	const before = tails.get(address) ?? Promise.resolve();
	const mine = before.then(work, work);
	const tail = mine.catch(() => undefined);
	tails.set(address, tail);
	try {
		return await mine;
	} finally {
		if (tails.get(address) === tail) tails.delete(address);
	}
}

/** Addresses that this process has withdrawn: a poll still under way must not make their rules again. */
export const withdrawn = new Set<string>();
