/** Node.js's error code and message, wherever n8n's wrappers have put them. */
export function networkError(error: unknown): { code: string; message: string } {
	for (let current = error, depth = 0; isObject(current) && depth < 5; depth += 1) {
		const { code, message, cause } = current;
		if (typeof code === 'string' && /^E[A-Z_]+$|^[A-Z]+_[A-Z_]+$/.test(code)) {
			return { code, message: String(message ?? '') };
		}
		current = cause;
	}
	return { code: '', message: isObject(error) ? String(error.message ?? '') : String(error) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
