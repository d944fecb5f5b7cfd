import { Exact, type Decimal } from '../decimal';
import { problem, Problem, read, type Read } from './problem';

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
const GROUPED = /^[+-]?[\d.,'’_\s\u00a0\u202f]*\d[\d.,'’_\s\u00a0\u202f]*$/;
const MAX_LENGTH = 40;
const MAX_EXPONENT = 24;

/**
 * A number as JSON or Odoo writes it. Text with a comma or grouped digits is never guessed at: "1,234" is one
 * thousand in one country and one and a bit in another. Nothing (`null`, Odoo's `false`, "") is `missing`.
 */
export function readNumber(raw: unknown): Read<Decimal> {
	if (typeof raw === 'number') return readJsNumber(raw);
	if (raw === undefined || raw === null || raw === false || raw === '') {
		return problem(Problem.Missing, 'there is no value');
	}
	if (typeof raw !== 'string') return problem(Problem.NotANumber, `${kindOf(raw)} is not a number`);
	const text = raw.trim();
	if (text === '') return problem(Problem.Missing, 'there is no value');
	if (text.length > MAX_LENGTH) return problem(Problem.OutOfRange, 'the number is too long');
	if (PLAIN.test(text)) return inRange(new Exact(text), text);
	if (GROUPED.test(text)) {
		return problem(Problem.AmbiguousNumber, `"${text}" can be read in two ways; write 1234.56`);
	}
	return problem(Problem.NotANumber, `"${text}" is not a number`);
}

function readJsNumber(raw: number): Read<Decimal> {
	if (!Number.isFinite(raw)) return problem(Problem.NotANumber, `${raw} is not a number`);
	if (Math.abs(raw) > Number.MAX_SAFE_INTEGER) {
		return problem(Problem.OutOfRange, `${raw} is too large to be exact; give it as text`);
	}
	return inRange(new Exact(raw), String(raw));
}

const inRange = (value: Decimal, text: string): Read<Decimal> =>
	value.isZero() || Math.abs(value.e) <= MAX_EXPONENT
		? read(value)
		: problem(Problem.OutOfRange, `${text} is out of range`);

const kindOf = (value: unknown): string => {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : String(value);
};
