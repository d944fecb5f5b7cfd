import { expectOutcomes } from '../odoo/check';
import type { Comparison } from '../odoo/compare';
import { compare } from '../odoo/compare';
import { timeInShell } from '../odoo/shell';
import { autoMap, modelLocator, Workbench } from '../odoo/workbench';
import type { BenchContext, Section } from '../section';

const RECORDS = 2000;
const BUILT_IN_RECORDS = 100;
const MODEL = 'res.partner';

interface Work {
	work: string;
	field: string;
	/** The n-th record's value in a series. */
	value(series: string, n: number): string;
	options?: Record<string, unknown>;
	aim: number;
}

/** `function` (job position) is a plain field; changes of `phone` are logged in the chatter by Odoo. */
const WORKS: Work[] = [
	{
		work: 'a value of its own each',
		field: 'function',
		value: (series, n) => `${series} ${n}`,
		aim: 10,
	},
	{
		work: 'a value of its own each, logged field',
		field: 'phone',
		value: (series, n) => `+32 ${series.length} ${n}`,
		aim: 2.5,
	},
	{ work: 'the same value', field: 'function', value: (series) => series, aim: 50 },
	{
		work: 'the same value, logged field, Skip Change Log',
		field: 'phone',
		value: (series) => `+32 9 ${series}`,
		options: { skipTracking: true },
		aim: 50,
	},
];

async function measure(
	bench: Workbench,
	context: BenchContext,
	work: Work,
	ids: number[],
): Promise<Comparison> {
	const { field } = work;
	const count = ids.length;
	const refs = ids.map((_id, n) => ({ ref: `b-${n}` }));
	const ours = await bench.runOurs(
		{
			operation: 'upsert',
			model: modelLocator(MODEL),
			matchBy: 'fields',
			columns: autoMap(['ref']),
			options: work.options ?? {},
		},
		refs.map((one, n) => ({ ...one, [field]: work.value('ours', n) })),
	);
	expectOutcomes(ours, { updated: count });
	const few = ids.slice(0, context.size(BUILT_IN_RECORDS));
	const builtIn = await bench.runBuiltIn(
		{
			operation: 'update',
			customResource: modelLocator(MODEL),
			recordId: { __rl: true, mode: 'id', value: '={{ $json.record }}' },
			fieldsToSend: {
				mappingMode: 'defineBelow',
				value: { [field]: '={{ $json.value }}' },
				schema: [],
				matchingColumns: [],
			},
		},
		few.map((record, n) => ({ record, value: work.value('built-in', n) })),
	);
	const isSame = work.value('x', 0) === work.value('x', 1);
	const context_ = work.options?.skipTracking ? { tracking_disable: true } : {};
	const bareMs = isSame
		? await bench.bare(MODEL, 'write', {
				ids,
				vals: { [field]: work.value('bare', 0) },
				context: context_,
			})
		: await bench.bare(MODEL, 'web_save_multi', {
				ids,
				vals_list: ids.map((_id, n) => ({ [field]: work.value('bare', n) })),
				specification: {},
			});
	const shellMs = await timeInShell(
		bench.lab.odoo.db,
		`records = env['${MODEL}'].with_context(${work.options?.skipTracking ? 'tracking_disable=True' : ''}).browse(${JSON.stringify(ids)})`,
		isSame
			? `records.write({'${field}': 'shell'})`
			: `for n, record in enumerate(records): record.write({'${field}': 'shell %d' % n})`,
	);
	return { work: `${work.work}, ${count}`, ours, builtIn, bareMs, shellMs, aim: work.aim };
}

export const section: Section = {
	id: 'odoo-update',
	title: 'Odoo Sync: updating records',
	async run(context) {
		const bench = await Workbench.open(context, { groups: ['base.group_partner_manager'] });
		try {
			const ids = await bench.lab.admin.call<number[]>(MODEL, 'create', {
				vals_list: Array.from({ length: context.size(RECORDS) }, (_record, n) => ({
					name: `Bench ${n}`,
					ref: `b-${n}`,
				})),
			});
			const rows: Comparison[] = [];
			for (const work of WORKS) rows.push(await measure(bench, context, work, ids));
			return [
				'Create or Update by a natural key, all records exist, against the built-in node’s Update by database ID (which has to know it). Nothing is installed in Odoo.',
				compare(rows),
			].join('\n\n');
		} finally {
			await bench.close();
		}
	},
};
