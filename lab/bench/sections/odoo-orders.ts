import { expectOutcomes } from '../odoo/check';
import type { Comparison } from '../odoo/compare';
import { compare } from '../odoo/compare';
import { timeInShell } from '../odoo/shell';
import type { Measured } from '../odoo/workbench';
import { autoMap, modelLocator, Workbench } from '../odoo/workbench';
import type { Section } from '../section';

const ORDERS = 500;
const LINES = 10;
const PRODUCTS = 500;
const CUSTOMERS = 50;
const BUILT_IN_ORDERS = 25;

const sku = (n: number) => `B-SKU-${n % PRODUCTS}`;

/** The orders as a shop sends them: customers by reference, products by SKU. */
const order = (series: string, n: number) => ({
	client_order_ref: `${series}-${n}`,
	partner_id: `B-C-${n % CUSTOMERS}`,
	order_line: Array.from({ length: LINES }, (_line, at) => ({
		product_id: sku(n * LINES + at),
		product_uom_qty: 1 + (at % 5),
	})),
});

const sum = (parts: Measured[], items: number): Measured => ({
	items,
	ms: parts.reduce((total, { ms }) => total + ms, 0),
	requests: parts.reduce((total, { requests }) => total + requests, 0),
	odooMs: parts.reduce((total, { odooMs }) => total + odooMs, 0),
	output: [],
	outputs: [],
});

export const section: Section = {
	id: 'odoo-orders',
	title: 'Odoo Sync: sale orders by SKU',
	async run(context) {
		const groups = [
			'sales_team.group_sale_manager',
			'base.group_partner_manager',
			'product.group_product_manager',
		];
		const bench = await Workbench.open(context, { groups });
		try {
			const { admin, odoo } = bench.lab;
			const products = await admin.call<number[]>('product.product', 'create', {
				vals_list: Array.from({ length: PRODUCTS }, (_product, n) => ({
					default_code: sku(n),
					name: `Bench product ${n}`,
					list_price: 5 + n,
				})),
			});
			const customers = await admin.call<number[]>('res.partner', 'create', {
				vals_list: Array.from({ length: CUSTOMERS }, (_customer, n) => ({
					ref: `B-C-${n}`,
					name: `Bench customer ${n}`,
				})),
			});
			const count = context.size(ORDERS);
			const ours = await bench.runOurs(
				{
					operation: 'upsert',
					model: modelLocator('sale.order'),
					matchBy: 'fields',
					columns: autoMap(['client_order_ref']),
				},
				Array.from({ length: count }, (_order, n) => order('ours', n)),
			);
			expectOutcomes(ours, { created: count });

			const few = Array.from({ length: context.size(BUILT_IN_ORDERS) }, (_order, n) =>
				order('built-in', n),
			);
			const lookUp = async (model: string, field: string, values: string[]) =>
				await bench.runBuiltIn(
					{
						operation: 'getAll',
						customResource: modelLocator(model),
						returnAll: false,
						limit: 2,
						filters: {
							filter: [{ fieldName: field, operator: 'equal', value: '={{ $json.value }}' }],
						},
						options: { fieldsList: 'id' },
					},
					values.map((value) => ({ value })),
				);
			const skus = few.flatMap(({ order_line }) => order_line.map(({ product_id }) => product_id));
			const found = await lookUp('product.product', 'default_code', skus);
			const partners = await lookUp(
				'res.partner',
				'ref',
				few.map(({ partner_id }) => partner_id),
			);
			const resolved = few.map(({ client_order_ref, order_line }, n) => ({
				client_order_ref,
				partner_id: partners.output[n].json.id,
				order_line: order_line.map(({ product_uom_qty }, at) => [
					0,
					0,
					{ product_id: found.output[n * LINES + at].json.id, product_uom_qty },
				]),
			}));
			const created = await bench.runBuiltIn(
				{
					operation: 'create',
					customResource: modelLocator('sale.order'),
					fieldsToSend: autoMap(),
				},
				resolved,
			);

			const bare = (n: number) => ({
				client_order_ref: `bare-${n}`,
				partner_id: customers[n % CUSTOMERS],
				order_line: Array.from({ length: LINES }, (_line, at) => [
					0,
					0,
					{ product_id: products[(n * LINES + at) % PRODUCTS], product_uom_qty: 1 + (at % 5) },
				]),
			});
			const bareMs = await bench.bare('sale.order', 'create', {
				vals_list: Array.from({ length: count }, (_order, n) => bare(n)),
			});
			const shellMs = await timeInShell(
				odoo.db,
				`import json\nvalues = json.loads('''${JSON.stringify(Array.from({ length: count }, (_order, n) => bare(n)))}''')`,
				`env['sale.order'].create(values)`,
			);
			const shared = { ours, bareMs, shellMs };
			const rows: Comparison[] = [
				{
					...shared,
					work: `${count} orders of ${LINES} lines by SKU`,
					builtIn: sum([found, partners, created], few.length),
					aim: 10,
				},
				{
					...shared,
					work: 'the same, built-in node given all database IDs',
					builtIn: sum([created], few.length),
					aim: 1,
				},
			];
			return [
				'The built-in node has to look every line’s product and every customer up in steps of its own, and needs Odoo’s list commands for the lines; in the second row it gets all IDs for nothing.',
				compare(rows),
			].join('\n\n');
		} finally {
			await bench.close();
		}
	},
};
