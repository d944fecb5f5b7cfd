import { expectOutcomes } from '../odoo/check';
import { compare } from '../odoo/compare';
import { autoMap, modelLocator, Workbench } from '../odoo/workbench';
import type { Section } from '../section';

const RECORDS = 10_000;
const BUILT_IN_RECORDS = 100;
const CHANGED_SHARE = 0.01;
const MODEL = 'res.partner';

const partner = (n: number) => ({ ref: `r-${n}`, name: `Rerun ${n}`, city: `City ${n % 40}` });

export const section: Section = {
	id: 'odoo-rerun',
	title: 'Odoo Sync: running again when little has changed',
	async run(context) {
		const bench = await Workbench.open(context, { groups: ['base.group_partner_manager'] });
		try {
			const count = context.size(RECORDS);
			const records = Array.from({ length: count }, (_record, n) => partner(n));
			const ids: number[] = [];
			for (let start = 0; start < count; start += 1000) {
				const vals_list = records.slice(start, start + 1000);
				ids.push(...(await bench.lab.admin.call<number[]>(MODEL, 'create', { vals_list })));
			}
			const changed = Math.max(1, Math.round(count * CHANGED_SHARE));
			const ours = await bench.runOurs(
				{
					operation: 'upsert',
					model: modelLocator(MODEL),
					matchBy: 'fields',
					columns: autoMap(['ref']),
				},
				records.map((one, n) => (n < changed ? { ...one, city: `Moved ${n}` } : one)),
			);
			expectOutcomes(ours, { updated: changed, unchanged: count - changed });
			const builtIn = await bench.runBuiltIn(
				{
					operation: 'update',
					customResource: modelLocator(MODEL),
					recordId: { __rl: true, mode: 'id', value: '={{ $json.record }}' },
					fieldsToSend: {
						mappingMode: 'defineBelow',
						value: { name: '={{ $json.name }}', city: '={{ $json.city }}' },
						schema: [],
						matchingColumns: [],
					},
				},
				ids
					.slice(0, context.size(BUILT_IN_RECORDS))
					.map((record, n) => ({ ...partner(n), record })),
			);
			const work = `run ${count} again, ${changed} changed`;
			return [
				'All records are compared and only what differs is written; the built-in node writes every record, by database ID.',
				compare([{ work, ours, builtIn, bareMs: null, shellMs: null, aim: 100 }]),
			].join('\n\n');
		} finally {
			await bench.close();
		}
	},
};
