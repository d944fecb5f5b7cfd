const MAX_DEPTH = 24;
const SURROGATE = /[\uD800-\uDFFF]/;
const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * A value as JSON can hold it, so that whatever comes in can be put on record: NaN as text, times as ISO text.
 * What is nested too deep, or holds itself, is replaced by words that no rule takes for a number. A value that is
 * plain already is given back as it is.
 */
export const plain = (value: unknown): unknown => (isPlain(value, 0) ? value : madePlain(value, 0));

function isPlain(value: unknown, depth: number): boolean {
	switch (typeof value) {
		case 'string':
			return !SURROGATE.test(value);
		case 'number':
			return Number.isFinite(value);
		case 'boolean':
		case 'undefined':
			return true;
		case 'object':
			return value === null || (depth <= MAX_DEPTH && holdsPlain(value, depth));
		default:
			return false;
	}
}

function holdsPlain(value: object, depth: number): boolean {
	if (Array.isArray(value)) return value.every((one) => isPlain(one, depth + 1));
	if ('toJSON' in value) return false;
	for (const name in value) {
		if (SURROGATE.test(name) || !isPlain(value[name as keyof typeof value], depth + 1))
			return false;
	}
	return true;
}

function madePlain(value: unknown, depth: number): unknown {
	if (typeof value === 'string') return value.replace(LONE_SURROGATES, '\uFFFD');
	if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
	if (typeof value === 'bigint') return String(value);
	if (typeof value === 'boolean' || value === null || value === undefined) return value;
	if (typeof value !== 'object') return `(${typeof value})`;
	if (depth > MAX_DEPTH) return '(nested too deep)';
	if (Array.isArray(value)) return value.map((one) => madePlain(one, depth + 1) ?? null);
	if ('toJSON' in value && typeof value.toJSON === 'function') {
		return jsonOf(value as { toJSON(): unknown }, depth);
	}
	const entries = Object.entries(value).map(([name, one]) => [
		madePlain(name, depth),
		madePlain(one, depth + 1),
	]);
	return Object.fromEntries(entries.filter(([, one]) => one !== undefined)) as unknown;
}

function jsonOf(value: { toJSON(): unknown }, depth: number): unknown {
	try {
		return madePlain(value.toJSON(), depth + 1);
	} catch {
		return '(not readable)';
	}
}
