import type { ShipmentEvent } from '../shipmentEvent';

/** Key of the timeline of events that speak of the whole shipment. */
const WHOLE = '';

/**
 * Which piece an event speaks of: its piece id, else its own tracking number when several numbers
 * belong to one master, else '' for the shipment as a whole.
 */
export type PieceOf = (event: ShipmentEvent) => string;

/** Decides, from all events together, what tells the pieces apart; independent of their order. */
export function pieceReader(events: readonly ShipmentEvent[]): PieceOf {
	const masters = new Set<string>();
	const numbers = new Set<string>();
	for (const { data } of events) {
		numbers.add(data.shipment.trackingNumber);
		if (data.shipment.masterTrackingNumber !== undefined) {
			masters.add(data.shipment.masterTrackingNumber);
		}
	}
	return ({ data: { shipment } }) => {
		if (shipment.piece?.id !== undefined) return shipment.piece.id;
		if (numbers.size < 2 || masters.has(shipment.trackingNumber)) return WHOLE;
		return shipment.trackingNumber;
	};
}

/** The timelines to keep. Events of the whole shipment belong to each piece, if there are pieces. */
export function pieceKeys(events: readonly ShipmentEvent[], pieceOf: PieceOf): string[] {
	const keys = new Set(events.map(pieceOf));
	if (keys.size > 1) keys.delete(WHOLE);
	return [...keys].sort();
}

/** Whether an event belongs to the timeline of a piece. */
export const concerns = (eventPiece: string, piece: string): boolean =>
	eventPiece === WHOLE || eventPiece === piece;

/** The number of pieces the carrier speaks of, the largest if it varies; null if it never says. */
export function expectedPieces(events: readonly ShipmentEvent[]): number | null {
	let expected: number | null = null;
	for (const { data } of events) {
		const count = data.shipment.piece?.count;
		if (count !== undefined && (expected === null || count > expected)) expected = count;
	}
	return expected;
}
