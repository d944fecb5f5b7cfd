import type { EvaluationInput, PriorDecision, RuleText } from '../../../core/tolerance';
import { PriorStatus } from '../../../core/tolerance';
import { decide, rules } from './helpers/decide';

interface Vector {
	readonly key: string;
	readonly rule: object;
	readonly document: EvaluationInput['document'];
	readonly route: string;
	/** What the sentence says of it. */
	readonly says: string;
	readonly prior?: PriorDecision[];
}

const money = (value: number | string) => ({ value, currency: 'EUR' });
const upper = (limit: object, route = 'approve:1') => ({ upper: [{ ...limit, route }] });

/** One pair of vectors per tolerance key of SAP's invoice verification (table T169G): at the limit, and beyond it. */
const VECTORS: Vector[] = [
	{
		key: 'AN, amount of an item without order reference: absolute',
		rule: { field: 'line_amount', measure: 'actual', ...upper({ absolute: '500' }) },
		document: { fields: { line_amount: { actual: money('500.01') } } },
		route: 'approve:1',
		says: '+500.01 EUR exceeds 500 EUR',
	},
	{
		key: 'AP, amount of an item with order reference: absolute, however small the percentage',
		rule: { field: 'line_amount', ...upper({ absolute: '500', percent: '10' }) },
		document: { fields: { line_amount: { expected: money(100000), actual: money(100501) } } },
		route: 'approve:1',
		says: '+501 EUR exceeds 500 EUR',
	},
	{
		key: 'BD, small differences of the balance',
		rule: { field: 'balance', measure: 'actual', ...upper({ absolute: '2' }) },
		document: { fields: { balance: { actual: money('2.00') } } },
		route: 'auto',
		says: 'within tolerance',
	},
	{
		key: 'BR, order price unit before the receipt',
		rule: {
			field: 'unit_ratio',
			baseline: 'estimated',
			...upper({ percent: '5' }),
			lower: [{ percent: '5', route: 'approve:1' }],
		},
		document: {
			fields: { unit_ratio: { expected: { value: 12, estimated: true }, actual: '11.3' } },
		},
		route: 'approve:1',
		says: '-5.83 % exceeds 5 %',
	},
	{
		key: 'BW, order price unit after the receipt',
		rule: { field: 'unit_ratio', baseline: 'firm', ...upper({ percent: '1' }) },
		document: { fields: { unit_ratio: { expected: 12, actual: '12.13' } } },
		route: 'approve:1',
		says: '+1.08 % exceeds 1 %',
	},
	{
		key: 'DQ, much of something cheap',
		rule: { field: 'quantity', measure: 'value', ...upper({ absolute: '100' }) },
		document: {
			fields: {
				quantity: { expected: 1000, actual: 1900 },
				unit_price: { expected: money('0.10') },
			},
		},
		route: 'auto',
		says: 'within tolerance',
	},
	{
		key: 'DQ, little of something dear',
		rule: { field: 'quantity', measure: 'value', ...upper({ absolute: '100' }) },
		document: {
			fields: { quantity: { expected: 10, actual: 11 }, unit_price: { expected: money('100.01') } },
		},
		route: 'approve:1',
		says: '+100.01 EUR exceeds 100 EUR',
	},
	{
		key: 'DW, billed before anything was received',
		rule: {
			field: 'quantity',
			zeroBaseline: 'absolute_only',
			...upper({ absolute: '5', percent: '10' }),
		},
		document: { fields: { quantity: { expected: 0, actual: 6 } } },
		route: 'approve:1',
		says: '+6 exceeds 5',
	},
	{
		key: 'KW, planned delivery cost',
		rule: {
			field: 'landed_cost',
			...upper({ absolute: '50', percent: '10' }),
			lower: [{ percent: '20', route: 'notify' }],
		},
		document: { fields: { landed_cost: { expected: money(400), actual: money(441) } } },
		route: 'approve:1',
		says: '+10.25 % exceeds 10 %',
	},
	{
		key: 'LA, value of a blanket order: all calls together',
		rule: {
			field: 'line_amount',
			measure: 'actual',
			drift: { window: { document: true }, mode: 'net' },
			...upper({ percent: '100' }),
		},
		document: {
			key: 'call-3',
			document: 'BPO1',
			fields: { line_amount: { expected: money(1000), actual: money('300.01') } },
		},
		route: 'approve:1',
		says: '+100.001 %, with 2 earlier in document BPO1 exceeds 100 %',
		prior: [400, 300].map((amount, at) => ({
			key: `call-${at + 1}`,
			document: 'BPO1',
			at: '2026-01-01T00:00:00Z',
			status: PriorStatus.Passed,
			contributions: [
				{ rule: 'r', group: '', line: null, amount: String(amount), base: '1000', unit: 'EUR' },
			],
		})),
	},
	{
		key: 'LD, time limit of a blanket order',
		rule: { field: 'delivery_date', in: 'days', ...upper({ absolute: '0' }, 'block') },
		document: {
			fields: {
				delivery_date: { expected: { from: '2026-01-01', to: '2026-06-30' }, actual: '2026-07-01' },
			},
		},
		route: 'block',
		says: '+1 days exceeds 0 days',
	},
	{
		key: 'PP, price',
		rule: { field: 'unit_price', baseline: 'firm', ...upper({ percent: '2' }) },
		document: { fields: { unit_price: { expected: money('10.00'), actual: money('10.21') } } },
		route: 'approve:1',
		says: '+2.1 % exceeds 2 %',
	},
	{
		key: 'PS, estimated price',
		rule: { field: 'unit_price', baseline: 'estimated', ...upper({ percent: '15' }) },
		document: {
			fields: {
				unit_price: { expected: { ...money('10.00'), estimated: true }, actual: money('11.50') },
			},
		},
		route: 'auto',
		says: 'within tolerance',
	},
	{
		key: 'ST, date: amount × days early',
		rule: {
			field: 'delivery_date',
			measure: 'amount_days',
			in: 'days',
			lower: [{ absolute: '10000', route: 'approve:1' }],
		},
		document: {
			fields: {
				delivery_date: { expected: '2026-02-20', actual: '2026-02-09' },
				document_amount: { expected: money(1000) },
			},
		},
		route: 'approve:1',
		says: '-11000 EUR × days exceeds 10000 EUR × days',
	},
	{
		key: 'VP, moving average price',
		rule: {
			field: 'moving_price',
			...upper({ percent: '25' }),
			lower: [{ percent: '25', route: 'approve:1' }],
		},
		document: { fields: { moving_price: { expected: money(8), actual: money('10.001') } } },
		route: 'approve:1',
		says: '+25.01 % exceeds 25 %',
	},
	{
		key: 'B1 and B2, two thresholds: warn, then stop',
		rule: {
			field: 'unit_price',
			upper: [
				{ percent: '20', check: 'warn', route: 'block' },
				{ percent: '50', route: 'block' },
			],
		},
		document: { fields: { unit_price: { expected: money(10), actual: money(13) } } },
		route: 'notify',
		says: '+30 % exceeds 20 %',
	},
];

test.each(VECTORS)('$key', ({ rule, document, route, says, prior }) => {
	const record = decide(rules([{ id: 'r', ...rule } as RuleText]), document, { prior });
	expect(record.sentence).toContain(says);
	expect(record.route).toBe(route);
});
