import type { OdooClient, OdooRecord } from '../clients';
import { LabError } from '../progress';
import { Outcome, type Happening } from './happenings';
import type { Stage } from './stage';

/** What Odoo shows about a delivery and about the exceptions, read with Odoo's own API. */
interface Sight {
	status: string | false;
	scan: string | false;
	/** The texts of the notes: one that is rewritten counts as a change. */
	notes: string[];
	exceptions: number;
}

export interface Observation {
	happening: Happening;
	delivery: string;
	before: Sight;
	after: Sight;
	outcome: Outcome | null;
	/** Whether Odoo shows what it should. */
	ok: boolean;
}

/** Sends one payload to the webhook, and looks in Odoo at what became of it. */
export async function play(stage: Stage, happening: Happening): Promise<Observation> {
	const before = await look(stage, happening.tracking);
	const answer = await stage.n8n.callWebhook('carrier-status', {
		body: happening.payload,
		headers: { ...stage.headers, 'Content-Type': happening.contentType ?? 'application/json' },
	});
	if (answer.status !== 200) {
		throw new LabError(`n8n answered ${answer.status} to "${happening.what}"`);
	}
	const after = await look(stage, happening.tracking);
	const outcome = outcomeOf(before, after);
	const { expected } = happening;
	return {
		happening,
		delivery: await nameOf(stage, happening.tracking),
		before,
		after,
		outcome,
		ok: outcome === expected.outcome && after.status === expected.status,
	};
}

function outcomeOf(before: Sight, after: Sight): Outcome | null {
	const noted = after.notes.filter((note) => !before.notes.includes(note)).length;
	const told = after.exceptions - before.exceptions;
	const moved = after.status !== before.status || after.scan !== before.scan;
	if (moved && noted === 1 && told === 0) return Outcome.Applied;
	if (!moved && noted === 1 && told === 0) return Outcome.Late;
	if (!moved && noted === 0 && told === 0) return Outcome.Duplicate;
	if (!moved && noted === 0 && told === 1) return Outcome.Exception;
	return null;
}

async function look({ admin, deliveries }: Stage, tracking: string): Promise<Sight> {
	const id = deliveries.get(tracking);
	const exceptions = await countExceptions(admin);
	if (id === undefined) return { status: false, scan: false, notes: [], exceptions };
	const [delivery] = await admin.searchRead<OdooRecord & Pick<Sight, 'status' | 'scan'>>(
		'stock.picking',
		{
			domain: [['carrier_tracking_ref', '=', tracking]],
			fields: ['x_shipment_status', 'x_shipment_status_time'],
		},
	);
	const notes = await readComments(admin, 'stock.picking', id);
	return {
		status: delivery.x_shipment_status as string | false,
		scan: delivery.x_shipment_status_time as string | false,
		notes,
		exceptions,
	};
}

/** The template opens the channel with its first exception. */
async function countExceptions(admin: OdooClient): Promise<number> {
	const [channel] = await admin.searchRead('discuss.channel', {
		domain: [['name', '=', 'Logistics exceptions']],
		fields: ['name'],
	});
	if (channel === undefined) return 0;
	return (await readComments(admin, 'discuss.channel', channel.id)).length;
}

async function readComments(admin: OdooClient, model: string, id: number): Promise<string[]> {
	const messages = await admin.searchRead<OdooRecord & { body: string }>('mail.message', {
		domain: [
			['model', '=', model],
			['res_id', '=', id],
			['message_type', '=', 'comment'],
		],
		fields: ['body'],
	});
	return messages.map(({ body }) => body);
}

async function nameOf({ admin, deliveries }: Stage, tracking: string): Promise<string> {
	const id = deliveries.get(tracking);
	if (id === undefined) return 'none';
	const [{ name }] = await admin.call<Array<{ name: string }>>('stock.picking', 'read', {
		ids: [id],
		fields: ['name'],
	});
	return name;
}
