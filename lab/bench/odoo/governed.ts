import { Milestone, type ShipmentEvent } from '../../../core/event';
import { addToGroup, runInstall } from '../../../test/lab/harness/setup';
import { event } from '../../../test/unit/event/event.helper';
import { LabError } from '../../progress';
import type { BenchLab } from '../lab';

/** Runs Setup: Install in n8n as the administrator, and lets the bot apply events. */
export async function installSetup(lab: BenchLab): Promise<void> {
	await runInstall(lab);
	await addToGroup(lab.admin, 'bench-bot', 'n8n_logistics.group_bot');
}

/** Deliveries to customers under the tracking numbers `<series>-<n>`. */
export async function makeDeliveries(
	{ admin }: BenchLab,
	series: string,
	count: number,
): Promise<number[]> {
	const values = {
		picking_type_id: await admin.ref('stock.picking_type_out'),
		location_id: await admin.ref('stock.stock_location_stock'),
		location_dest_id: await admin.ref('stock.stock_location_customers'),
	};
	return await admin.call<number[]>('stock.picking', 'create', {
		vals_list: Array.from({ length: count }, (_delivery, n) => ({
			...values,
			carrier_tracking_ref: `${series}-${n}`,
		})),
	});
}

/** The way of a shipment, as [milestone, piece]; each piece is a parcel of its own. */
export interface Journey {
	scans: ReadonlyArray<readonly [Milestone, number]>;
	pieces: number;
	/** Each move of the status is noted. */
	notes: number;
}

/** One parcel on its way: every scan moves the status, and nobody has to do anything. */
export const OUTWARD: Journey = {
	scans: [
		[Milestone.PreTransit, 1],
		[Milestone.PickedUp, 1],
		[Milestone.InTransit, 1],
		[Milestone.OutForDelivery, 1],
		[Milestone.AvailableForPickup, 1],
	],
	pieces: 1,
	notes: 5,
};

/** Two parcels that come back: operators get activities, and at the end the ledger is asked which pieces are back. */
export const BACK: Journey = {
	scans: [
		[Milestone.PickedUp, 1],
		[Milestone.InTransit, 1],
		[Milestone.OutForDelivery, 1],
		[Milestone.Returning, 1],
		[Milestone.Returned, 1],
		[Milestone.Returned, 2],
	],
	pieces: 2,
	notes: 5,
};

/** Scans of each delivery. */
export const journeys = (
	{ scans, pieces }: Journey,
	series: string,
	deliveries: number,
): ShipmentEvent[] =>
	Array.from({ length: deliveries }, (_delivery, n) =>
		scans.map(([milestone, piece], step) =>
			event({
				id: `${series}-${n}-${step}`,
				number: `${series}-${n}`,
				milestone,
				at: new Date(Date.UTC(2026, 9, 1, step, 0, n % 60)).toISOString(),
				piece: { id: `${series}-${n}-${piece}`, index: piece, count: pieces },
			}),
		),
	).flat();

export const APPLY = {
	resource: 'event',
	operation: 'apply',
	event: '={{ $json }}',
	options: {},
};

/** Throws unless all notes are there and every delivery is where its journey ends. */
export async function expectEnd(
	{ admin }: BenchLab,
	{ scans, notes: notesEach }: Journey,
	ids: number[],
): Promise<void> {
	const notes = ids.length * notesEach;
	const end = scans.at(-1)?.[0];
	const found = await admin.call<number>('mail.message', 'search_count', {
		domain: [
			['model', '=', 'stock.picking'],
			['res_id', 'in', ids],
			['message_type', '=', 'comment'],
		],
	});
	const done = await admin.call<number>('stock.picking', 'search_count', {
		domain: [
			['id', 'in', ids],
			['x_shipment_status', '=', end],
		],
	});
	if (found !== notes || done !== ids.length) {
		throw new LabError(
			`${found} notes, not ${notes}; ${done} of ${ids.length} deliveries are ${end}.`,
		);
	}
}
