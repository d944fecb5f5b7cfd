import { compilePolicy, hashOf, READY_POLICIES, type PolicyText } from '../../../core/tolerance';
import { rules } from './helpers/decide';

const good = { id: 'r', field: 'quantity', upper: [{ percent: '5', route: 'review' }] };

const issuesOf = (policy: unknown): string[] => {
	const compiled = compilePolicy(policy);
	return compiled.ok ? [] : compiled.issues.map(({ path, message }) => `${path}: ${message}`);
};

test.each(READY_POLICIES.map((policy) => [policy.title, policy] as const))(
	'%s is a good policy without warnings',
	(_title, policy) => {
		expect(compilePolicy(policy)).toMatchObject({ ok: true, warnings: [] });
	},
);

test.each([
	[
		'an enabled limit without a value',
		{ ...good, upper: [{ route: 'block' }] },
		'/rules/0/upper/0: The limit is on and has no value',
	],
	[
		'a rule without limits',
		{ id: 'r', field: 'quantity' },
		'/rules/0: The rule is on and has no limit',
	],
	[
		'a scope without limits',
		{ ...good, scopes: [{ when: { partner: 'A' } }] },
		'/rules/0/scopes/0: The rule is on and has no limit',
	],
	['a field nobody knows', { ...good, field: 'colour' }, '/rules/0/field: No field "colour"'],
	[
		'a percentage of a date',
		{ ...good, field: 'eta' },
		'/rules/0/upper/0: A percentage of a date is nothing',
	],
	[
		'a date in kilograms',
		{ id: 'r', field: 'eta', in: 'kg', upper: [{ absolute: 1, route: 'review' }] },
		'/rules/0/in: Times are measured in',
	],
	[
		'a negative limit',
		{ ...good, upper: [{ percent: '-5', route: 'review' }] },
		'/rules/0/upper/0/percent: A limit is 0 or more',
	],
	[
		'a measure that does not fit',
		{ ...good, measure: 'fx' },
		'/rules/0/measure: "fx" does not fit',
	],
	[
		'bands that go down',
		{
			...good,
			upper: [
				{
					bands: {
						kind: 'flat',
						steps: [{ upTo: 5, percent: 1 }, { upTo: 3, percent: 1 }, { percent: 1 }],
					},
					route: 'review',
				},
			],
		},
		'/rules/0/upper/0/bands/steps/1: Bands go upwards',
	],
	[
		'a gap above the bands',
		{
			...good,
			upper: [{ bands: { kind: 'flat', steps: [{ upTo: 5, percent: 1 }] }, route: 'review' }],
		},
		'Every band but the last has an "upTo"',
	],
	[
		'a route that does not exist',
		{ ...good, upper: [{ percent: 1, route: 'maybe' }] },
		'/rules/0/upper/0/route',
	],
	[
		'a limit that is no number',
		{ ...good, upper: [{ percent: '5 %', route: 'review' }] },
		'/rules/0/upper/0/percent',
	],
	['a misspelt word', { ...good, uper: [] }, '/rules/0'],
])('%s is an error, with its place', (_name, rule, expected) => {
	expect(issuesOf(rules([rule as never])).join('\n')).toContain(expected);
});

test('a policy as a whole: names, dates, time zone, currency of amounts', () => {
	const policy = {
		...rules([good, good] as never),
		effectiveFrom: '2026-02-30',
		effectiveTo: '2025-01-01',
		calendar: { timeZone: 'Mars' },
	};
	const issues = issuesOf(policy).join('\n');
	for (const text of [
		'There are several rules "r"',
		'"2026-02-30" is not a date',
		'ends before it begins',
		'no time zone',
	]) {
		expect(issues).toContain(text);
	}
	const amount = { id: 'r', field: 'line_amount', upper: [{ absolute: 5, route: 'review' }] };
	expect(issuesOf({ id: 'p', version: '1', rules: [amount] })).toEqual([
		'/rules/0: Absolute amounts need a currency: give the policy a "currency"',
	]);
	expect(issuesOf('a policy')).not.toEqual([]);
	expect(issuesOf(null)).not.toEqual([]);
});

test('a step that is never reached is warned of', () => {
	const upper = [
		{ percent: '20', route: 'notify' },
		{ percent: '10', route: 'block' },
	];
	expect(compilePolicy(rules([{ ...good, upper }] as never))).toMatchObject({
		ok: true,
		warnings: [{ path: '/rules/0/upper/0', severity: 'warning' }],
	});
});

test('the hash is of the content, not of the layout', () => {
	const [policy] = READY_POLICIES;
	const turned = Object.fromEntries(Object.entries(policy).reverse());
	expect(hashOf(turned)).toBe(hashOf(policy));
	expect(hashOf({ ...policy, version: '2' } as PolicyText)).not.toBe(hashOf(policy));
});
