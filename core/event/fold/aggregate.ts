import { Milestone, MILESTONE_RANK } from '../milestone';
import type { PieceState, ShipmentState } from './shipmentState';
import { INITIAL_PIECE } from './step';

/** Facts about the whole event set that no single piece knows. */
export interface AggregateFacts {
	readonly expected: number | null;
	readonly eventCount: number;
	/** Some event said that only a part was meant. */
	readonly partialSaid: boolean;
}

// An exception hides how far the piece had come, so pieces are compared by their progress.
const compareProgress = (a: PieceState, b: PieceState): number => {
	const rank = MILESTONE_RANK[a.progress] - MILESTONE_RANK[b.progress];
	if (rank !== 0) return rank;
	if ((a.exception === null) !== (b.exception === null)) return a.exception === null ? 1 : -1;
	return 0;
};

/** The piece that decides for the shipment: the least advanced one that is not cancelled. */
export const leastAdvanced = (pieces: readonly PieceState[]): PieceState => {
	const travelling = pieces.filter(({ milestone }) => milestone !== Milestone.Cancelled);
	const candidates = travelling.length > 0 ? travelling : pieces;
	return candidates.reduce(
		(worst, piece) => (compareProgress(piece, worst) < 0 ? piece : worst),
		candidates[0] ?? INITIAL_PIECE,
	);
};

/** The state of a shipment from its pieces, which must come in the order of their ids. */
export function aggregate(
	pieces: ReadonlyMap<string, PieceState>,
	facts: AggregateFacts,
): ShipmentState {
	const states = [...pieces.values()];
	const worst = leastAdvanced(states);
	const delivered = states.filter(({ milestone }) => milestone === Milestone.Delivered).length;
	const mixed = states.some(({ milestone }) => milestone !== worst.milestone);
	const missing = facts.expected !== null && facts.expected > states.length;
	return {
		...worst,
		exception:
			worst.exception ?? states.find((piece) => piece.exception !== null)?.exception ?? null,
		partial: facts.partialSaid || mixed || missing,
		pieces: {
			expected: facts.expected,
			seen: states.length,
			delivered,
			byId: Object.fromEntries(pieces),
		},
		eventCount: facts.eventCount,
	};
}
