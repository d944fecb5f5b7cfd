import type { Credential } from '../../lab/clients';
import type { TestLab } from './harness/lab';
import { openTestLab } from './harness/lab';
import { columns, jsonOf, model, runOdooSync } from './harness/runOdooSync';

jest.setTimeout(180_000);

let lab: TestLab;

beforeAll(async () => {
	lab = await openTestLab(['sales_team.group_sale_manager', 'product.group_product_manager']);
}, 1_200_000);
afterAll(async () => await lab.end());

interface Line {
	id: number;
	product_id: [number, string];
	product_uom_qty: number;
}

describe.each(['json2', 'jsonRpc'] as const)('orders with lines, over %s', (protocol) => {
	let credential: Credential;
	const reference = `SO-${protocol}`;
	const sku = (n: number) => `${protocol}-SKU-${n}`;

	const upsert = async (modelName: string, match: string[], items: object[], options = {}) =>
		await runOdooSync(
			lab.n8n,
			credential,
			{
				operation: 'upsert',
				model: model(modelName),
				matchBy: 'fields',
				columns: columns(match),
				options,
			},
			items,
		);

	const order = (quantities: number[], more = {}) => ({
		client_order_ref: reference,
		partner_id: `${protocol}-customer`,
		order_line: quantities.map((quantity, at) => ({
			product_id: sku(at),
			product_uom_qty: quantity,
		})),
		...more,
	});

	const linesInOdoo = async () => {
		const [{ id }] = await lab.admin.searchRead('sale.order', {
			domain: [['client_order_ref', '=', reference]],
		});
		return await lab.admin.searchRead('sale.order.line', {
			domain: [['order_id', '=', id]],
			fields: ['product_id', 'product_uom_qty'],
			order: 'id',
		});
	};

	beforeAll(async () => {
		credential = lab[protocol];
		const customers = await upsert(
			'res.partner',
			['ref'],
			[
				{ ref: `${protocol}-customer`, name: `${protocol} Customer` },
				{ ref: `${protocol}-twin-1`, name: `${protocol} Twin` },
				{ ref: `${protocol}-twin-2`, name: `${protocol} Twin` },
			],
		);
		expect(customers.errors).toEqual([]);
		const products = await upsert(
			'product.product',
			['default_code'],
			[0, 1, 2].map((n) => ({
				default_code: sku(n),
				name: `${protocol} product ${n}`,
				barcode: `${protocol}-BC-${n}`,
				list_price: 10 + n,
			})),
		);
		expect(products.errors).toEqual([]);
	});

	it('makes the order by SKU and customer reference, then changes lines in place', async () => {
		const created = await upsert('sale.order', ['client_order_ref'], [order([1, 2])]);
		expect(created.errors).toEqual([]);
		expect(created.ok[0].json.outcome).toBe('created');
		const before = (await linesInOdoo()) as unknown as Line[];
		expect(before.map(({ product_uom_qty }) => product_uom_qty)).toEqual([1, 2]);

		const again = await upsert('sale.order', ['client_order_ref'], [order([1, 2])]);
		expect(jsonOf(again.ok)[0]).toMatchObject({ outcome: 'unchanged', changed: {} });

		const changed = await upsert('sale.order', ['client_order_ref'], [order([1, 5, 3])]);
		expect(changed.errors).toEqual([]);
		expect(changed.ok[0].json).toMatchObject({
			outcome: 'updated',
			changed: {
				order_line: {
					before: [{ id: before[1].id, product_uom_qty: 2 }],
					after: [
						{ id: before[1].id, product_uom_qty: 5 },
						{ product_id: expect.any(Number), product_uom_qty: 3 },
					],
				},
			},
		});
		const after = (await linesInOdoo()) as unknown as Line[];
		expect(after.map(({ product_uom_qty }) => product_uom_qty)).toEqual([1, 5, 3]);
		expect(after.slice(0, 2).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
	});

	it('deletes lines that the item no longer has only when asked to', async () => {
		const kept = await upsert('sale.order', ['client_order_ref'], [order([1])]);
		expect(kept.ok[0].json.outcome).toBe('unchanged');
		const rule = { field: 'order_line', keys: 'product_id', missing: 'delete' };
		const deleted = await upsert('sale.order', ['client_order_ref'], [order([1])], {
			lineMatching: { rule: [rule] },
		});
		expect(deleted.errors).toEqual([]);
		expect(deleted.ok[0].json.outcome).toBe('updated');
		expect(await linesInOdoo()).toHaveLength(1);
	});

	it('takes barcode, name and {field: value} for a product, and reports what is missing or ambiguous', async () => {
		const line = (product_id: unknown) => [{ product_id, product_uom_qty: 1 }];
		const items = [
			line(`${protocol}-BC-1`),
			line(`${protocol} product 1`),
			line({ default_code: sku(1) }),
			line('NO-SUCH-SKU'),
		].map((order_line, n) => order([], { client_order_ref: `${reference}-k${n}`, order_line }));
		items.push(
			order([1], { client_order_ref: `${reference}-twin`, partner_id: `${protocol} Twin` }),
		);
		const { ok, errors } = await upsert('sale.order', ['client_order_ref'], items);
		expect(ok).toHaveLength(3);
		expect(jsonOf(errors).map(({ error }) => error)).toEqual([
			'order_line, line 1: No product.product is called "NO-SUCH-SKU"',
			expect.stringMatching(/^2 records of res\.partner are meant by /),
		]);
	});

	it('makes an order with its lines under an external id, in one transaction', async () => {
		const byExternalId = async (quantity: number) =>
			await runOdooSync(
				lab.n8n,
				credential,
				{
					operation: 'upsert',
					model: model('sale.order'),
					matchBy: 'externalId',
					externalId: `shop.${protocol}_order`,
					values: { mappingMode: 'autoMapInputData', value: null },
				},
				[order([quantity, 2], { client_order_ref: `${reference}-x` })],
			);
		const first = await byExternalId(1);
		expect(first.errors).toEqual([]);
		expect(first.ok[0].json).toMatchObject({ outcome: 'created' });
		expect((await byExternalId(1)).ok[0].json.outcome).toBe('unchanged');
		expect((await byExternalId(4)).ok[0].json.outcome).toBe('updated');
		const lines = await lab.admin.searchRead('sale.order.line', {
			domain: [['order_id', '=', first.ok[0].json.id]],
			fields: ['product_uom_qty'],
			order: 'id',
		});
		expect(lines.map(({ product_uom_qty }) => product_uom_qty)).toEqual([4, 2]);
	});

	it('replaces or adds tags by name', async () => {
		const tags = ['A', 'B', 'C'].map((letter) => `${protocol} ${letter}`);
		for (const name of tags) await lab.admin.create('res.partner.category', { name });
		const tagged = async (names: string[], toMany?: string) =>
			await upsert(
				'res.partner',
				['ref'],
				[{ ref: `${protocol}-customer`, category_id: names }],
				toMany ? { toMany } : {},
			);
		await tagged(tags.slice(0, 2));
		expect((await tagged([tags[1], tags[0]])).ok[0].json.outcome).toBe('unchanged');
		expect((await tagged([tags[2]], 'add')).ok[0].json.outcome).toBe('updated');
		const held = async () =>
			(
				await lab.admin.searchRead('res.partner', {
					domain: [['ref', '=', `${protocol}-customer`]],
					fields: ['category_id'],
				})
			)[0].category_id;
		expect(await held()).toHaveLength(3);
		await tagged([tags[2]]);
		expect(await held()).toHaveLength(1);
	});

	it('converts units and currencies with the factors and rates of Odoo, and says where it cannot', async () => {
		const line = (amount: object) => [{ product_id: sku(0), product_uom_qty: amount }];
		const { ok, errors } = await upsert(
			'sale.order',
			['client_order_ref'],
			[
				order([], {
					client_order_ref: `${reference}-u1`,
					order_line: line({ amount: 4, unit: 'Pack of 6' }),
				}),
				order([], {
					client_order_ref: `${reference}-u2`,
					order_line: line({ amount: 2, unit: 'kg' }),
				}),
				order([], {
					client_order_ref: `${reference}-u3`,
					order_line: line({ amount: 2, unit: 'Pallets' }),
				}),
			],
		);
		expect(jsonOf(errors).map(({ error }) => error)).toEqual([
			expect.stringContaining('kg cannot be converted to'),
			expect.stringContaining('Odoo has no unit of measure "Pallets"'),
		]);
		expect(ok[0].json.changed).toMatchObject({
			order_line: { after: [[0, 0, { product_uom_qty: 24 }]] },
		});
	});
});
