import fc from 'fast-check';
import type { Domain, OdooValue } from '../../../core/odoo';
import {
	andDomain,
	anyOf,
	buildDomain,
	Combine,
	conditionValue,
	DomainOperator,
	FieldType,
} from '../../../core/odoo';

/** How many complete expressions Odoo reads in a prefix domain; an operator without its operands throws. */
function countExpressions(domain: Domain): number {
	let count = 0;
	for (let at = 0; at < domain.length; count += 1) at = endOf(domain, at);
	return count;
}

function endOf(domain: Domain, at: number): number {
	if (at >= domain.length) throw new Error('an operator lacks an operand');
	const token: OdooValue = domain[at];
	if (token === '!') return endOf(domain, at + 1);
	if (token === '&' || token === '|') return endOf(domain, endOf(domain, at + 1));
	return at + 1;
}

const term = fc.constant<OdooValue>(['name', '=', 'a']);
const expression: fc.Arbitrary<Domain> = fc.letrec<{ node: Domain }>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 4 },
		term.map((one) => [one]),
		tie('node').map((one) => ['!', ...one]),
		fc
			.tuple(fc.constantFrom('&', '|'), tie('node'), tie('node'))
			.map(([operator, left, right]) => [operator, ...left, ...right]),
	),
})).node;
const domain = fc.array(expression, { maxLength: 4 }).map((parts) => parts.flat());
const nonEmpty = domain.filter((one) => one.length > 0);

describe('domains', () => {
	it('joins any two domains to one expression', () => {
		fc.assert(
			fc.property(nonEmpty, nonEmpty, (left, right) => {
				expect(countExpressions(andDomain(left, right))).toBe(1);
			}),
		);
	});

	it('joins any number of alternatives to one expression', () => {
		fc.assert(
			fc.property(fc.array(nonEmpty, { minLength: 1, maxLength: 5 }), (domains) => {
				expect(countExpressions(anyOf(domains))).toBe(1);
			}),
		);
	});

	it('keeps a domain as it is when the other one is empty', () => {
		expect(andDomain([], [['id', '>', 3]])).toEqual([['id', '>', 3]]);
		expect(andDomain([['id', '>', 3]], [])).toEqual([['id', '>', 3]]);
	});

	it('builds all, any, set and unset', () => {
		const conditions = [
			{ field: 'state', operator: DomainOperator.Equals, value: 'done' },
			{ field: 'origin', operator: DomainOperator.IsNotSet },
			{ field: 'name', operator: DomainOperator.In, value: 'A, B' },
		];
		expect(buildDomain(conditions, Combine.Any)).toEqual([
			'|',
			'|',
			['state', '=', 'done'],
			['origin', '=', false],
			['name', 'in', ['A', 'B']],
		]);
		expect(buildDomain(conditions.slice(0, 1), Combine.All)).toEqual([['state', '=', 'done']]);
		expect(buildDomain([], Combine.Any)).toEqual([]);
	});

	it.each([
		[FieldType.Integer, '7', 7],
		[FieldType.Char, '7', '7'],
		[FieldType.Many2one, '7', 7],
		[FieldType.Many2one, 'Azure', 'Azure'],
		[FieldType.Boolean, 'true', true],
		[FieldType.Datetime, '2026-11-24T10:00:00+01:00', '2026-11-24 09:00:00'],
	])('types a %s condition', (type, value, expected) => {
		const condition = { field: 'f', operator: DomainOperator.Equals, value };
		expect(conditionValue(condition, { type, string: 'F' })).toBe(expected);
	});
});
