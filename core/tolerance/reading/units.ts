import type { Decimal } from '../decimal';
import type { UnitText } from '../input';
import type { UnitFactor } from '../policy/compiled';
import { readNumber } from './number';
import { problem, Problem, read, type Read } from './problem';
import mistakes from './unitMistakes.json';

/** Factors by the name of the unit. */
export interface UnitTable {
	get(name: string): UnitFactor | undefined;
}

/** A unit that was read, with the text it came from. */
interface GivenUnit extends UnitFactor {
	readonly text: UnitText;
}

/** Units that were read (from Odoo). One whose factor is no number is as good as not there. */
export function givenUnits(units: readonly UnitText[]): ReadonlyMap<string, GivenUnit> {
	const table = new Map<string, GivenUnit>();
	for (const text of units) {
		const factor = readNumber(text.factor);
		if (!factor.ok || !factor.value.gt(0)) continue;
		table.set(text.name, { reference: text.reference, factor: factor.value, text });
	}
	return table;
}

/** Units for one decision: those that were read go before those of the policy. Knows which ones it used. */
export class UnitLookup implements UnitTable {
	private usedUnits: Map<string, UnitText> | null = null;

	constructor(
		private readonly given: ReadonlyMap<string, GivenUnit>,
		private readonly ofPolicy: UnitTable,
	) {}

	get(name: string): UnitFactor | undefined {
		const given = this.given.get(name);
		if (given) (this.usedUnits ??= new Map()).set(name, given.text);
		return given ?? this.ofPolicy.get(name);
	}

	get used(): UnitText[] {
		const units = [...(this.usedUnits?.values() ?? [])];
		return units.sort((a, b) => (a.name < b.name ? -1 : 1));
	}
}

export interface Factors {
	readonly expected: Decimal;
	readonly actual: Decimal;
	/** Name of the unit both are counted in after multiplying; null where there are no units. */
	readonly reference: string | null;
}

/**
 * Factors to a common unit. Equal or no units need no table. Units of different categories (Odoo 17, 18) or
 * references (Odoo 19) are never converted.
 */
export function commonFactors(
	expected: string | null,
	actual: string | null,
	table: UnitTable,
	one: Decimal,
): Read<Factors> {
	if (expected === actual) {
		const known = expected === null ? undefined : table.get(expected);
		const factor = known?.factor ?? one;
		return read({ expected: factor, actual: factor, reference: known?.reference ?? expected });
	}
	if (expected === null || actual === null) {
		return problem(
			Problem.UnitMissing,
			`one value is in ${expected ?? actual}, the other has no unit`,
		);
	}
	const from = table.get(expected);
	const to = table.get(actual);
	if (!from || !to) {
		const unknown = from ? actual : expected;
		return problem(Problem.UnitUnknown, `the unit "${unknown}" is not known`);
	}
	if (from.reference !== to.reference) {
		return problem(Problem.UnitCategory, `${expected} and ${actual} measure different things`);
	}
	return read({ expected: from.factor, actual: to.factor, reference: from.reference });
}

const MISTAKES = mistakes.map(({ ratio: text, name }) => ({ value: Number(text), name }));
/** Weights are rounded before they get here: within a thousandth it is the same ratio. */
const CLOSE = 1e-3;

/** Whether neither is twice the other, told from exponent and leading digits: true of nearly all values, and fast. */
const isNear = (left: Decimal, right: Decimal): boolean =>
	left.e === right.e && left.d[0] + 1 < 2 * right.d[0] && right.d[0] + 1 < 2 * left.d[0];

/** The unit mistake that a ratio of two quantities looks like, null for none. */
export function unitMistake(expected: Decimal, actual: Decimal): string | null {
	if (expected.isZero() || actual.isZero() || expected.s !== actual.s) return null;
	if (isNear(expected, actual)) return null;
	// Only a likeness is looked for: ordinary numbers will do.
	const factor = actual.toNumber() / expected.toNumber();
	// Most values are near what was expected.
	if (factor > 0.5 && factor < 2) return null;
	for (const { value, name } of MISTAKES) {
		if (Math.abs(factor / value - 1) < CLOSE) return `${value}: ${name}`;
		if (Math.abs(factor * value - 1) < CLOSE) return `1/${value}: ${name}`;
	}
	return null;
}
