import {
	compareShadow,
	explain,
	Gate,
	isIntact,
	PriorStatus,
	priorOf,
	type PriorDecision,
	type RuleText,
} from '../../../core/tolerance';
import { decide, NOW, policyOf, rules } from './helpers/decide';

/** One block per row of the feature table (T1 is in sapKeys.test.ts). */

const eur = (value: number | string) => ({ value, currency: 'EUR' });
const rule = (more: object): RuleText => ({ id: 'r', field: 'quantity', ...more }) as RuleText;
const both = (limit: object, route = 'approve:1') => ({
	upper: [{ ...limit, route }],
	lower: [{ ...limit, route }],
});
const qty = (expected: unknown, actual: unknown) => ({
	fields: { quantity: { expected, actual } },
});
const routeOf = (one: RuleText, document: Parameters<typeof decide>[1]) =>
	decide(rules([one]), document).route;

test.each([
	['lesser_of', 103, 'approve:1', '+3 % exceeds 2 %'],
	['greater_of', 103, 'auto', 'within'],
	['greater_of', 106, 'approve:1', 'exceeds 2 %'],
	['both', 106, 'approve:1', '+6 % and +6 exceeds 2 % and 5'],
])('T2 percent and absolute, %s: %d of 100', (combine, actual, route, says) => {
	const record = decide(
		rules([rule(both({ percent: '2', absolute: '5', combine }))]),
		qty(100, actual),
	);
	expect([record.route, record.sentence]).toEqual([route, expect.stringContaining(says)]);
});

test('T3 upwards and downwards have limits of their own, and mirror each other where they are the same', () => {
	const uneven = rule({
		upper: [{ percent: '5', route: 'block' }],
		lower: [{ percent: '20', route: 'review' }],
	});
	expect([94, 79, 105, 106].map((actual) => routeOf(uneven, qty(100, actual)))).toEqual([
		'auto',
		'review',
		'auto',
		'block',
	]);
	const onlyUpper = rule({ upper: [{ percent: '5', route: 'block' }] });
	expect(routeOf(onlyUpper, qty(100, 2))).toBe('auto');
	const even = rule(both({ percent: '7' }));
	for (const off of [0, 5, 7, 8, 40]) {
		expect(routeOf(even, qty(100, 100 + off))).toBe(routeOf(even, qty(100, 100 - off)));
	}
});

test('T4 off, warn, enforce', () => {
	const checked = (check: string) => rule({ check, ...both({ percent: '5' }, 'block') });
	expect(routeOf(checked('warn'), qty(100, 150))).toBe('notify');
	expect(routeOf(checked('enforce'), qty(100, 150))).toBe('block');
	const off = decide(
		rules([checked('off'), rule({ id: 's', ...both({ percent: '90' }) })]),
		qty(100, 150),
	);
	expect(off.route).toBe('auto');
	expect(off.results.map(({ verdict }) => verdict)).toEqual(['off', 'within']);
});

test('T5 the strictest of fields and lines decides, with all that led to it', () => {
	const ladder = rule({
		upper: [
			{ percent: '1', route: 'notify' },
			{ percent: '5', route: 'review' },
			{ percent: '10', route: 'approve:1' },
			{ percent: '20', route: 'approve:2' },
			{ percent: '50', route: 'block' },
		],
	});
	expect([101, 102, 106, 111, 121, 151].map((actual) => routeOf(ladder, qty(100, actual)))).toEqual(
		['auto', 'notify', 'review', 'approve:1', 'approve:2', 'block'],
	);
	const lines = [102, 121, 100, 111].map((actual, at) => ({ line: `L${at}`, ...qty(100, actual) }));
	const record = decide(rules([ladder]), { lines });
	expect(record.route).toBe('approve:2');
	expect(record.level).toBe(2);
	expect(record.contributors.map(({ line, route }) => [line, route])).toEqual([
		['L1', 'approve:2'],
		['L3', 'approve:1'],
		['L0', 'notify'],
	]);
});

