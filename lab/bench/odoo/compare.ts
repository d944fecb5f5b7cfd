import { figure, seconds, table } from '../table';
import type { Measured } from './workbench';

/** One kind of work, done both ways, and by Odoo alone. */
export interface Comparison {
	work: string;
	ours: Measured;
	/** On fewer items where it would take too long; its time for one item is what counts. */
	builtIn: Measured;
	/** Milliseconds of the same work in one bare call, where one call can do it. */
	bareMs: number | null;
	/** Milliseconds of the same work in `odoo shell`. */
	shellMs: number | null;
	/** How many times the built-in node's speed is aimed at. */
	aim: number;
}

const rate = (items: number, ms: number | null): string =>
	ms === null ? '–' : figure((items * 1000) / ms);

const HEADINGS = [
	'work',
	'Odoo Sync, records/s',
	'requests',
	'built-in, records/s',
	'requests for as many',
	'times as fast',
	'aim',
	'one bare call, records/s',
	'`odoo shell`, records/s',
];

/** Side by side, and where this node's time went. */
export function compare(rows: Comparison[]): string {
	return [
		table(
			HEADINGS,
			rows.map(({ work, ours, builtIn, bareMs, shellMs, aim }) => {
				const ratio = builtIn.ms / builtIn.items / (ours.ms / ours.items);
				return [
					work,
					rate(ours.items, ours.ms),
					figure(ours.requests),
					rate(builtIn.items, builtIn.ms),
					figure((builtIn.requests / builtIn.items) * ours.items),
					`${figure(ratio)} ×`,
					`≥ ${aim} ×`,
					rate(ours.items, bareMs),
					rate(ours.items, shellMs),
				];
			}),
		),
		'Where the time of Odoo Sync goes:',
		table(
			['work', 'in all', 'waiting for Odoo', 'n8n and the node'],
			rows.map(({ work, ours }) => [
				work,
				seconds(ours.ms),
				`${seconds(ours.odooMs)} (${figure((100 * ours.odooMs) / ours.ms)} %)`,
				seconds(Math.max(0, ours.ms - ours.odooMs)),
			]),
		),
	].join('\n\n');
}
