import type { LevelSpec, SnapshotSpec } from '../source';
import {
	compilePath,
	isMatch,
	ownValue,
	pointerStep,
	readFrom,
	type CompiledPath,
	type ReadContext,
	type Segment,
} from './path';

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
	path.segments.reduce((pointer, { name }) => pointer + pointerStep(name), base);

const elements = ({ value, pointer }: Place): readonly Place[] =>
	Array.isArray(value)
		? value.map((element: unknown, index) => ({ value: element, pointer: `${pointer}/${index}` }))
		: [{ value, pointer }];

const isThere = ({ value }: Place): boolean => value !== undefined && value !== null;

const stepTo = (parent: Place, name: string): Place => ({
	value: ownValue(parent.value, name),
	pointer: parent.pointer + pointerStep(name),
});

/** One step down, into every element of a list on the way. */
const descend = (from: readonly Place[], segment: Segment): readonly Place[] => {
	const found: Place[] = [];
	for (const parent of from.flatMap(elements)) {
		const at = stepTo(parent, segment.name);
		if (!isThere(at)) continue;
		if ('key' in segment) {
			const { key, value } = segment;
			found.push(...elements(at).filter((element) => isMatch(element.value, key, value)));
		} else if (segment.each === true) {
			found.push(...Object.keys(at.value as object).map((name) => stepTo(at, name)));
		} else if (segment.index !== undefined) {
			found.push(...elements(at).slice(segment.index, segment.index + 1));
		} else found.push(at);
	}
	return found;
};

/** A name on the way is missing, and it is not that a list has to be gone through. */
const isMissing = (start: unknown, names: readonly string[]): boolean => {
	let value = start;
	for (const name of names) {
		if (Array.isArray(value)) return false;
		value = ownValue(value, name);
		if (value === undefined || value === null) return true;
	}
	return false;
};

const allAt = (parent: Place, path: CompiledPath): readonly Place[] | null => {
	const { segments, names } = path;
	if (names !== null) {
		const direct = readFrom(parent.value, path);
		// Nothing but names, and no list on the way.
		if (direct !== undefined && direct !== null) {
			return elements({ value: direct, pointer: pointerFrom(parent.pointer, path) });
		}
		if (isMissing(parent.value, names)) return null;
	}
	const found = segments.reduce(descend, [parent]);
	return found.length === 0 || !found.some(isThere) ? null : found.flatMap(elements);
};

const places = (
	parent: Place,
	paths: readonly CompiledPath[],
	all = false,
): readonly Place[] | null => {
	if (paths.length === 1) return allAt(parent, paths[0]);
	const found: Place[] = [];
	for (const path of paths) {
		const here = allAt(parent, path);
		if (here === null) continue;
		if (!all) return here;
		found.push(...here);
	}
	return found.length === 0 ? null : found;
};

/** The levels of a source, made ready. */
export interface CompiledLevels {
	readonly shipments: readonly CompiledPath[];
	readonly pieces: readonly CompiledPath[];
	readonly events: readonly CompiledPath[];
	/** The events of all paths, and not only of the first that has any. */
	readonly allEvents: boolean;
	/** The event is at the shipment, and the piece only says what it is about. */
	readonly eventsOfShipment: boolean;
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
	eventsOfShipment: levels.events.every((path) => path.startsWith('shipment:')),
	allEvents: levels.allEvents ?? false,
	snapshot: snapshot === undefined ? null : compilePath(snapshot.path, 'piece'),
});

// An empty or missing list of pieces is a shipment of which nothing is known: it must be told about.
const orItself = (found: readonly Place[] | null, parent: Place): readonly Place[] =>
	found === null || found.length === 0 ? [parent] : found;

/** Walks a payload down to its pieces. A level that is not there is passed over, not an error. */
export function* walkPieces(root: Place, levels: CompiledLevels): Generator<PieceContent> {
	for (const shipment of orItself(places(root, levels.shipments), root)) {
		for (const piece of orItself(places(shipment, levels.pieces), shipment)) {
			const above = { root: root.pointer, shipment: shipment.pointer, piece: piece.pointer };
			const context = (event: Place): ReadContext => ({
				root: root.value,
				shipment: shipment.value,
				piece: piece.value,
				event: event.value,
				above,
				pointer: event.pointer,
			});
			const snapshot = snapshotOf(piece, levels.snapshot);
			const holder = levels.eventsOfShipment ? shipment : piece;
			yield {
				events: (places(holder, levels.events, levels.allEvents) ?? []).map(context),
				piece: context(snapshot ?? piece),
				hasSnapshot: snapshot !== null,
			};
		}
	}
}

const snapshotOf = (piece: Place, path: CompiledPath | null): Place | null => {
	if (path === null) return null;
	const value = readFrom(piece.value, path);
	if (value === undefined || value === null) return null;
	return { value, pointer: pointerFrom(piece.pointer, path) };
};