describe('T6 currencies', () => {
	const price = {
		id: 'r',
		field: 'unit_price',
		...both({ percent: '2', absolute: '1', combine: 'both' }),
	} as RuleText;
	const policy = rules([price], { rateMaxAgeDays: 3 });
	const usd = (value: string) => ({ value, currency: 'USD' });
	const rates = [
		{ currency: 'USD', rate: '1.25', at: '2026-11-24' },
		{ currency: 'USD', rate: '1.10', at: '2026-10-01' },
	];
	const asked = (expected: unknown, actual: unknown) => ({
		fields: { unit_price: { expected, actual } },
	});

	test('at the latest rate, exact at the limit', () => {
		const at = decide(policy, asked(eur(40), usd('51.00')), { rates });
		expect([at.route, at.results[0].conversions]).toEqual([
			'auto',
			['1 EUR = 1.25 USD (2026-11-24)'],
		]);
		const beyond = decide(policy, asked(eur(40), usd('51.0001')), { rates });
		expect(beyond.sentence).toContain('Billed 51.0001 USD, agreed 40 EUR: +2.0002 % exceeds 2 %');
		expect(beyond.inputs.rates).toEqual([rates[0]]);
	});

	test('a stale or missing rate is not used', () => {
		const stale = decide(policy, asked(eur(40), usd('50')), { rates: rates.slice(1) });
		expect([stale.route, stale.indeterminate]).toEqual(['review', true]);
		expect(stale.sentence).toContain(
			'the rate of USD of 2026-10-01 is 55 days from the event; 3 are allowed',
		);
		expect(decide(policy, asked(eur(40), usd('50'))).results[0].problem?.problem).toBe(
			'rate_missing',
		);
	});

	test('one currency needs no rate for percentages', () => {
		const percent = rules([
			{ id: 'r', field: 'unit_price', ...both({ percent: '2' }) } as RuleText,
		]);
		expect(decide(percent, asked(usd('100'), usd('102'))).route).toBe('auto');
	});

	test('what the rate alone changed is judged apart', () => {
		const fx = rules([
			{
				id: 'fx',
				field: 'document_amount',
				measure: 'fx',
				...both({ absolute: '5' }, 'review'),
			} as RuleText,
			{ id: 'amount', field: 'document_amount', ...both({ percent: '1' }) } as RuleText,
		]);
		const amount = {
			expected: { value: 110, currency: 'USD', rate: '1.10', rateAt: '2026-10-01' },
			actual: { value: 110, currency: 'USD', rate: '1.25', rateAt: '2026-11-24' },
		};
		const record = decide(fx, { fields: { document_amount: amount } });
		expect(
			record.results.map(({ rule: id, verdict, deviation }) => [id, verdict, deviation]),
		).toEqual([
			['amount', 'within', '0'],
			['fx', 'exceeded', '-12'],
		]);
	});

	test('rates counted in another base are crossed', () => {
		const crossed = [
			{ currency: 'EUR', rate: '0.8', at: '2026-11-24', base: 'USD' },
			{ currency: 'GBP', rate: '0.64', at: '2026-11-24', base: 'USD' },
		];
		const record = decide(policy, asked(eur(100), { value: 80, currency: 'GBP' }), {
			rates: crossed,
		});
		expect(record.results[0]).toMatchObject({ verdict: 'within', deviation: '0' });
	});
});

describe('T7 units, by the factors of Odoo', () => {
	const units = [
		{ name: 'Units', reference: 'Units', factor: 1 },
		{ name: 'Dozens', reference: 'Units', factor: 12 },
		{ name: 'kg', reference: 'g', factor: 1000 },
		{ name: 'lb', reference: 'g', factor: 453.592 },
		{ name: 'g', reference: 'g', factor: 1 },
	];
	const policy = rules([rule(both({ percent: '5' }))]);
	const inUnit = (value: number | string, unit?: string) => ({ value, unit });

	test('packs of 12 are converted', () => {
		const same = decide(policy, qty(inUnit(10, 'Dozens'), inUnit(120, 'Units')), { units });
		expect(same.results[0]).toMatchObject({
			verdict: 'within',
			deviation: '0',
			conversions: ['1 Dozens = 12 Units'],
		});
		const more = decide(policy, qty(inUnit(120, 'Units'), inUnit(11, 'Dozens')), { units });
		expect(more.sentence).toContain('Received 11 Dozens, ordered 120 Units: +10 % exceeds 5 %');
	});

	test('prices per another unit are converted', () => {
		const price = rules([{ id: 'r', field: 'unit_price', ...both({ percent: '1' }) } as RuleText]);
		const document = {
			fields: {
				unit_price: {
					expected: { ...eur(12), unit: 'Dozens' },
					actual: { ...eur('1.02'), unit: 'Units' },
				},
			},
		};
		expect(decide(price, document, { units }).sentence).toContain('+2 % exceeds 1 %');
	});

	test('another category is blocked, an unknown or missing unit is reviewed', () => {
		expect(decide(policy, qty(inUnit(10, 'kg'), inUnit(10, 'Units')), { units }).route).toBe(
			'block',
		);
		expect(
			decide(policy, qty(inUnit(10, 'kg'), inUnit(10, 'Pallets')), { units }).results[0].problem
				?.problem,
		).toBe('unit_unknown');
		expect(
			decide(policy, qty(inUnit(10, 'kg'), inUnit(10)), { units }).results[0].problem?.problem,
		).toBe('unit_missing');
	});

	test.each([
		[100, 1200, 'pieces taken for dozens'],
		[1200, 100, 'pieces taken for dozens'],
		[5, 5000, 'grams taken for kilograms'],
		['10', '4.5359', 'pounds taken for kilograms'],
		['10', '22.046', 'pounds taken for kilograms'],
	])('%s against %s is named a mistake of units', (expected, actual, name) => {
		const lenient = rules([rule(both({ percent: '1000000' }))]);
		const record = decide(lenient, qty(expected, actual));
		expect([record.route, record.reasons]).toEqual(['review', ['indeterminate', 'unit_mistake']]);
		expect(record.sentence).toContain(name);
		expect(
			decide({ ...lenient, onUnitMistake: 'name' } as typeof lenient, qty(expected, actual)).route,
		).toBe('auto');
	});
});

