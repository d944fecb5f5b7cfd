import {
	READY_POLICIES,
	reevaluate,
	compilePolicy,
	type DecisionRecord,
} from '../../core/tolerance';
import { runNode, type NodeUnderTest } from './harness/engine';

type Json = NodeUnderTest['items'][number];

interface Told {
	outcome: string;
	route: string;
	indeterminate: boolean;
	sentence: string;
	shadow?: { route: string; differs: boolean };
	record: DecisionRecord;
}

const SIMPLE = {
	operation: 'evaluate',
	limitsFrom: 'here',
	field: 'quantity',
	expected: '={{ $json.ordered }}',
	actual: '={{ $json.received }}',
	percent: '10',
	absolute: '',
	route: 'approve:1',
	options: { blockPercent: '50' },
};

const BY_POLICY = {
	operation: 'evaluate',
	limitsFrom: 'policy',
	useOdoo: false,
	policySource: 'ready',
	readyPolicy: 'receipt',
	documentFrom: 'json',
	documentJson: '={{ $json }}',
	options: {},
};

async function gate(
	items: Json[],
	parameters: NodeUnderTest['parameters'],
	onError?: NodeUnderTest['onError'],
) {
	const { outputs, error } = await runNode({
		type: 'toleranceGate',
		parameters,
		items,
		...(onError && { onError }),
	});
	const told = (at: number) =>
		(outputs[at] ?? []).map(({ json }) => json.tolerance as unknown as Told);
	return { outputs, within: told(0), approval: told(1), blocked: told(2), error };
}

test('items leave by their verdict, with their data, paired, and none is lost', async () => {
	const items = [100, 112, 200, '1.234,56', null, 90].map((received, id) => ({
		id,
		ordered: 100,
		received,
	}));
	const { outputs, approval } = await gate(items, SIMPLE);
	expect(
		outputs.map((output) => output.map(({ json, pairedItem }) => [json.id, pairedItem])),
	).toEqual([
		[
			[0, { item: 0 }],
			[5, { item: 5 }],
		],
		[
			[1, { item: 1 }],
			[3, { item: 3 }],
			[4, { item: 4 }],
		],
		[[2, { item: 2 }]],
	]);
	expect(approval[0]).toMatchObject({
		route: 'approve:1',
		sentence:
			'Received 112, ordered 100: +12 % exceeds 10 % (policy simple v1, rule quantity): approval level 1',
	});
	expect(approval.slice(1).map(({ indeterminate, route }) => [indeterminate, route])).toEqual([
		[true, 'review'],
		[true, 'review'],
	]);
});

test('a document with lines by a ready policy; the decision can be made again from the item', async () => {
	const quantity = (expected: number, actual: number) => ({
		fields: { quantity: { expected, actual } },
	});
	const document = {
		document: 'PO7',
		fields: { delivery_date: { expected: '2026-03-02', actual: '2026-03-05T10:00:00Z' } },
		lines: [quantity(100, 100), quantity(100, 112), quantity(50, 49)],
	};
	const { approval } = await gate([{ ...document, other: 'kept' }], BY_POLICY);
	const [{ record }] = approval;
	expect(record.contributors.map(({ line, rule, route }) => [line, rule, route])).toEqual([
		['2', 'qty', 'approve:1'],
		[null, 'date', 'notify'],
	]);
	expect(record.acceptance).toEqual({ accepted: ['1', '3'], held: ['2'], blocked: [] });
	const compiled = compilePolicy(READY_POLICIES.find(({ id }) => id === 'receipt'));
	expect(compiled.ok && reevaluate(compiled.policy, record).digest).toBe(record.digest);
});

test('values of the item by a policy, with scope, shadow and drift over the batch', async () => {
	const policy = {
		id: 'p',
		version: '1',
		rules: [
			{
				id: 'sum',
				field: 'quantity',
				drift: { window: { days: 1 }, mode: 'net', by: ['product'] },
				upper: [{ percent: '5', route: 'approve:1' }],
				lower: [{ percent: '5', route: 'approve:1' }],
			},
		],
	};
	const items = [99, 98, 97.5, 99].map((counted, id) => ({
		id,
		product: id === 3 ? 'B' : 'A',
		counted,
	}));
	const { within, approval } = await gate(items, {
		...BY_POLICY,
		policySource: 'json',
		policyJson: JSON.stringify(policy),
		documentFrom: 'fields',
		values: {
			value: [
				{ field: 'quantity', expected: '100', actual: '={{ $json.counted }}', unit: 'Units' },
			],
		},
		options: {
			scope: '={{ { "product": $json.product } }}',
			key: '={{ $json.id }}',
			shadowPolicy: JSON.stringify({
				...policy,
				version: '2',
				rules: [
					{ ...policy.rules[0], drift: undefined, lower: [{ percent: '2', route: 'block' }] },
				],
			}),
		},
	});
	expect(within).toHaveLength(3);
	expect(approval.map(({ sentence }) => sentence)).toEqual([
		'Received 97.5 Units, ordered 100 Units: -5.5 %, with 2 earlier in 1 days exceeds 5 % (policy p v1, rule sum): approval level 1',
	]);
	expect(approval[0].shadow).toMatchObject({ route: 'block', differs: true });
	expect(within[0].shadow).toMatchObject({ route: 'auto', differs: false });
});

