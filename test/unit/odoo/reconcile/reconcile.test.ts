import fc from 'fast-check';
import {
	ComparisonOutcome,
	noTotals,
	reconcile,
	ValueKind,
	type ComparedRow,
	type ComparedValue,
	type ComparisonResult,
} from '../../../../core/odoo/reconcile';

const QUANTITY: ComparedValue = { name: 'quantity', kind: ValueKind.Number };

type Sketch = readonly [key: unknown[], ...values: unknown[]];

const rows = (list: readonly Sketch[]): ComparedRow[] =>
	list.map(([key, ...values], origin) => ({ key, values, origin }));

async function* pages(list: ComparedRow[], size = 2): AsyncGenerator<ComparedRow[]> {
	for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

async function run(source: Sketch[], odoo: Sketch[], values = [QUANTITY], size = 2) {
	const results: ComparisonResult[] = [];
	const spec = { keys: ['product', 'location'], values };
	for await (const one of reconcile(rows(source), pages(rows(odoo), size), spec)) results.push(one);
	return results;
}

const outcomes = (results: ComparisonResult[]) =>
	Object.fromEntries(results.map(({ key, outcome }) => [key.product, outcome]));

test('matched, different, missing here and missing there', async () => {
	const results = await run(
		[
			[['same', 'WH'], 5],
			[['other', 'WH'], '7.5'],
			[['source', 'WH'], 1],
		],
		[
			[['same', 'WH'], 5],
			[['other', 'WH'], 5],
			[['odoo', 'WH'], 1],
		],
	);
	expect(outcomes(results)).toEqual({
		same: ComparisonOutcome.Matched,
		other: ComparisonOutcome.Different,
		source: ComparisonOutcome.MissingInOdoo,
		odoo: ComparisonOutcome.MissingInSource,
	});
	expect(results.find(({ key }) => key.product === 'other')).toMatchObject({
		differences: [{ name: 'quantity', source: '7.5', odoo: 5, difference: '2.5' }],
		sourceOrigins: [1],
		odooOrigins: [1],
	});
});

test('rows of one key are added up exactly, over pages too', async () => {
	const odoo: Sketch[] = [
		[['a', 'WH'], 0.1],
		[['b', 'WH'], 1],
		[['a', 'WH'], 0.2],
	];
	const [a] = await run([[['a', 'WH'], '0.3']], odoo, [QUANTITY], 1);
	expect(a).toMatchObject({ outcome: ComparisonOutcome.Matched, odooOrigins: [0, 2] });
});

test.each<[string, Partial<ComparedValue>, unknown, unknown, boolean]>([
	['absolute, at the limit', { absolute: 0.5 }, 10.5, 10, true],
	['absolute, beyond it', { absolute: 0.5 }, 10.51, 10, false],
	['percent of what Odoo has', { percent: 5 }, 105, 100, true],
	['percent, beyond it', { percent: 5 }, '105.01', 100, false],
	['the more generous of the two', { absolute: 1, percent: 1 }, 10.9, 10, true],
	['percent of nothing is nothing', { percent: 50 }, 1, 0, false],
	['no tolerance', {}, 0.1 + 0.2, 0.3, false],
	['a number that is none is different', { absolute: 99 }, '1,5', 1.5, false],
	['empty on both sides', {}, null, false, true],
	['empty on one side is not 0', { absolute: 99 }, null, 0, false],
	[
		'times in minutes',
		{ kind: ValueKind.Time, absolute: 5 },
		'2026-01-31T09:04:00+01:00',
		'2026-01-31 08:00:00',
		true,
	],
	[
		'times beyond it',
		{ kind: ValueKind.Time, absolute: 3 },
		'2026-01-31T09:04:00+01:00',
		'2026-01-31 08:00:00',
		false,
	],
	['texts', { kind: ValueKind.Text }, ' delivered', 'delivered', true],
	['other texts', { kind: ValueKind.Text }, 'delivered', 'returned', false],
])('%s', async (_what, value, source, odoo, isSame) => {
	const [result] = await run(
		[[['a', 'WH'], source]],
		[[['a', 'WH'], odoo]],
		[{ ...QUANTITY, ...value }],
	);
	expect(result.outcome).toBe(isSame ? ComparisonOutcome.Matched : ComparisonOutcome.Different);
});

test('rows of one key that contradict each other are ambiguous', async () => {
	const status = [{ name: 'status', kind: ValueKind.Text }];
	const [result] = await run(
		[[['T1', ''], 'delivered']],
		[
			[['T1', ''], 'delivered'],
			[['T1', ''], 'in_transit'],
		],
		status,
	);
	expect(result).toMatchObject({ outcome: ComparisonOutcome.Ambiguous, odooOrigins: [0, 1] });
});

test('each key has one result whatever the order and the pages, and both sides are accounted for', async () => {
	const lists = fc.array(
		fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -9, max: 9 })),
	);
	await fc.assert(
		fc.asyncProperty(lists, lists, fc.integer({ min: 1, max: 5 }), async (left, right, size) => {
			const [source, odoo] = [left, right].map((list) =>
				list.map(([product, quantity]): Sketch => [[product, 'WH'], quantity]),
			);
			const results = await run(source, odoo, [QUANTITY], size);
			const keys = new Set([...left, ...right].map(([product]) => product));
			expect(results.map(({ key }) => key.product).sort()).toEqual([...keys].sort());
			expect(results.flatMap(({ sourceOrigins }) => sourceOrigins)).toHaveLength(left.length);
			expect(results.flatMap(({ odooOrigins }) => odooOrigins)).toHaveLength(right.length);
			const turned = await run([...source].reverse(), [...odoo].reverse(), [QUANTITY], 3);
			expect(outcomes(turned)).toEqual(outcomes(results));
			const same = await run(source, source);
			expect(same.every(({ outcome }) => outcome === ComparisonOutcome.Matched)).toBe(true);
		}),
		{ numRuns: 60 },
	);
});

test('totals begin at nothing for every outcome', () => {
	expect(noTotals()).toEqual(
		Object.fromEntries(Object.values(ComparisonOutcome).map((outcome) => [outcome, 0])),
	);
});
