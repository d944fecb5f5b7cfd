import { LabError } from '../progress';
import { describeChange, type Observation, type Scene } from './scene';
import { changed, look, type Sight } from './sight';
import { callAsCarrier, type Stage } from './stage';

/** What can become of an event; the words of Odoo's ledger. */
export enum Outcome {
	Applied = 'applied',
	/** Came before: nothing changed. */
	Duplicate = 'duplicate',
	/** Older than what Odoo knows: noted on the delivery, and the status kept. */
	Stale = 'stale',
	/** The delivery is on hold. */
	Held = 'held',
	/** No delivery has this number. */
	Unmatched = 'unmatched',
	/** Not known, or not possible yet. */
	Rejected = 'rejected',
}

/** What a carrier sends, or people do, about one delivery, and what must then be true in Odoo. */
export interface CarrierCall {
	template: string;
	what: string;
	/** What people do in Odoo first. */
	people?: (stage: Stage) => Promise<void>;
	/** What a carrier then sends. */
	payload?: unknown;
	contentType?: string;
	/** Reference of the delivery that it is about. */
	tracking: string;
	expected: { outcome: Outcome; status: string | false };
}

export interface CarrierObservation extends Observation {
	before: Sight;
	after: Sight;
	/** As Odoo shows it; null when that does not fit together. */
	seen: Outcome | null;
}

export const carrierScene = (call: CarrierCall): Scene => ({
	template: call.template,
	what: call.what,
	play: async (stage) => await playCall(stage, call),
});

/** Lets people and the carrier do their part, and looks in Odoo at what became of it. */
export async function playCall(stage: Stage, call: CarrierCall): Promise<CarrierObservation> {
	const { expected, tracking } = call;
	const before = await look(stage, tracking);
	await call.people?.(stage);
	const between = call.payload === undefined ? before : await look(stage, tracking);
	if (call.payload !== undefined) await send(stage, call);
	const after = await look(stage, tracking);
	const seen = outcomeOf(between, after);
	const isAsExpected = seen === expected.outcome && after.status === expected.status;
	const events = changed(between.ledger, after.ledger).length;
	const document = await nameOf(stage, tracking);
	return {
		before,
		after,
		seen,
		document,
		change:
			document === 'none' ? '' : describeChange(before.status || 'none', after.status || 'none'),
		outcome: `${seen ?? 'something else'}${events > 1 ? ` (${events} events)` : ''}`,
		place: placeOf(between, after),
		...(!isAsExpected && { expected: `${expected.outcome}, ${expected.status || 'none'}` }),
	};
}

async function send(stage: Stage, { what, payload, contentType }: CarrierCall): Promise<void> {
	const answer = await callAsCarrier(stage, payload, contentType);
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
