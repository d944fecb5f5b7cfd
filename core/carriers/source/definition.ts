import type { MappingBy } from '../../event/mappingBy';
import type { CodeTable } from '../codeTable';
import type { ReasonTable } from '../reasonTable';
import type { CarrierSpec } from './carrierSpec';
import type { TimeSpec } from './timeSpec';

/** Syntax of a payload. */
export enum PayloadFormat {
	Json = 'json',
	X12 = 'x12',
}

export enum SourceKind {
	/** The carrier itself. */
	Carrier = 'carrier',
	/** A platform that speaks for many carriers, in its own words. */
	Aggregator = 'aggregator',
	/** A public standard that many carriers send. */
	Standard = 'standard',
}

/** The three parts of a status code, as the columns of a code table. */
export type KeyPart = 'type' | 'code' | 'subCode';

/**
 * Where a value stands: alternatives in order, the first that has a value wins. Each is a path of
 * names joined by dots, `name[0]` for a position and `name[key=value]` for the first element of a
 * list that matches; before it, the level it starts from: `root:`, `shipment:`, `piece:` or `event:`
 * (the default). Example: `['event.code', 'piece:deliveryDate[type=DEL].date']`.
 */
export type FieldPaths = readonly string[];

/** A payload fits when all of these hold. */
export interface DetectionRule {
	/** Paths from the root of the payload that must have a value (an empty list counts as one). */
	readonly has: readonly string[];
	readonly is?: readonly { readonly path: string; readonly value: string }[];
	/** How sure the fit is, 0 to 1: 1 where the payload names its source, 0.9 where its shape is its own. */
	readonly certainty: number;
}

/** The value of the path is one of `in`; without `in`: it is there and not `false`, `0`, `N` or `no`. */
export interface Condition {
	readonly path: string;
	readonly in?: readonly string[];
}

/** A question to one code table. Lookups are asked in order; the first answer counts. */
export interface Lookup {
	readonly table: string;
	/** Which part of the event's key stands in which column; columns left out are empty. `=x` is the constant x. */
	readonly key: Readonly<Partial<Record<KeyPart, KeyPart | `=${string}`>>>;
	/** A row for a whole group of codes answers only for events without a code of their own. */
	readonly exactOnly?: boolean;
	/** Ask only for events whose key has this value in this part. */
	readonly when?: { readonly part: KeyPart; readonly value: string };
	readonly by: MappingBy;
	readonly confidence: number;
}

export interface ReasonSpec {
	readonly table: string;
	readonly code: FieldPaths;
	readonly text?: FieldPaths;
}

/** Where the lists of the payload are. Each path starts from the level above; '' is that level itself. */
export interface LevelSpec {
	readonly shipments?: readonly string[];
	readonly pieces?: readonly string[];
	readonly events: readonly string[];
}

/**
 * A status of the whole shipment that stands in the payload beside, or instead of, a list of events.
 * It becomes an event only where the source's document says that it is one, and only when there is no list.
 */
export interface SnapshotSpec {
	/** Path from the piece to the status. */
	readonly path: string;
	readonly isEvent: boolean;
	/** Shown when the status is left out, to say why. */
	readonly note: string;
}

export interface LocationSpec {
	readonly name?: FieldPaths;
	readonly city?: FieldPaths;
	readonly region?: FieldPaths;
	readonly postalCode?: FieldPaths;
	readonly country?: FieldPaths;
	readonly unlocode?: FieldPaths;
	readonly iata?: FieldPaths;
	readonly lat?: FieldPaths;
	readonly lon?: FieldPaths;
}

/** Proof of delivery. It is attached to events that deliver, and to no others. */
export interface DeliverySpec {
	readonly signedBy?: FieldPaths;
	readonly relation?: FieldPaths;
	readonly place?: FieldPaths;
	readonly photo?: FieldPaths;
	readonly signature?: FieldPaths;
	readonly document?: FieldPaths;
	readonly attempt?: FieldPaths;
}

export interface ReferenceSpec {
	/** Path to a list of references, or to a single value. */
	readonly path: string;
	/** Name of the kind within an element of the list; or `=KIND` for a constant. */
	readonly type: string;
	/** Name of the value within an element; '' when the element is the value. */
	readonly value: string;
}

/** A source of tracking data, read without code of its own. Plain JSON, so users can bring their own. */
export interface SourceDefinition {
	readonly id: string;
	/** As shown to users. */
	readonly name: string;
	readonly kind: SourceKind;
	readonly transport: 'push' | 'pull' | 'both' | 'file';
	/** The documents this definition was written from. */
	readonly document: string;
	readonly format: PayloadFormat;
	readonly detect: readonly DetectionRule[];
	readonly carrier: CarrierSpec;
	readonly levels: LevelSpec;
	readonly snapshot?: SnapshotSpec;
	/** The source's own words when it has nothing to tell about a shipment. */
	readonly failure?: FieldPaths;
	readonly trackingNumber: FieldPaths;
	readonly masterTrackingNumber?: FieldPaths;
	readonly service?: FieldPaths;
	readonly isReturn?: readonly Condition[];
	readonly piece?: {
		readonly id?: FieldPaths;
		readonly index?: FieldPaths;
		readonly count?: FieldPaths;
	};
	readonly references?: readonly ReferenceSpec[];
	readonly key: Readonly<Partial<Record<KeyPart, FieldPaths>>>;
	/** Parts of the key that make two events different ones; all of them unless said otherwise. */
	readonly identity?: readonly KeyPart[];
	readonly description?: FieldPaths;
	readonly lookups: readonly Lookup[];
	readonly reasons?: readonly ReasonSpec[];
	readonly time: readonly TimeSpec[];
	readonly recordedAt?: readonly TimeSpec[];
	readonly location?: LocationSpec;
	readonly delivery?: DeliverySpec;
	/** Expected delivery; attached to the newest event of the piece unless that one ends the journey. */
	readonly estimate?: { readonly from?: readonly TimeSpec[]; readonly to?: readonly TimeSpec[] };
	/** Tables of its own, looked at before the built-in ones. */
	readonly tables?: readonly CodeTable[];
	readonly reasonTables?: readonly ReasonTable[];
}
