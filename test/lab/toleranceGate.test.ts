import { randomBytes } from 'node:crypto';
import { type Item, itemsOf } from '../../lab/clients';
import { READY_POLICIES } from '../../core/tolerance';
import { openTestLab, type TestLab } from './harness/lab';

const PACKAGE = 'n8n-nodes-odoo-logistics';
const GATE = 'Tolerance Gate';
const POLICY_FILE = 'inventory-adjustment.json';

let lab: TestLab;

interface Told {
	route: string;
	sentence: string;
	record: { digest: string; results: Array<{ conversions?: string[] }> };
}

beforeAll(async () => {
	lab = await openTestLab();
	await stockUp();
}, 1_200_000);
afterAll(async () => await lab.end());

/** Products with stock in the real Odoo, and the policy attached to the warehouse. */
async function stockUp(): Promise<void> {
	const { admin } = lab;
	const location = await admin.ref('stock.stock_location_stock');
	const kilograms = await admin.ref('uom.product_uom_kgm');
	const stock = [
		['WMS-BOLT', 100, {}],
		['WMS-BOX', 120, {}],
		['WMS-SAND', 50, { uom_id: kilograms }],
		['WMS-LOST', 100, {}],
		['WMS-MIXED', 10, {}],
		['WMS-DRIFT', 100, {}],
	] as const;
	for (const [code, quantity, more] of stock) {
		const product = await admin.create('product.product', {
			name: code,
			default_code: code,
			is_storable: true,
			...more,
		});
		const quant = await admin.create('stock.quant', {
			product_id: product,
			location_id: location,
			inventory_quantity: quantity,
		});
		await admin.call('stock.quant', 'action_apply_inventory', { ids: [quant] });
	}
	const [warehouse] = await admin.searchRead('stock.warehouse', { limit: 1 });
	const policy = READY_POLICIES.find(({ id }) => id === 'inventory-adjustment');
	await admin.create('ir.attachment', {
		name: POLICY_FILE,
		res_model: 'stock.warehouse',
		res_id: warehouse.id,
		datas: Buffer.from(JSON.stringify(policy)).toString('base64'),
	});
}

/** A WMS sends counts; Odoo says what should be there; the gate decides, with policy and units from Odoo. */
async function count(
	counts: object[],
	options: object = {},
	odooReads = ['units'],
): Promise<Told[][]> {
	const path = `gate-${randomBytes(6).toString('hex')}`;
	const credentials = { odooSyncApi: { name: lab.json2.name } };
	const node = (
		name: string,
		type: string,
		typeVersion: number,
		at: number,
		parameters: object,
	) => ({
		name,
		type,
		typeVersion,
		position: [at * 200, 0] as [number, number],
		parameters: parameters as Record<string, unknown>,
	});
	const workflow = await lab.n8n.importWorkflow(
		{
			name: `Test ${path}`,
			nodes: [
				{
					...node('WMS', 'n8n-nodes-base.webhook', 2, 0, {
						path,
						httpMethod: 'POST',
						responseMode: 'lastNode',
					}),
					webhookId: path,
				},
				node('Counts', 'n8n-nodes-base.splitOut', 1, 1, { fieldToSplitOut: 'body.counts' }),
				{
					...node('Stock in Odoo', `${PACKAGE}.odooSync`, 1, 2, {
						resource: 'record',
						operation: 'getMany',
						model: { __rl: true, mode: 'id', value: 'stock.quant' },
						filterMode: 'domain',
						domain:
							'=[["product_id.default_code", "=", "{{ $json.code }}"], ["location_id.usage", "=", "internal"]]',
						returnAll: true,
						simplify: true,
						options: { fields: ['quantity', 'product_uom_id'], outputField: 'quants' },
					}),
					credentials,
				},
				{
					...node(GATE, `${PACKAGE}.toleranceGate`, 1, 3, {
						operation: 'evaluate',
						limitsFrom: 'policy',
						useOdoo: true,
						policySource: 'odooAttachment',
						policyAttachment: POLICY_FILE,
						documentFrom: 'json',
						documentJson:
							'={{ { "key": $json.id, "scope": { "product": $json.code }, "fields": { "quantity": { "expected": { "value": $json.quants[0].quantity, "unit": $json.quants[0].product_uom_id.name ?? $json.quants[0].product_uom_id, "source": "stock.quant," + $json.quants[0].id }, "actual": { "value": $json.counted, "unit": $json.unit, "source": "WMS" } } } } }}',
						odooReads,
						options,
					}),
					credentials,
				},
			],
			connections: {
				WMS: { main: [[{ node: 'Counts', type: 'main', index: 0 }]] },
				Counts: { main: [[{ node: 'Stock in Odoo', type: 'main', index: 0 }]] },
				'Stock in Odoo': { main: [[{ node: GATE, type: 'main', index: 0 }]] },
			},
		},
		[lab.json2],
	);
	await lab.n8n.activate(workflow.id);
	await lab.n8n.callWebhook(path, { body: { counts } });
	const execution = await lab.n8n.waitForExecution(workflow.id);
	await lab.n8n.deactivate(workflow.id);
	return [0, 1, 2].map((output) =>
		itemsOf(execution, GATE, output).map(
			({ json }: Item) => (json as { tolerance: Told }).tolerance,
		),
	);
}