test('T8 decimals: 0.1 + 0.2 is 0.3, the limit itself is within, verdicts are on unrounded values', () => {
	const tenth = rule(both({ absolute: '0.2' }));
	expect(routeOf(tenth, qty('0.1', '0.3'))).toBe('auto');
	expect(routeOf(tenth, qty(0.1, 0.3))).toBe('auto');
	expect(routeOf(rule(both({ percent: '10' })), qty(100, 110))).toBe('auto');
	const hair = decide(rules([rule(both({ percent: '10' }))]), qty(100, '110.00000001'));
	expect(hair.sentence).toContain('+10.00000001 % exceeds 10 %');
	const yen = decide(
		rules([{ id: 'r', field: 'unit_price', ...both({ percent: '50' }) } as RuleText]),
		{
			fields: {
				unit_price: {
					expected: { value: 100, currency: 'JPY' },
					actual: { value: '100.5', currency: 'JPY' },
				},
			},
		},
	);
	expect(yen.results[0].deviation).toBe('+1');
});

describe('T9 nothing expected', () => {
	const zero = (zeroBaseline: string, limits: object) =>
		rule({ zeroBaseline, missingBaseline: zeroBaseline, ...both(limits) });
	test.each([
		['review', { percent: '10', absolute: '5' }, 0, 1, 'review'],
		['block', { percent: '10', absolute: '5' }, 0, 1, 'block'],
		['absolute_only', { percent: '10', absolute: '5' }, 0, 5, 'auto'],
		['absolute_only', { percent: '10', absolute: '5' }, 0, 6, 'approve:1'],
		['absolute_only', { percent: '10' }, 0, 1, 'review'],
		['absolute_only', { percent: '10', absolute: '5' }, null, 6, 'approve:1'],
		['review', { percent: '10', absolute: '5' }, null, 1, 'review'],
		['block', { percent: '10', absolute: '5' }, false, 1, 'block'],
		['review', { percent: '10' }, 0, 0, 'auto'],
		['review', { percent: '10' }, -100, -111, 'approve:1'],
		['review', { percent: '10' }, -100, -110, 'auto'],
	])('%s with %j: expected %s, actual %s', (zeroRule, limits, expected, actual, route) => {
		expect(routeOf(zero(zeroRule, limits), qty(expected, actual))).toBe(route);
	});
});

test('T10 bands: flat takes the percentage of the band for all, marginal for each part', () => {
	const banded = (kind: string) =>
		({
			id: 'r',
			field: 'document_amount',
			upper: [
				{
					bands: {
						kind,
						steps: [
							{ upTo: '100', percent: '10' },
							{ upTo: '1000', percent: '5' },
							{ percent: '1' },
						],
					},
					route: 'approve:1',
				},
			],
		}) as RuleText;
	const judge = (kind: string, expected: number, actual: string) =>
		routeOf(banded(kind), {
			fields: { document_amount: { expected: eur(expected), actual: eur(actual) } },
		});
	expect(judge('flat', 100, '110')).toBe('auto');
	expect(judge('flat', 100, '110.01')).toBe('approve:1');
	expect(judge('flat', 101, '106.06')).toBe('approve:1');
	expect(judge('flat', 101, '106.05')).toBe('auto');
	// 10 % of 100, 5 % of 900, 1 % of 1000.
	expect(judge('marginal', 2000, '2065')).toBe('auto');
	expect(judge('marginal', 2000, '2065.01')).toBe('approve:1');
});

