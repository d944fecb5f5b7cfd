import { expectOutcomes } from '../odoo/check';
import type { Comparison } from '../odoo/compare';
import { compare } from '../odoo/compare';
import { timeInShell } from '../odoo/shell';
import { autoMap, modelLocator, Workbench } from '../odoo/workbench';
import type { BenchContext, Section } from '../section';

const RECORDS = 2000;
const BUILT_IN_RECORDS = 100;

interface Kind {
	work: string;
	model: string;
	key: string;
	/** The n-th record of a series. */
	record(series: string, n: number): Record<string, unknown>;
	/** The same in Python, for `odoo shell`. */
	python: string;
}

const KINDS: Kind[] = [
	{
		work: 'create partners',
		model: 'res.partner',
		key: 'ref',
		record: (series, n) => ({
			ref: `${series}-${n}`,
			name: `Customer ${series} ${n}`,
			city: 'Ghent',
			email: `customer${n}@example.com`,
		}),
		python:
			"{'ref': 'sh-%d' % n, 'name': 'Customer sh %d' % n, 'city': 'Ghent', 'email': 'customer%d@example.com' % n}",
	},
	{
		work: 'create products',
		model: 'product.product',
		key: 'default_code',
		record: (series, n) => ({
			default_code: `${series}-${n}`,
			name: `Product ${series} ${n}`,
			list_price: 10 + (n % 50),
		}),
		python: "{'default_code': 'sh-%d' % n, 'name': 'Product sh %d' % n, 'list_price': 10 + n % 50}",
	},
];

async function measure(bench: Workbench, context: BenchContext, kind: Kind): Promise<Comparison> {
	const count = context.size(RECORDS);
	const records = (series: string, length: number) =>
		Array.from({ length }, (_record, n) => kind.record(series, n));
	const { model } = kind;
	const ours = await bench.runOurs(
		{
			operation: 'upsert',
			model: modelLocator(model),
			matchBy: 'fields',
			columns: autoMap([kind.key]),
		},
		records('ours', count),
	);
	expectOutcomes(ours, { created: count });
	const builtIn = await bench.runBuiltIn(
		{ operation: 'create', customResource: modelLocator(model), fieldsToSend: autoMap() },
		records('built-in', context.size(BUILT_IN_RECORDS)),
	);
	const bareMs = await bench.bare(model, 'create', { vals_list: records('bare', count) });
	const shellMs = await timeInShell(
		bench.lab.odoo.db,
		`values = [${kind.python} for n in range(${count})]`,
		`env['${model}'].create(values)`,
	);
	return { work: `${kind.work}, ${count}`, ours, builtIn, bareMs, shellMs, aim: 15 };
}

export const section: Section = {
	id: 'odoo-create',
	title: 'Odoo Sync: creating records',
	async run(context) {
		const groups = ['base.group_partner_manager', 'product.group_product_manager'];
		const bench = await Workbench.open(context, { groups });
		try {
			const rows: Comparison[] = [];
			for (const kind of KINDS) rows.push(await measure(bench, context, kind));
			return [
				'Create or Update by a natural key (it looks for existing records first), against the built-in node’s Create.',
				compare(rows),
			].join('\n\n');
		} finally {
			await bench.close();
		}
	},
};
