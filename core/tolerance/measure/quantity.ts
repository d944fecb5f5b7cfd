import { ONE, type Decimal } from '../decimal';
import type { FieldText } from '../input';
import { problem, Problem, read, type Read } from '../reading/problem';
import { commonFactors, unitMistake, type UnitTable } from '../reading/units';
import type { Comparison } from './comparison';
import type { MeasureContext } from './context';
import { baseOf, deviationOf, expectedTextOf, NO_CONVERSIONS } from './number';
import { readPair, unitsOfPair } from './pair';

const DEFAULT_DECIMALS = 4;

export const times = (value: Decimal, factor: Decimal): Decimal =>
	factor === ONE ? value : value.times(factor);

/** Quantities, counted in the unit that both have in common. */
export function compareQuantities(field: FieldText, context: MeasureContext): Read<Comparison> {
	const { rule, units, policy } = context;
	const pair = readPair(field, rule);
	if (!pair.ok) return pair;
	const [from, to] = unitsOfPair(pair.value);
	const factors = commonFactors(from, to, units, ONE);
	if (!factors.ok) return factors;
	const expected = times(pair.value.expected, factors.value.expected);
	const actual = times(pair.value.actual, factors.value.actual);
	const scale = factors.value.expected;
	const limitScale = rule.hasAbsolute
		? limitFactor(rule.in, from, scale, factors.value.reference, units)
		: read(scale);
	if (!limitScale.ok) return limitScale;
	return read({
		deviation: deviationOf(expected, actual, rule.measure),
		base: baseOf(expected),
		expected: expectedTextOf(pair.value),
		actual: pair.value.actual.toFixed(),
		scale,
		limitScale: limitScale.value,
		driftScale: ONE,
		driftUnit: factors.value.reference,
		unit: from,
		actualUnit: from === to ? undefined : to,
		decimals: policy.text.decimals?.units?.[from ?? ''] ?? DEFAULT_DECIMALS,
		conversions: from === to ? NO_CONVERSIONS : conversionTexts(from, to, units),
		mistake: unitMistake(expected, actual),
	});
}

/** Factor of the unit that the rule's absolute limits are in: that of the expected value, unless it says another. */
function limitFactor(
	unit: string | null,
	own: string | null,
	scale: Decimal,
	reference: string | null,
	units: UnitTable,
): Read<Decimal> {
	if (unit === null || unit === own) return read(scale);
	if (own === null)
		return problem(Problem.UnitMissing, `the limit is in ${unit}, the values have no unit`);
	const known = units.get(unit);
	if (!known) return problem(Problem.UnitUnknown, `the unit "${unit}" of the limit is not known`);
	if (known.reference !== reference) {
		return problem(Problem.UnitCategory, `the limit is in ${unit}, the values are in ${own}`);
	}
	return read(known.factor);
}

export const conversionTexts = (
	from: string | null,
	to: string | null,
	units: UnitTable,
): readonly string[] =>
	[from, to].flatMap((name) => {
		const known = name === null ? undefined : units.get(name);
		return known && name !== known.reference
			? [`1 ${name} = ${known.factor.toFixed()} ${known.reference}`]
			: [];
	});
