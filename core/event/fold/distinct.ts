import type { ShipmentEvent } from '../shipmentEvent';

// Variants of one event (another locale, a later receipt, a proof that came with the second sending)
// must not let the state depend on which of them came first: the one that says most is kept, and
// among equals the text decides.
const weight = (event: ShipmentEvent): string => JSON.stringify(event.data);

const better = (a: ShipmentEvent, b: ShipmentEvent): ShipmentEvent => {
	if (a === b) return a;
	const [textA, textB] = [weight(a), weight(b)];
	if (textA.length !== textB.length) return textA.length > textB.length ? a : b;
	return textA >= textB ? a : b;
};

/** One event per id, the same one whatever the order of the input; those taken back by another are left out. */
export function distinctEvents(events: readonly ShipmentEvent[]): ShipmentEvent[] {
	const byId = new Map<string, ShipmentEvent>();
	for (const event of events) {
		const known = byId.get(event.id);
		byId.set(event.id, known === undefined ? event : better(known, event));
	}
	const voided = new Set([...byId.values()].map(({ data }) => data.voids));
	return [...byId.values()].filter(({ id }) => !voided.has(id));
}
