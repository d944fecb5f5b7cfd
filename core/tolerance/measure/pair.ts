import { ZERO, type Decimal } from '../decimal';
import type { FieldText, ValueText } from '../input';
import type { Rule } from '../policy/compiled';
import { BaselineRule, Measure } from '../policy/types';
import { readNumber } from '../reading/number';
import { problem, Problem, read, type Read } from '../reading/problem';
import { nameOf, valueOf } from '../reading/value';

/** The two numbers of a field, as they were given. */
export interface Pair {
	readonly expected: Decimal;
	readonly actual: Decimal;
	/** false: nothing was expected, and the rule takes that as zero. */
	readonly hasExpected: boolean;
	readonly expectedText: ValueText;
	readonly actualText: ValueText;
}

export function readPair(field: FieldText, rule: Rule): Read<Pair> {
	const expectedText = valueOf(field.expected);
	const actualText = valueOf(field.actual);
	const actual = readNumber(actualText.value);
	if (!actual.ok) return about(rule.definition.actual, actual);
	const expected = readNumber(expectedText.value);
	if (!expected.ok) {
		if (expected.problem.problem !== Problem.Missing)
			return about(rule.definition.expected, expected);
		const takesNothing =
			rule.measure === Measure.Actual || rule.missingBaseline === BaselineRule.AbsoluteOnly;
		if (!takesNothing) return problem(Problem.MissingBaseline, 'there is no expected value');
		return read({
			expected: ZERO,
			actual: actual.value,
			hasExpected: false,
			expectedText,
			actualText,
		});
	}
	const isOfNothing = expected.value.isZero() && !actual.value.isZero();
	if (
		isOfNothing &&
		rule.measure !== Measure.Actual &&
		rule.zeroBaseline !== BaselineRule.AbsoluteOnly
	) {
		return problem(Problem.ZeroBaseline, 'the expected value is zero');
	}
	return read({
		expected: expected.value,
		actual: actual.value,
		hasExpected: true,
		expectedText,
		actualText,
	});
}

const about = (what: string, { problem: report }: ReturnType<typeof problem>) =>
	problem(report.problem, `${what}: ${report.text}`);

/** Unit names of both; a value that is not there has the unit of the other. */
export function unitsOfPair({
	expectedText,
	actualText,
	hasExpected,
}: Pair): [string | null, string | null] {
	const actual = nameOf(actualText.unit);
	return [hasExpected ? nameOf(expectedText.unit) : actual, actual];
}

export const currenciesOfPair = (
	{ expectedText, actualText, hasExpected }: Pair,
	fallback: string | null,
): [string | null, string | null] => {
	const actual = nameOf(actualText.currency);
	const expected = hasExpected ? nameOf(expectedText.currency) : actual;
	return expected === null && actual === null ? [fallback, fallback] : [expected, actual];
};