describe('T11 drift', () => {
	const drift = (
		more: object,
		limits: object = {
			upper: [{ percent: '5', route: 'approve:1' }],
			lower: [{ percent: '5', route: 'approve:1' }],
		},
	) =>
		policyOf(
			rules([
				rule({ id: 'single', ...both({ percent: '1' }, 'review') }),
				rule({
					id: 'sum',
					drift: { window: { days: 30 }, mode: 'net', by: ['product'], ...more },
					...limits,
				}),
			]),
		);
	const losses = (gate: Gate, count: number, actual: string | ((at: number) => string) = '99.1') =>
		Array.from({ length: count }, (_one, at) =>
			gate.record({
				document: {
					key: `count-${at}`,
					at: `2026-11-${String(1 + (at % 25)).padStart(2, '0')}`,
					scope: { product: 'A' },
					...qty(100, typeof actual === 'string' ? actual : actual(at)),
				},
				now: NOW,
			}),
		);

	test('20 losses of 0.9 % pass one by one; in one batch the gate stops at the limit', () => {
		const records = losses(new Gate(drift({})), 20);
		expect(records.slice(0, 5).map(({ route }) => route)).toEqual(Array(5).fill('auto'));
		expect(records[5].sentence).toContain('-5.4 %, with 5 earlier in 30 days exceeds 5 %');
		expect(records.slice(5).every(({ route }) => route === 'approve:1')).toBe(true);
	});

	test('the same from records that were read back, pending ones included; approved and refused ones are not counted', () => {
		const policy = drift({});
		const earlier = losses(new Gate(policy), 5);
		const document = {
			key: 'next',
			at: '2026-11-20',
			scope: { product: 'A' },
			...qty(100, '99.1'),
		};
		const withStatus = (status?: PriorStatus) => earlier.map((one) => priorOf(one, status));
		expect(decide(policy, document, { prior: withStatus() }).route).toBe('approve:1');
		expect(decide(policy, document, { prior: withStatus(PriorStatus.Pending) }).route).toBe(
			'approve:1',
		);
		expect(decide(policy, document, { prior: withStatus(PriorStatus.Approved) }).route).toBe(
			'auto',
		);
		expect(decide(policy, document, { prior: withStatus(PriorStatus.Rejected) }).route).toBe(
			'auto',
		);
		const counted = decide(policy, document, { prior: withStatus() }).inputs
			.prior as PriorDecision[];
		expect(counted).toHaveLength(5);
	});

	test('net lets gains and losses cancel, gross does not', () => {
		const swing = (at: number): string => (at % 2 === 0 ? '99.1' : '100.9');
		expect(losses(new Gate(drift({})), 12, swing).every(({ route }) => route === 'auto')).toBe(
			true,
		);
		const gross = losses(new Gate(drift({ mode: 'gross' })), 12, swing);
		expect(gross[5].sentence).toContain('+5.4 %, with 5 earlier in 30 days exceeds 5 %');
	});

	test('windows by count and by time forget; another product is another sum', () => {
		const counted = losses(new Gate(drift({ window: { count: 5 } })), 20);
		expect(counted.every(({ route }) => route === 'auto')).toBe(true);
		const policy = drift({});
		const prior = losses(new Gate(policy), 5).map((one) => priorOf(one));
		const later = { key: 'n', at: '2026-12-20', scope: { product: 'A' }, ...qty(100, '99.1') };
		expect(decide(policy, later, { prior, now: '2026-12-20T00:00:00Z' }).route).toBe('auto');
		expect(
			decide(policy, { ...later, at: '2026-11-20', scope: { product: 'B' } }, { prior }).route,
		).toBe('auto');
	});

	test('the same thing judged again does not count against itself', () => {
		const gate = new Gate(drift({}));
		const same = { key: 'k', at: '2026-11-20', scope: { product: 'A' }, ...qty(100, '99.1') };
		const records = Array.from({ length: 10 }, () => gate.record({ document: same, now: NOW }));
		expect(new Set(records.map(({ digest }) => digest)).size).toBe(1);
	});

	test('lines of one document count together, whatever their order', () => {
		const lines = ['99.1', '98.1', '97.9'].map((actual, at) => ({
			line: `L${at}`,
			scope: { product: 'A' },
			...qty(100, actual),
		}));
		const sums = (list: typeof lines) => {
			const { lines: judged } = decide(drift({ percentOf: 'current' }), { lines: list });
			return judged.map(({ results }) => results.find((one) => one.rule === 'sum')?.percent);
		};
		// 4.9 of 300.
		expect(sums(lines)).toEqual(['-1.63', '-1.63', '-1.63']);
		expect(sums([...lines].reverse())).toEqual(sums(lines));
	});
});

