import fc from 'fast-check';
import {
	Gate,
	isIntact,
	Outcome,
	outcomeOf,
	rankOf,
	READY_POLICIES,
	reevaluate,
	type DocumentText,
	type LimitText,
	type PolicyText,
	type Route,
	type RuleText,
} from '../../../core/tolerance';
import { NOW, policyOf, rules } from './helpers/decide';

const route = fc.constantFrom<Route>('auto', 'notify', 'review', 'approve:1', 'approve:2', 'block');
const decimal = fc
	.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 3 }))
	.map(([digits, places]) => (digits / 10 ** places).toFixed(places));

const limit: fc.Arbitrary<LimitText> = fc
	.record({
		percent: fc.option(decimal, { nil: undefined }),
		absolute: fc.option(decimal, { nil: undefined }),
		combine: fc.constantFrom('lesser_of', 'greater_of', 'both'),
		route,
	})
	.filter(({ percent, absolute }) => percent !== undefined || absolute !== undefined)
	.map((one) => JSON.parse(JSON.stringify(one)) as LimitText);
const limits = fc.array(limit, { minLength: 1, maxLength: 4 });

/** A factor like 12 is a mistake of units and no larger deviation: here it is only named. */
const policyWith = (list: RuleText[], more: Partial<PolicyText> = {}) =>
	policyOf(rules(list, { onUnitMistake: 'name' as PolicyText['onUnitMistake'], ...more }));

const qtyRule = (upper: LimitText[], lower = upper): RuleText => ({
	id: 'r',
	field: 'quantity',
	zeroBaseline: 'absolute_only' as RuleText['zeroBaseline'],
	upper,
	lower,
});

const routeOf = (policy: ReturnType<typeof policyOf>, document: DocumentText): Route =>
	new Gate(policy).decide({ document, now: NOW }).route;

const qty = (expected: unknown, actual: unknown): DocumentText => ({
	fields: { quantity: { expected, actual } },
});

test('a larger deviation never gets a milder route', () => {
	fc.assert(
		fc.property(
			limits,
			limits,
			decimal,
			decimal,
			decimal,
			fc.boolean(),
			(upper, lower, base, one, more, isUp) => {
				const policy = policyWith([qtyRule(upper, lower)]);
				const sign = isUp ? 1 : -1;
				const near = Number(base) + sign * Number(one);
				const far = near + sign * Number(more);
				const [left, right] = [near, far].map((actual) =>
					rankOf(routeOf(policy, qty(base, actual.toFixed(6)))),
				);
				expect(right).toBeGreaterThanOrEqual(left);
			},
		),
	);
});

test('lesser_of never passes what one limit alone refuses; greater_of passes what one alone passes', () => {
	fc.assert(
		fc.property(decimal, decimal, decimal, decimal, (percent, absolute, expected, actual) => {
			const judge = (one: object) =>
				rankOf(
					routeOf(
						policyWith([qtyRule([{ route: 'block', ...one } as LimitText])]),
						qty(expected, actual),
					),
				);
			fc.pre(Number(expected) > 0);
			const alone = [judge({ percent }), judge({ absolute })];
			expect(judge({ percent, absolute, combine: 'lesser_of' })).toBe(Math.max(...alone));
			expect(judge({ percent, absolute, combine: 'both' })).toBe(Math.max(...alone));
			expect(judge({ percent, absolute, combine: 'greater_of' })).toBe(Math.min(...alone));
		}),
	);
});

test('the order of lines and of rules does not matter', () => {
	const lines = fc.array(fc.tuple(decimal, decimal), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(
			fc.array(limits, { minLength: 1, maxLength: 4 }),
			lines,
			fc.nat(),
			(ofRules, values, turn) => {
				const list = ofRules.map(
					(upper, at): RuleText => ({
						...qtyRule(upper),
						id: `r${at}`,
						...(at === 1 && {
							drift: { window: { document: true }, mode: 'net' } as RuleText['drift'],
						}),
					}),
				);
				const named = values.map(([expected, actual], at) => ({
					line: `L${at}`,
					...qty(expected, actual),
				}));
				const rotated = <T>(all: T[]): T[] => all.map((_one, at) => all[(at + turn) % all.length]);
				const decide = (ofPolicy: RuleText[], ofDocument: typeof named) => {
					const decision = new Gate(policyWith(ofPolicy)).decide({
						document: { lines: ofDocument },
						now: NOW,
					});
					const { route: decided, contributors, reasons } = decision;
					const sentence = decision.sentence;
					return { decided, contributors, reasons, sentence };
				};
				const straight = decide(list, named);
				expect(decide(rotated(list), named)).toEqual(straight);
				expect(decide(list, rotated(named))).toEqual(straight);
			},
		),
	);
});

test('neither unit nor currency changes the verdict', () => {
	const factor = fc.integer({ min: 1, max: 1000 });
	fc.assert(
		fc.property(limits, decimal, decimal, factor, (list, expected, actual, scale) => {
			const units = [
				{ name: 'small', reference: 'small', factor: 1 },
				{ name: 'big', reference: 'small', factor: scale },
			];
			const quantity = { ...qtyRule(list), in: 'small' };
			const money = { ...qtyRule(list), field: 'line_amount' };
			const policy = policyWith([quantity, { ...money, id: 'm' }]);
			const gate = new Gate(policy, {
				units,
				rates: [{ currency: 'XTS', rate: scale, at: '2026-01-01' }],
			});
			const times = (value: string) => (Number(value) * scale).toFixed(3);
			const decide = (
				unit: string,
				currency: string,
				change: (value: string) => string,
				back: (value: string) => string,
			) =>
				gate
					.decide({
						now: NOW,
						document: {
							fields: {
								quantity: {
									expected: { value: change(expected), unit },
									actual: { value: change(actual), unit },
								},
								line_amount: {
									expected: { value: back(expected), currency },
									actual: { value: back(actual), currency },
								},
							},
						},
					})
					.results.map((one) => one.route);
			const same = (value: string) => value;
			const small = decide('small', 'EUR', times, same);
			const big = decide('big', 'XTS', same, times);
			expect(big).toEqual(small);
		}),
	);
});

test('whatever comes in, there is a decision, never a pass for what is not clear, and it can be made again', () => {
	const policies = READY_POLICIES.map(policyOf);
	const value = fc.oneof(
		fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true }),
		decimal,
		fc.string(),
		fc.constant(NaN),
	);
	const field = fc.oneof(
		value,
		fc.record({ expected: value, actual: value }, { requiredKeys: [] }),
	);
	const fields = fc.dictionary(
		fc.constantFrom(
			'quantity',
			'unit_price',
			'freight_cost',
			'document_amount',
			'delivery_date',
			'invoiced_amount',
			'__proto__',
		),
		field,
	);
	const document = fc.record(
		{
			key: value,
			document: value,
			at: value,
			scope: value,
			fields: fc.oneof(fields, value),
			lines: fc.oneof(
				value,
				fc.array(fc.oneof(value, fc.record({ line: value, scope: value, fields }))),
			),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(fc.constantFrom(...policies), fc.oneof(document, value), (policy, input) => {
			const gate = new Gate(policy);
			const record = gate.record({ document: input as DocumentText, now: NOW });
			expect(isIntact(record)).toBe(true);
			expect(outcomeOf(record.route)).toBe(record.outcome);
			if (record.reasons.includes('nothing_judged' as never))
				expect(record.outcome).not.toBe(Outcome.Within);
			const stored = JSON.parse(JSON.stringify(record)) as typeof record;
			expect(reevaluate(policy, stored).digest).toBe(record.digest);
		}),
		{ numRuns: 500 },
	);
});
