import { LabError } from '../../progress';
import { keptByComparison } from '../odoo/comparisonMemory';
import { peakOf, residentMb } from '../odoo/memory';
import { timeInShell } from '../odoo/shell';
import { Workbench } from '../odoo/workbench';
import type { Section } from '../section';
import { figure, seconds, table } from '../table';

const SIZES = [12_500, 25_000, 50_000];
const LOCATIONS = 100;
/** Every so many-th row differs. */
const WRONG = 100;
const AIM_SECONDS = 60;

const sku = (n: number) => `STOCK-${n}`;
const place = (n: number) => `WH/Stock/Bench ${n}`;

/** Products at all locations: by SQL, for Odoo's own way takes hours. */
const fill = (from: number, to: number) => `
env.cr.execute("""
    INSERT INTO stock_quant (product_id, location_id, company_id, quantity, reserved_quantity, in_date,
        create_uid, create_date, write_uid, write_date)
    SELECT p.id, l.id, l.company_id, 10, 0, now(), 1, now(), 1, now()
    FROM product_product p, stock_location l
    WHERE p.default_code LIKE 'STOCK-%' AND substr(p.default_code, 7)::int BETWEEN ${from} AND ${to - 1}
        AND l.name LIKE 'Bench %'""")
env.cr.execute('ANALYZE stock_quant')
`;

export const section: Section = {
	id: 'reconcile-stock',
	title: 'Odoo Sync: comparing stock',
	async run(context) {
		const bench = await Workbench.open(context, { groups: ['stock.group_stock_user'] });
		try {
			const { admin, odoo } = bench.lab;
			const parent = await admin.ref('stock.stock_location_stock');
			await admin.call('stock.location', 'create', {
				vals_list: Array.from({ length: LOCATIONS }, (_location, n) => ({
					name: `Bench ${n}`,
					location_id: parent,
					usage: 'internal',
				})),
			});
			let products = 0;
			const rows: string[][] = [];
			for (const size of SIZES) {
				const wanted = Math.ceil(context.size(size) / LOCATIONS);
				await admin.call('product.product', 'create', {
					vals_list: Array.from({ length: wanted - products }, (_product, n) => ({
						name: sku(products + n),
						default_code: sku(products + n),
						is_storable: true,
					})),
				});
				if ((await timeInShell(odoo.db, '', fill(products, wanted))) === null) {
					throw new LabError('Stock can be filled in the Debian lab only.');
				}
				products = wanted;
				rows.push(await measure(bench, products));
			}
			return [
				`Reconciliation: Compare, stock by product and location, as many rows on both sides, one of ${WRONG} different (aim: 50,000 rows in under ${AIM_SECONDS} s). Memory of the whole n8n process: before, at its peak while a node that does nothing gets the same items, and at its peak while they are compared. Kept: what the comparison itself keeps at most (after garbage collection, in the process of the bench, without n8n), which is what grows with the rows.`,
				table(
					[
						'rows',
						'rows/s',
						'in all',
						'waiting for Odoo',
						'before',
						'peak of the items',
						'peak',
						'kept',
					],
					rows,
				),
			].join('\n\n');
		} finally {
			await bench.close();
		}
	},
};

async function measure(bench: Workbench, products: number): Promise<string[]> {
	const count = products * LOCATIONS;
	const items = Array.from({ length: count }, (_row, n) => ({
		sku: sku(Math.floor(n / LOCATIONS)),
		location: place(n % LOCATIONS),
		quantity: n % WRONG === 0 ? 9 : 10,
	}));
	const before = residentMb();
	const { peakMb: barePeakMb } = await peakOf(bench.runNothing(items));
	const { value, peakMb } = await peakOf(
		bench.runOurs(
			{
				resource: 'reconciliation',
				operation: 'compare',
				compare: 'stock',
				tolerance: {},
				keepExceptions: false,
				options: { domain: '[["product_id.default_code", "=like", "STOCK-%"]]' },
			},
			items,
		),
	);
	const [differences, , summary] = value.outputs;
	const wrong = Math.ceil(count / WRONG);
	const totals = summary[0]?.json.totals as Record<string, number> | undefined;
	if (differences.length !== wrong || totals?.matched !== count - wrong) {
		throw new LabError(`Not ${wrong} differences: ${JSON.stringify(totals)}`);
	}
	return [
		figure(count),
		figure((count * 1000) / value.ms),
		seconds(value.ms),
		seconds(value.odooMs),
		`${figure(before)} MB`,
		`${figure(barePeakMb)} MB`,
		`${figure(peakMb)} MB`,
		`${figure(await keptByComparison(items))} B a row`,
	];
}
