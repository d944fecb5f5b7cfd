import { LabError } from '../../progress';
import { APPLY, BACK, installSetup, journeys, makeDeliveries } from '../odoo/governed';
import { timeInShell } from '../odoo/shell';
import { Workbench } from '../odoo/workbench';
import type { Section } from '../section';
import { figure, seconds, table } from '../table';

const SIZES = [0, 100_000, 1_000_000];
const EVENTS = 1000;
const ROUNDS = 3;
const AIM_PERCENT = 20;

/** Old events of other parcels, on the same deliveries too, with their external ids; by SQL, for by hand it takes hours. */
const fill = (from: number, to: number, deliveries: number[]): string => `
env.cr.execute("""
    INSERT INTO x_logistics_event (x_name, x_key, x_digest, x_type, x_subject, x_source, x_milestone, x_piece,
        x_event_time, x_applied_at, x_outcome, x_model, x_res_id, x_payload, x_company_id, create_uid, create_date,
        write_uid, write_date)
    SELECT 'Old ' || n, 'old' || n, md5(n::text), 'logistics.shipment.status.v1', 'OLD-' || n / 5, '/carriers/test',
        'in_transit', 'OLD-' || n / 5, now() - interval '90 days', now() - interval '90 days', 'applied',
        'stock.picking', (ARRAY${JSON.stringify(deliveries)})[1 + n % ${deliveries.length}], repeat('{"old": true} ', 80), 1, 1, now(), 1, now()
    FROM generate_series(${from}, ${to}) AS n""")
env.cr.execute("""
    INSERT INTO ir_model_data (module, name, model, res_id, noupdate)
    SELECT 'n8n_logistics', 'evt_' || x_key, 'x_logistics_event', id, true
    FROM x_logistics_event WHERE x_key LIKE 'old%' AND id NOT IN (
        SELECT res_id FROM ir_model_data WHERE module = 'n8n_logistics' AND model = 'x_logistics_event')""")
env.cr.execute('ANALYZE x_logistics_event')
env.cr.execute('ANALYZE ir_model_data')
`;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

export const section: Section = {
	id: 'events-ledger',
	title: 'Odoo Sync: the ledger as it grows',
	async run(context) {
		const bench = await Workbench.open(context, { groups: ['stock.group_stock_user'] });
		try {
			await installSetup(bench.lab);
			const parcels = Math.round(context.size(EVENTS) / BACK.scans.length);
			const old = await makeDeliveries(bench.lab, 'OLD', 200);
			let rowsBefore = 0;
			const measured: Array<{ rows: number; ms: number }> = [];
			// Odoo and its caches are warm before the first figure.
			await round(bench, 'WARM', parcels);
			for (const size of SIZES) {
				const rows = size === 0 ? 0 : context.size(size);
				if (rows > rowsBefore) {
					const filled = await timeInShell(bench.lab.odoo.db, '', fill(rowsBefore + 1, rows, old));
					if (filled === null)
						throw new LabError('The ledger can be filled in the Debian lab only.');
					rowsBefore = rows;
				}
				const times: number[] = [];
				for (let at = 0; at < ROUNDS; at += 1) {
					times.push(await round(bench, `R${rows}-${at}`, parcels));
				}
				measured.push({ rows, ms: median(times) });
			}
			const events = parcels * BACK.scans.length;
			return [
				`${events} new events, median of ${ROUNDS} rounds, into a ledger that already has so many rows (aim: within ${AIM_PERCENT} % of the empty one).`,
				table(
					['rows in the ledger', 'events/s', 'in all', 'against empty'],
					measured.map(({ rows, ms }) => [
						rows.toLocaleString('en-US'),
						figure((events * 1000) / ms),
						seconds(ms),
						`${figure((100 * ms) / measured[0].ms - 100)} %`,
					]),
				),
			].join('\n\n');
		} finally {
			await bench.close();
		}
	},
};

/** @returns milliseconds */
async function round(bench: Workbench, series: string, parcels: number): Promise<number> {
	await makeDeliveries(bench.lab, series, parcels);
	const items = journeys(BACK, series, parcels);
	const { outputs, ms } = await bench.runOurs(APPLY, items);
	if (outputs[0].length !== items.length) {
		throw new LabError(`${outputs[0].length} of ${items.length} events applied.`);
	}
	return ms;
}
