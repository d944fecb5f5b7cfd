import { LabError } from '../../progress';
import { peakOf, residentMb } from '../odoo/memory';
import { modelLocator, Workbench } from '../odoo/workbench';
import type { Section } from '../section';
import { figure, seconds, table } from '../table';

const SIZES = [10_000, 50_000, 100_000];
const RECORDS_PER_FILE = 5000;
const MODEL = 'res.partner.category';

export const section: Section = {
	id: 'odoo-memory',
	title: 'Odoo Sync: memory of Get Many',
	async run(context) {
		const bench = await Workbench.open(context, {});
		try {
			const { admin } = bench.lab;
			const sizes = SIZES.map((size) => context.size(size));
			let made = 0;
			const rows: string[][] = [];
			for (const size of sizes) {
				for (; made < size; made += 5000) {
					const length = Math.min(5000, size - made);
					await admin.call(MODEL, 'create', {
						vals_list: Array.from({ length }, (_tag, n) => ({ name: `Tag ${made + n}` })),
					});
				}
				made = size;
				const before = residentMb();
				const { value, peakMb } = await peakOf(
					bench.runOurs(
						{
							operation: 'getMany',
							model: modelLocator(MODEL),
							filterMode: 'domain',
							domain: '[["name", "=like", "Tag %"]]',
							returnAll: true,
							simplify: true,
							options: { outputFile: 'data', recordsPerFile: RECORDS_PER_FILE },
						},
						[{}],
					),
				);
				const read = value.output.reduce((sum, { json }) => sum + Number(json.count), 0);
				if (read !== size) throw new LabError(`Read ${read} records, not ${size}.`);
				rows.push([
					figure(size),
					figure((size * 1000) / value.ms),
					seconds(value.ms),
					`${figure(before)} MB`,
					`${figure(peakMb)} MB`,
				]);
			}
			return [
				`With Put Output in File, ${RECORDS_PER_FILE} records a file: memory of the whole n8n process before, and its peak meanwhile.`,
				table(['records', 'records/s', 'in all', 'before', 'peak'], rows),
			].join('\n\n');
		} finally {
			await bench.close();
		}
	},
};
