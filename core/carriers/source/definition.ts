import type { EventClass } from '../../event/eventClass';
import type { MappingBy } from '../../event/mappingBy';
import type { CodeTable } from '../codeTable';
import type { ReasonTable } from '../reasonTable';
import type { TextLanguage } from '../text/language';
import type { CarrierSpec } from './carrierSpec';
import type { TimeSpec } from './timeSpec';

/** Syntax of a payload. */
export enum PayloadFormat {
	Json = 'json',
	/** Children by name, attributes by `@name`, text beside them by `#text`; no namespaces, no SOAP envelope. */
	Xml = 'xml',
	/** The tree of `core/standards/x12`. */
	X12 = 'x12',
	/** The tree of `core/standards/edifact`. */
	Edifact = 'edifact',
	/** The tree of `core/standards/cargoImp`. */
	CargoImp = 'cargo_imp',
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
 * (the default). A single element counts as a list of one, as XML cannot tell them apart.
 * Example: `['event.code', 'piece:deliveryDate[type=DEL].date']`.
 */
export type FieldPaths = readonly string[];

/** A part of the key from one field, or from several joined by a text; empty ones at the end are left out. */
export type KeyPaths = FieldPaths | { readonly join: readonly FieldPaths[]; readonly with: string };

/** A payload fits when all of these hold. */
export interface DetectionRule {
	/** Paths from the root of the payload that must have a value (an empty list counts as one). */
	readonly has: readonly string[];
	readonly is?: readonly { readonly path: string; readonly value: string }[];
	/** The text at the path begins so. */
	readonly begins?: readonly { readonly path: string; readonly with: string }[];
	/** Paths that must not have a value: what tells a source from a similar one. */
	readonly not?: readonly string[];
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
	/** Ask only for events whose key has this value, or one of these, in this part. */
	readonly when?: {
		readonly part: KeyPart;
		readonly value?: string;
		readonly in?: readonly string[];
	};
	/** Ask only for events of these carriers: an aggregator may pass on the codes of some. */
	readonly carriers?: readonly string[];
	/** Ask with the beginning of this part only: up to `before`, or so many characters. For families of codes. */
	readonly prefix?: { readonly part: KeyPart; readonly before?: string; readonly length?: number };
	/** Ask with the end of this part only: what stands after the last `after`. For codes that begin with their group. */
	readonly suffix?: { readonly part: KeyPart; readonly after: string };
	/** Beginnings that say nothing and are taken off all parts: `urn:epcglobal:cbv:bizstep:`. */
	readonly strip?: readonly string[];
	/** Codes are the same in upper and lower case. */
	readonly ignoreCase?: boolean;
	readonly by: MappingBy;
	readonly confidence: number;
}

/**
 * The words of the event, read by the rules of `core/carriers/text`. The last lookup of a source that
 * has no codes, or where new codes come with words that are plain. Confidence 0.5 (0.6 where a
 * group of codes says the same), or what is given.
 */
export interface TextLookup {
	/** Languages in which the source writes (ISO 639), in the order in which they are tried. */
	readonly text: readonly `${TextLanguage}`[];
	/** Where the words are; the description unless said otherwise. */
	readonly words?: FieldPaths;
	/** Only events without a code: an unknown code stays unknown. */
	readonly withoutCode?: boolean;
	/** A lookup into a table of groups: when it finds the same milestone, the words are surer. */
	readonly confirmedBy?: Lookup;
	readonly confidence?: number;
}

/** Whether an event happened, from a field: each value of the field and what it means. The first field that answers counts. */
export interface ClassSpec {
	readonly field: FieldPaths;
	readonly values: Readonly<Record<string, `${EventClass}`>>;
}

export interface ReasonSpec {
	readonly table: string;
	readonly code: FieldPaths;
	readonly text?: FieldPaths;
}

/**
 * Where the lists of the payload are. Each path starts from the level above; '' is that level itself.
 * Lists on the way are gone through, `name[key=value]` keeps the elements that match, `name{*}` are the
 * values of an object.
 */
export interface LevelSpec {
	readonly shipments?: readonly string[];
	readonly pieces?: readonly string[];
	/** Each path may begin with `shipment:` where one event names many pieces: it then counts for each of them. */
	readonly events: readonly string[];
	/** Take the events of all paths together, and not of the first that has any. */
	readonly allEvents?: boolean;
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
	/** The ISO country of places for which the source, as its document says, leaves the country out. */
	readonly domestic?: string;
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
	/** What the user has to know to choose it, in a few words: "Webhook tracking_update, or trackings from the API". */
	readonly hint?: string;
	/** What is known to be missing: codes that no list of the carrier names, versions not covered. */
	readonly missing?: string;
	readonly detect: readonly DetectionRule[];
	readonly carrier: CarrierSpec;
	readonly levels: LevelSpec;
	readonly snapshot?: SnapshotSpec;
	/** The source's own words when it has nothing to tell about a shipment. */
	readonly failure?: FieldPaths;
	readonly trackingNumber: FieldPaths;
	/** The number in the payload may be another carrier's: the one that the caller gives goes before it. */
	readonly foreignNumbers?: true;
	readonly masterTrackingNumber?: FieldPaths;
	readonly service?: FieldPaths;
	readonly isReturn?: readonly Condition[];
	/** The event takes back the one that it repeats (EPCIS `errorDeclaration`). */
	readonly isVoid?: readonly Condition[];
	/** The event replaces what was said before: it may leave a terminal state. */
	readonly isCorrection?: readonly Condition[];
	readonly eventClass?: readonly ClassSpec[];
	readonly piece?: {
		readonly id?: FieldPaths;
		readonly index?: FieldPaths;
		readonly count?: FieldPaths;
	};
	readonly references?: readonly ReferenceSpec[];
	readonly key: Readonly<Partial<Record<KeyPart, KeyPaths>>>;
	/** Parts of the key that make two events different ones; all of them unless said otherwise. */
	readonly identity?: readonly KeyPart[];
	readonly description?: FieldPaths;
	readonly lookups: readonly (Lookup | TextLookup)[];
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
