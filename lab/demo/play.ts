import { LabError } from '../progress';
import { Outcome, type Happening } from './happenings';
import { changed, look, type Sight } from './sight';
import type { Stage } from './stage';

export interface Observation {
	happening: Happening;
	delivery: string;
	before: Sight;
	after: Sight;
	/** As Odoo shows it; null when that does not fit together. */
	outcome: Outcome | null;
	/** How many events. */
	events: number;
	/** Where Odoo shows it, behind its address. */
	place: string;
	/** Whether Odoo shows what it should. */
	ok: boolean;
}

/** Lets people and the carrier do their part, and looks in Odoo at what became of it. */
export async function play(stage: Stage, happening: Happening): Promise<Observation> {
	const { expected, tracking } = happening;
	const before = await look(stage, tracking);
	await happening.people?.(stage);
	const between = happening.payload === undefined ? before : await look(stage, tracking);
	if (happening.payload !== undefined) await send(stage, happening);
	const after = await look(stage, tracking);
	const outcome = outcomeOf(between, after);
	return {
		happening,
		delivery: await nameOf(stage, tracking),
		before,
		after,
		outcome,
		events: Math.max(1, changed(between.ledger, after.ledger).length),
		place: placeOf(between, after),
		ok: outcome === expected.outcome && after.status === expected.status,
	};
}

async function send({ n8n, headers }: Stage, happening: Happening): Promise<void> {
	const { what, payload, contentType = 'application/json' } = happening;
	const answer = await n8n.callWebhook('carrier-status', {
		body: payload,
		headers: { ...headers, 'Content-Type': contentType },
	});
	if (answer.status !== 200) throw new LabError(`n8n answered ${answer.status} to "${what}"`);
}

/** The ledger's word for it, if delivery, notes and exceptions agree. */
function outcomeOf(before: Sight, after: Sight): Outcome | null {
	const outcomes = new Set(changed(before.ledger, after.ledger).map(({ outcome }) => outcome));
	const isMoved = after.status !== before.status || after.scan !== before.scan;
	const isNoted = after.notes.some((note) => !before.notes.includes(note));
	const isKept = changed(before.exceptions, after.exceptions).length > 0;
	if (outcomes.size === 0) return isMoved || isNoted || isKept ? null : Outcome.Duplicate;
	if (outcomes.has(Outcome.Applied)) return isMoved && isNoted ? Outcome.Applied : null;
	if (outcomes.size > 1 || isMoved) return null;
	if (outcomes.has(Outcome.Stale)) return isNoted && !isKept ? Outcome.Stale : null;
	const [problem] = [Outcome.Held, Outcome.Rejected, Outcome.Unmatched].filter((outcome) =>
		outcomes.has(outcome),
	);
	return isKept && !isNoted ? (problem ?? null) : null;
}

/** The exception that was opened or counted, else the row of the ledger. */
function placeOf(before: Sight, after: Sight): string {
	const row = changed(before.ledger, after.ledger).at(-1);
	const isSettled = row === undefined || ['applied', 'stale'].includes(row.outcome);
	const exception = changed(before.exceptions, after.exceptions).at(-1);
	if (exception !== undefined && !isSettled) return `m-x_logistics_exception/${exception.id}`;
	return `m-x_logistics_event/${row?.id ?? after.lastApplied}`;
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