describe('T12 versions and scopes', () => {
	test('a policy that is not in force blocks; an old event is judged by its own time', () => {
		const old = rules([rule(both({ percent: '5' }))], {
			effectiveFrom: '2025-01-01',
			effectiveTo: '2025-12-31',
		});
		expect(decide(old, { at: '2025-12-31T23:00:00Z', ...qty(100, 101) }).route).toBe('auto');
		const late = decide(old, { at: '2026-01-01T00:00:00Z', ...qty(100, 101) });
		expect([late.route, late.sentence]).toEqual([
			'block',
			'The policy is not in force (policy test v1): blocked',
		]);
		const byDecision = { ...old, judgeBy: 'decision' } as typeof old;
		expect(decide(byDecision, { at: '2025-06-01', ...qty(100, 101) }).route).toBe('block');
	});

	const scoped = rule({
		...both({ percent: '10' }),
		scopes: [
			{ when: { partner: 'Azure' }, ...both({ percent: '5' }, 'review') },
			{ when: { product: 'Desk', partner: 'Azure' }, ...both({ percent: '1' }, 'block') },
			{ when: { category: 'All / Food' }, ...both({ percent: '3' }, 'approve:2') },
			{ when: { category: 'All / Food / Fresh' }, check: 'off' },
			{ when: { lane: 'DE>*' }, ...both({ percent: '4' }, 'approve:3') },
		],
	});
	test.each([
		[{}, 'auto'],
		[{ partner: [7, 'Azure'] }, 'review'],
		[{ partner: 'Azure', product: 'Desk' }, 'block'],
		[{ partner: 'Azure', product: 'Chair', category: 'All / Food' }, 'approve:2'],
		[{ category: 'All / Food / Fresh / Fish' }, 'auto'],
		[{ category: 'All / Foodstuff', lane: 'DE > FR' }, 'approve:3'],
	])('most specific first: %j', (scope, route) => {
		expect(routeOf(scoped, { scope, ...qty(100, 109) })).toBe(route);
	});

	test('the path of the choice is on record', () => {
		const record = decide(rules([scoped]), {
			scope: { partner: 'Azure', product: 'Chair' },
			...qty(100, 109),
		});
		expect(record.results[0].resolution).toEqual([
			'partner=Azure: chosen',
			'product=Desk & partner=Azure: no, product is Chair',
			'category=All / Food: no, category is not given',
			'category=All / Food / Fresh: no, category is not given',
			'lane=DE>*: less specific',
		]);
	});

	test('of equally specific scopes the strictest verdict counts', () => {
		const tied = rule({
			...both({ percent: '10' }),
			scopes: [
				{ when: { partner: ['A', 'B'] }, ...both({ percent: '5' }, 'review') },
				{ when: { partner: 'A' }, ...both({ percent: '5' }, 'block') },
			],
		});
		expect(routeOf(tied, { scope: { partner: 'A' }, ...qty(100, 109) })).toBe('block');
	});
});

test('T13 a shadow policy is compared and changes nothing', () => {
	const decided = decide(rules([rule(both({ percent: '10' }))]), qty(100, 107));
	const shadow = decide(
		rules([rule(both({ percent: '5' }, 'block'))], { version: '2' }),
		qty(100, 107),
	);
	expect(compareShadow(decided, shadow)).toMatchObject({
		policy: { version: '2' },
		outcome: 'blocked',
		differs: true,
		differences: [{ line: null, rule: 'r', decided: 'auto', shadow: 'block' }],
	});
	expect(compareShadow(decided, decided)).toMatchObject({ differs: false, differences: [] });
});

