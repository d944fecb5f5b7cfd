const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Shorter whole numbers fit into a JavaScript number. */
const SAFE_DIGITS = 15;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** What may follow a number for it not to be a whole one: a fraction or an exponent. */
const continues = (code: number): boolean => code === 0x2e || code === 0x65 || code === 0x45;

/**
 * Puts quotes around the whole numbers of a JSON text that JSON.parse would round, so that long
 * tracking numbers keep all their digits. One pass; text inside strings is left alone.
 */
export function keepDigits(json: string): string {
	if (!/\d{16}/.test(json)) return json;
	const parts: string[] = [];
	let copied = 0;
	let index = 0;
	while (index < json.length) {
		const code = json.charCodeAt(index);
		if (code === QUOTE) {
			index++;
			while (index < json.length && json.charCodeAt(index) !== QUOTE) {
				index += json.charCodeAt(index) === BACKSLASH ? 2 : 1;
			}
			index++;
		} else if (isDigit(code)) {
			const start = index;
			while (isDigit(json.charCodeAt(index))) index++;
			const next = json.charCodeAt(index);
			const before = json.charCodeAt(start - 1);
			const whole = !continues(next) && before !== 0x2e && before !== 0x2b && before !== 0x2d;
			if (whole && index - start > SAFE_DIGITS) {
				parts.push(json.slice(copied, start), '"', json.slice(start, index), '"');
				copied = index;
			}
		} else index++;
	}
	return parts.join('') + json.slice(copied);
}
