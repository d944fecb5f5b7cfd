import type { OdooClient, OdooRecord } from '../clients';
import type { Stage } from './stage';

/** A row, and what changes whenever it is written. */
export interface Seen {
	id: number;
	/** Of the ledger; '' for exceptions. */
	outcome: string;
	writtenAt: string;
	/** How often it occurred; 0 in the ledger. */
	occurrences: number;
}

/** What Odoo shows about a delivery, in the ledger and in the exception queue, read with Odoo's own API. */
export interface Sight {
	status: string | false;
	scan: string | false;
	/** The texts of the notes: one that is rewritten counts as a change. */
	notes: string[];
	ledger: Seen[];
	exceptions: Seen[];
	/** Row of the ledger that last changed this delivery. */
	lastApplied: number | undefined;
}

export async function look({ admin, deliveries }: Stage, tracking: string): Promise<Sight> {
	const id = deliveries.get(tracking);
	const ledger = await admin.searchRead('x_logistics_event', {
		fields: ['x_outcome', 'x_subject', 'write_date'],
		order: 'id',
	});
	const exceptions = await admin.searchRead('x_logistics_exception', {
		fields: ['x_occurrences', 'write_date'],
		order: 'id',
	});
	return {
		...(await statusOf(admin, id)),
		notes: id === undefined ? [] : await notesOf(admin, id),
		ledger: ledger.map(seen),
		exceptions: exceptions.map(seen),
		lastApplied: ledger
			.filter((row) => row.x_subject === tracking && row.x_outcome === 'applied')
			.at(-1)?.id,
	};
}

/** Rows that are new or were written since. */
export const changed = (before: Seen[], after: Seen[]): Seen[] =>
	after.filter((row) => {
		const known = before.find(({ id }) => id === row.id);
		return (
			known === undefined ||
			known.writtenAt !== row.writtenAt ||
			known.outcome !== row.outcome ||
			known.occurrences !== row.occurrences
		);
	});

const seen = (row: OdooRecord): Seen => ({
	id: row.id,
	outcome: String(row.x_outcome ?? ''),
	writtenAt: String(row.write_date),
	occurrences: Number(row.x_occurrences ?? 0),
});

async function statusOf(
	admin: OdooClient,
	id: number | undefined,
): Promise<Pick<Sight, 'status' | 'scan'>> {
	if (id === undefined) return { status: false, scan: false };
	const [delivery] = await admin.searchRead('stock.picking', {
		domain: [['id', '=', id]],
		fields: ['x_shipment_status', 'x_shipment_status_time'],
	});
	return {
		status: delivery.x_shipment_status as string | false,
		scan: delivery.x_shipment_status_time as string | false,
	};
}

/** Notes of events alone: Odoo writes others when a transfer is validated. */
async function notesOf(admin: OdooClient, id: number): Promise<string[]> {
	const messages = await admin.searchRead<OdooRecord & { body: string }>('mail.message', {
		domain: [
			['model', '=', 'stock.picking'],
			['res_id', '=', id],
			['message_type', '=', 'comment'],
		],
		fields: ['body'],
	});
	return messages.map(({ body }) => body);
}
