/**
 * Reads the `flatted` format n8n keeps execution data in: an array of values in which every string
 * inside an object or array is the index of another value, so that one object can appear twice.
 */
export function parseFlatted(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const read = new Map<number, unknown>();

	const at = (index: number): unknown => {
		if (read.has(index)) return read.get(index);
		const value = values[index];
		if (typeof value !== 'object' || value === null) return value;
		// Remembered before its members are read, because one of them may point back to it.
		const target: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
		read.set(index, target);
		for (const [key, member] of Object.entries(value as Record<string, unknown>)) {
			Object.assign(target, { [key]: typeof member === 'string' ? at(Number(member)) : member });
		}
		return target;
	};
	return at(0);
}