test('counts over and under tolerance meet the quantities and units of the real Odoo', async () => {
	const [within, approval, blocked] = await count([
		{ id: 'c1', code: 'WMS-BOLT', counted: 101, unit: 'Units' },
		{ id: 'c2', code: 'WMS-BOX', counted: 9, unit: 'Dozens' },
		{ id: 'c3', code: 'WMS-SAND', counted: '110.231', unit: 'lb' },
		{ id: 'c4', code: 'WMS-LOST', counted: 40, unit: 'Units' },
		{ id: 'c5', code: 'WMS-MIXED', counted: 10, unit: 'kg' },
		{ id: 'c6', code: 'WMS-BOLT', counted: '1.234,5', unit: 'Units' },
	]);
	expect(within.map(({ sentence }) => sentence)).toEqual([
		'All is within tolerance (policy inventory-adjustment v1): passes',
		'All is within tolerance (policy inventory-adjustment v1): passes',
	]);
	expect(within[1].record.results[0].conversions).toEqual(['1 kg = 1000 g', '1 lb = 453.592 g']);
	expect(approval.map(({ route, sentence }) => `${route} | ${sentence}`)).toEqual([
		expect.stringContaining('approve:1 | Counted 9 Dozens, on hand 120 Units: -10 % exceeds 5 %'),
		expect.stringContaining('"1.234,5" can be read in two ways'),
	]);
	expect(blocked.map(({ sentence }) => sentence)).toEqual([
		expect.stringContaining('Counted 40 Units, on hand 100 Units: -60 % exceeds 50 %'),
		expect.stringContaining('Units and kg measure different things'),
	]);
}, 300_000);

test('earlier decisions that are kept in Odoo count for the drift of the next ones', async () => {
	const small = (id: string, counted: number) => ({
		id,
		code: 'WMS-DRIFT',
		counted,
		unit: 'Units',
	});
	const [first] = await count([small('d1', 98), small('d2', 98)]);
	expect(first).toHaveLength(2);
	for (const told of first) {
		await lab.admin.create('res.partner', {
			name: 'Kept decision',
			ref: JSON.stringify(told.record),
		});
	}
	const options = {
		priorModel: 'res.partner',
		priorField: 'ref',
		priorDomain: '[["name", "=", "Kept decision"]]',
	};
	const [, alone] = await count([small('d3', 95)]);
	expect(alone).toEqual([]);
	const [, approval] = await count([small('d3', 95)], options, ['units', 'prior']);
	expect(approval.map(({ sentence }) => sentence)).toEqual([
		expect.stringContaining('+9 %, with 2 earlier in 30 days exceeds 8 %'),
	]);
	// Judged again, d2 takes its own place instead of counting twice.
	const [again] = await count([small('d2', 98)], options, ['units', 'prior']);
	expect(again).toHaveLength(1);
}, 300_000);

test('a policy in a field of a record, and the rates of the real Odoo, decide about a freight invoice', async () => {
	const { admin } = lab;
	const policy = READY_POLICIES.find(({ id }) => id === 'freight-cost');
	const holder = await admin.create('res.partner', {
		name: 'Carrier with a policy of its own',
		ref: JSON.stringify(policy),
	});
	const euro = await admin.one('res.currency', [
		['name', '=', 'EUR'],
		['active', 'in', [true, false]],
	]);
	await admin.write('res.currency', [euro.id], { active: true });
	const rates = await admin.searchRead('res.currency.rate', {
		domain: [['currency_id', '=', euro.id]],
	});
	await admin.call('res.currency.rate', 'unlink', { ids: rates.map(({ id }) => id) });
	const rateOn = async (day: string) =>
		await admin.create('res.currency.rate', { currency_id: euro.id, rate: 0.9, name: day });
	const judge = async (): Promise<Told[][]> => {
		const path = `gate-${randomBytes(6).toString('hex')}`;
		const workflow = await lab.n8n.importWorkflow(
			{
				name: `Test ${path}`,
				nodes: [
					{
						name: 'Invoice',
						type: 'n8n-nodes-base.webhook',
						typeVersion: 2,
						position: [0, 0],
						parameters: { path, httpMethod: 'POST', responseMode: 'lastNode' },
						webhookId: path,
					},
					{
						name: GATE,
						type: `${PACKAGE}.toleranceGate`,
						typeVersion: 1,
						position: [200, 0],
						credentials: { odooSyncApi: { name: lab.json2.name } },
						parameters: {
							operation: 'evaluate',
							limitsFrom: 'policy',
							useOdoo: true,
							policySource: 'odooField',
							policyModel: 'res.partner',
							policyRecord: String(holder),
							policyField: 'ref',
							documentFrom: 'json',
							documentJson: '={{ $json.body }}',
							odooReads: ['rates'],
							options: {},
						},
					},
				],
				connections: { Invoice: { main: [[{ node: GATE, type: 'main', index: 0 }]] } },
			},
			[lab.json2],
		);
		await lab.n8n.activate(workflow.id);
		const freight = {
			expected: { value: 100, currency: 'EUR' },
			actual: { value: 200, currency: 'USD' },
		};
		await lab.n8n.callWebhook(path, {
			body: { document: 'F1', fields: { freight_cost: freight } },
		});
		const execution = await lab.n8n.waitForExecution(workflow.id);
		await lab.n8n.deactivate(workflow.id);
		return [0, 1, 2].map((output) =>
			itemsOf(execution, GATE, output).map(
				({ json }: Item) => (json as { tolerance: Told }).tolerance,
			),
		);
	};
	await rateOn('2020-01-01');
	const [, old] = await judge();
	expect(old.map(({ route }) => route)).toEqual(['review']);
	await rateOn(new Date().toISOString().slice(0, 10));
	const [, approval] = await judge();
	expect(approval.map(({ route, sentence }) => `${route} | ${sentence}`)).toEqual([
		expect.stringMatching(/^approve:2 \| .*\+80 % exceeds/),
	]);
	expect(approval[0].record.results[0].conversions).toEqual([
		expect.stringContaining('1 EUR = 1.111'),
	]);
}, 300_000);
