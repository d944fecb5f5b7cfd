import { LabError } from '../../progress';
import {
	APPLY,
	BACK,
	expectEnd,
	installSetup,
	journeys,
	makeDeliveries,
	OUTWARD,
	type Journey,
} from '../odoo/governed';
import { modelLocator, Workbench, type Measured } from '../odoo/workbench';
import type { Section } from '../section';
import { figure, seconds, table } from '../table';

const EVENTS = 2000;
/** A fifth of the events came before. */
const DUPLICATES = 0.2;
const BUILT_IN_EVENTS = 100;
const AIM = 20;

/** Find by tracking number, then write: what a workflow with n8n's own node does for each event. */
async function findAndWrite(bench: Workbench, numbers: string[]) {
	const found = await bench.runBuiltIn(
		{
			operation: 'getAll',
			customResource: modelLocator('stock.picking'),
			returnAll: false,
			limit: 2,
			filters: {
				filter: [
					{ fieldName: 'carrier_tracking_ref', operator: 'equal', value: '={{ $json.number }}' },
				],
			},
			options: { fieldsList: 'id' },
		},
		numbers.map((number) => ({ number })),
	);
	if (found.output.length !== numbers.length) {
		throw new LabError(`The built-in node found ${found.output.length} of ${numbers.length}.`);
	}
	const written = await bench.runBuiltIn(
		{
			operation: 'update',
			customResource: modelLocator('stock.picking'),
			recordId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			fieldsToSend: {
				mappingMode: 'defineBelow',
				value: {
					x_shipment_status: 'in_transit',
					x_shipment_status_time: '2026-10-01 00:00:00',
				},
				schema: [],
				matchingColumns: [],
			},
		},
		found.output.map(({ json }) => ({ id: json.id })),
	);
	return { ms: found.ms + written.ms, requests: found.requests + written.requests };
}

/** Sends the scans of a journey, and a part of them once more; throws unless Odoo shows each once. */
async function apply(bench: Workbench, journey: Journey, series: string, size: number) {
	const parcels = Math.round((size * (1 - DUPLICATES)) / journey.scans.length);
	const ids = await makeDeliveries(bench.lab, series, parcels);
	const fresh = journeys(journey, series, parcels);
	const items = [...fresh, ...fresh.slice(0, size - fresh.length)];
	const measured = await bench.runOurs(APPLY, items);
	const [applied, skipped, exceptions] = measured.outputs.map(({ length }) => length);
	if (applied !== fresh.length || skipped !== items.length - fresh.length) {
		throw new LabError(`${applied} applied, ${skipped} skipped, ${exceptions} exceptions.`);
	}
	await expectEnd(bench.lab, journey, ids);
	return measured;
}

const rate = ({ items, ms }: { items: number; ms: number }): number => (items * 1000) / ms;

export const section: Section = {
	id: 'events-apply',
	title: 'Odoo Sync: applying events',
	async run(context) {
		const bench = await Workbench.open(context, { groups: ['stock.group_stock_user'] });
		try {
			await installSetup(bench.lab);
			const size = context.size(EVENTS);
			// Odoo and its caches are warm before the first figure.
			await apply(bench, OUTWARD, 'WARM', context.size(200));
			const out = await apply(bench, OUTWARD, 'OUT', size);
			const back = await apply(bench, BACK, 'BACK', size);
			const few = context.size(BUILT_IN_EVENTS);
			const others = Array.from({ length: few }, (_event, n) => `PLAIN-${n}`);
			await makeDeliveries(bench.lab, 'PLAIN', few);
			const builtIn = await findAndWrite(bench, others);
			const builtInRate = rate({ items: few, ms: builtIn.ms });
			const row = (what: string, ours: Measured, aim: string) => [
				what,
				figure(rate(ours)),
				seconds(ours.ms),
				figure(ours.requests),
				seconds(ours.odooMs),
				`${figure(rate(ours) / builtInRate)} ×`,
				aim,
			];
			return [
				`${size} events, a fifth of them seen before. Event: Apply looks each up in the ledger, finds its delivery, holds it against holds, dependencies and the guard, writes status and time, notes it and writes its row; for a return it gives the operators an activity as well. The built-in node finds the delivery and writes status and time: no ledger, no guard, no note (${few} events).`,
				table(
					['', 'events/s', 'in all', 'requests', 'waiting for Odoo', 'times as fast', 'aim'],
					[
						row('Event: Apply, scans of parcels on their way', out, `≥ ${AIM} ×`),
						row('Event: Apply, parcels that come back', back, ''),
						[
							'built-in, find and write',
							figure(builtInRate),
							seconds(builtIn.ms),
							figure(builtIn.requests),
							'',
							'1 ×',
							'',
						],
					],
				),
			].join('\n\n');
		} finally {
			await bench.close();
		}
	},
};