describe('what cannot be evaluated at all never passes', () => {
	const broken = {
		...BY_POLICY,
		policySource: 'json',
		policyJson:
			'{"id":"p","version":"1","rules":[{"id":"r","field":"quantity","upper":[{"route":"block"}]}]}',
	};

	test('it stops the workflow', async () => {
		const { error } = await gate([{}], broken);
		expect(error?.message).toContain('/rules/0/upper/0: The limit is on and has no value');
	});

	test.each([
		['an incomplete policy', broken],
		['no limit', { ...SIMPLE, percent: '' }],
		['a limit that is no number', { ...SIMPLE, percent: '10 %' }],
		['no such ready policy', { ...BY_POLICY, readyPolicy: 'none' }],
		['a model that sets the limit', { ...SIMPLE, percent: "={{ $fromAI('limit') }}" }],
	])('%s: error output, or Blocked', async (_name, parameters) => {
		const continued = await gate([{ a: 1 }], parameters, 'continueErrorOutput');
		expect(continued.outputs.map((items) => items.length)).toEqual([0, 0, 0, 1]);
		const regular = await gate([{ a: 1 }], parameters, 'continueRegularOutput');
		expect(regular.outputs.map((items) => items.length)).toEqual([0, 0, 1]);
		expect(regular.outputs[2][0].json.error).toEqual(expect.any(String));
	});
});

test('a value that a language model fills in is reviewed, however small the deviation', async () => {
	const parameters = { ...SIMPLE, actual: "={{ $fromAI('received', '', 'number', 100) }}" };
	const { outputs } = await gate([{ ordered: 100 }], parameters);
	expect(outputs.map((items) => items.length)).toEqual([0, 1, 0]);
	expect(outputs[1][0].json.tolerance).toMatchObject({ route: 'review' });
	// The same by hand passes.
	const byHand = await gate([{ ordered: 100, received: 100 }], SIMPLE);
	expect(byHand.outputs.map((items) => items.length)).toEqual([1, 0, 0]);
});

test('Validate Policy lists what is wrong, and the hash of what is right', async () => {
	const operation = { operation: 'validatePolicy', useOdoo: false };
	const good = await gate([{}], {
		...operation,
		policySource: 'ready',
		readyPolicy: 'freight-cost',
	});
	expect(good.outputs[0][0].json).toMatchObject({ valid: true, id: 'freight-cost', issues: [] });
	expect(good.outputs[0][0].json.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
	const bad = await gate([{}], {
		...operation,
		policySource: 'json',
		policyJson:
			'{"id":"p","version":"1","rules":[{"id":"r","field":"colour","upper":[{"percent":"1","route":"maybe"}]}]}',
	});
	expect(bad.outputs[0][0].json).toMatchObject({ valid: false, hash: null });
	expect(JSON.stringify(bad.outputs[0][0].json.issues)).toContain('/rules/0/upper/0/route');
});

test('Explain puts a decision in words, and finds what was altered', async () => {
	const { outputs } = await gate([{ ordered: 100, received: 112 }], SIMPLE);
	const { json } = outputs[1][0];
	const explain = { operation: 'explain', decision: '={{ $json.tolerance }}', options: {} };
	const right = await gate([json], explain);
	expect(right.outputs[0][0].json).toMatchObject({ intact: true, reproduced: null });
	expect((right.outputs[0][0].json.explanation as string[])[2]).toContain(
		'deviation +12 (+12 %), beyond 10 %',
	);
	const altered = structuredClone(json) as { tolerance: { record: { route: string } } };
	altered.tolerance.record.route = 'auto';
	expect((await gate([altered as unknown as Json], explain)).outputs[0][0].json.intact).toBe(false);
});