test('T14 a record can be checked, explained, and made again', () => {
	const expected = {
		value: 100,
		unit: 'Units',
		source: 'purchase.order.line,42',
		at: '2026-11-01T08:00:00Z',
	};
	const record = decide(
		rules([rule(both({ percent: '10' }))]),
		qty(expected, { value: 112, unit: 'Units', source: 'WMS' }),
	);
	expect(record.inputs.document.fields?.quantity.expected).toEqual(expected);
	expect(isIntact(record)).toBe(true);
	expect(isIntact({ ...record, route: 'auto' })).toBe(false);
	expect(explain(record).join('\n')).toContain(
		'rule r: exceeded, approval level 1. expected 100, actual 112, deviation +12 Units (+12 %), beyond 10 %',
	);
	// The bytes of today's format: a change of this digest is a change of format, and needs another RECORD_SCHEMA.
	expect(record.digest).toMatchInlineSnapshot(
		`"sha256:da6e2c6758075a1739940a8073a6764b6b4bcf56af17abc00734813f9752fd2f"`,
	);
});

test.each([
	null,
	undefined,
	'',
	false,
	NaN,
	Infinity,
	'abc',
	'1.234,56',
	'1,234',
	'1 234',
	[],
	{},
	true,
	'1e999',
	'١٢',
	9007199254740993,
])('T15 %p is never taken for a number', (value) => {
	for (const document of [qty(100, value), qty(value, 100)]) {
		const record = decide(rules([rule(both({ percent: '10' }))]), document as never);
		expect([record.route, record.indeterminate]).toEqual(['review', true]);
	}
});

test('T16 a policy whose hash is not on the list blocks', () => {
	const policy = policyOf(rules([rule(both({ percent: '10' }))]));
	expect(decide(policy, qty(100, 100), { approvedPolicies: [policy.hash] }).route).toBe('auto');
	const record = decide(policy, qty(100, 100), { approvedPolicies: ['sha256:0'] });
	expect([record.route, record.reasons]).toEqual(['block', ['policy_not_approved']]);
});

test('T17 where the policy allows it, good lines may go on', () => {
	const policy = rules(
		[
			rule({
				upper: [
					{ percent: '5', route: 'approve:1' },
					{ percent: '50', route: 'block' },
				],
			}),
		],
		{ partialAcceptance: true },
	);
	const lines = [100, 110, 200, 'x'].map((actual, at) => ({ line: at + 1, ...qty(100, actual) }));
	const record = decide(policy, { lines });
	expect(record.acceptance).toEqual({ accepted: ['1'], held: ['2', '4'], blocked: ['3'] });
	expect(record.outcome).toBe('blocked');
	expect(decide({ ...policy, partialAcceptance: false }, { lines }).acceptance).toBeUndefined();
});

test('T18 an accepted deviation is quiet until it grows, turns or ends', () => {
	const policy = rules([rule(both({ percent: '5' }))]);
	const accepted = {
		document: 'PO1',
		rule: 'r',
		deviation: '+12',
		by: 'Mitchell',
		until: '2026-12-31',
	};
	const judge = (actual: number, more = {}) =>
		decide(
			policy,
			{ document: 'PO1', ...qty(100, actual) },
			{ acknowledged: [{ ...accepted, ...more }] },
		);
	expect(judge(112)).toMatchObject({ route: 'auto', reasons: ['acknowledged'] });
	expect(judge(112).sentence).toContain('+12 % was accepted by Mitchell');
	expect(judge(113).route).toBe('approve:1');
	expect(judge(88).route).toBe('approve:1');
	expect(judge(112, { until: '2026-11-24' }).route).toBe('approve:1');
	expect(judge(112, { unit: 'kg' }).route).toBe('approve:1');
});

test('whoever asks can only make it stricter', () => {
	const policy = rules([rule(both({ percent: '5' }, 'approve:2'))]);
	expect(decide(policy, qty(100, 100), { atLeast: 'review' })).toMatchObject({
		route: 'review',
		reasons: ['raised'],
	});
	expect(decide(policy, qty(100, 120), { atLeast: 'auto' }).route).toBe('approve:2');
	expect(decide(policy, qty(100, 120), { atLeast: 'block' }).route).toBe('block');
});

test('an item that no rule speaks of is reviewed', () => {
	const policy = rules([rule({ optional: true, ...both({ percent: '5' }) })]);
	expect(decide(policy, { fields: {} })).toMatchObject({
		route: 'review',
		reasons: ['nothing_judged'],
	});
	expect(decide(policy, { lines: [] })).toMatchObject({
		route: 'review',
		reasons: ['nothing_judged'],
	});
	expect(decide(policy, { at: '31.01.2026', ...qty(1, 1) })).toMatchObject({
		route: 'review',
		reasons: ['unreadable_time'],
	});
});
