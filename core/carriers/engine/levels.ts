import type { LevelSpec, SnapshotSpec } from '../source';
import { compilePath, readSegments, type CompiledPath, type ReadContext } from './path';

/** What one piece of a payload holds: its events, or a status in their place. */
export interface PieceContent {
	/** Contexts with `event` set, in document order. */
	readonly events: readonly ReadContext[];
	/** The piece itself; its `event` is the snapshot, or the piece where there is none. */
	readonly piece: ReadContext;
	/** A status stands beside or instead of the list. */
	readonly hasSnapshot: boolean;
}

interface Place {
	readonly value: unknown;
	readonly pointer: string;
}

const pointerFrom = (base: string, path: CompiledPath): string =>
	path.segments.reduce((pointer, { name }) => `${pointer}/${name}`, base);

const places = (parent: Place, paths: readonly CompiledPath[]): readonly Place[] | null => {
	for (const path of paths) {
		const value = readSegments(parent.value, path.segments);
		if (value === undefined || value === null) continue;
		const pointer = pointerFrom(parent.pointer, path);
		if (!Array.isArray(value)) return [{ value, pointer }];
		return value.map((element: unknown, index) => ({
			value: element,
			pointer: `${pointer}/${index}`,
		}));
	}
	return null;
};

/** The levels of a source, made ready. */
export interface CompiledLevels {
	readonly shipments: readonly CompiledPath[];
	readonly pieces: readonly CompiledPath[];
	readonly events: readonly CompiledPath[];
	readonly snapshot: CompiledPath | null;
}

const compileLevel = (paths: readonly string[] | undefined): readonly CompiledPath[] =>
	(paths ?? ['']).map((path) => compilePath(path, 'root'));

/** @throws SyntaxError when a path is wrong */
export const compileLevels = (
	levels: LevelSpec,
	snapshot: SnapshotSpec | undefined,
): CompiledLevels => ({
	shipments: compileLevel(levels.shipments),
	pieces: compileLevel(levels.pieces),
	events: compileLevel(levels.events),
	snapshot: snapshot === undefined ? null : compilePath(snapshot.path, 'piece'),
});

// An empty or missing list of pieces is a shipment of which nothing is known: it must be told about.
const orItself = (found: readonly Place[] | null, parent: Place): readonly Place[] =>
	found === null || found.length === 0 ? [parent] : found;

/** Walks a payload down to its pieces. A level that is not there is passed over, not an error. */
export function* walkPieces(root: Place, levels: CompiledLevels): Generator<PieceContent> {
	for (const shipment of orItself(places(root, levels.shipments), root)) {
		for (const piece of orItself(places(shipment, levels.pieces), shipment)) {
			const context = (event: Place): ReadContext => ({
				root: root.value,
				shipment: shipment.value,
				piece: piece.value,
				event: event.value,
				pointers: {
					root: root.pointer,
					shipment: shipment.pointer,
					piece: piece.pointer,
					event: event.pointer,
				},
			});
			const snapshot = snapshotOf(piece, levels.snapshot);
			yield {
				events: (places(piece, levels.events) ?? []).map(context),
				piece: context(snapshot ?? piece),
				hasSnapshot: snapshot !== null,
			};
		}
	}
}

const snapshotOf = (piece: Place, path: CompiledPath | null): Place | null => {
	if (path === null) return null;
	const value = readSegments(piece.value, path.segments);
	if (value === undefined || value === null) return null;
	return { value, pointer: pointerFrom(piece.pointer, path) };
};
