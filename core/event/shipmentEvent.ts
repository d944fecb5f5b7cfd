import type { CloudEvent } from './cloudEvent';
import type { EventClass } from './eventClass';
import { EventType } from './eventType';
import type { MappingBy } from './mappingBy';
import type { Milestone } from './milestone';
import type { Party, Reason } from './reason';
import type { SubStatus } from './subStatus';
import type { EventTime } from './time';

export const SHIPMENT_EVENT_TYPE = EventType.ShipmentStatus;

/** Something that happened, or is expected to happen, to a shipment or one piece of it. */
export type ShipmentEvent = CloudEvent<typeof SHIPMENT_EVENT_TYPE, ShipmentEventData>;

export interface ShipmentEventData {
	readonly carrier: EventCarrier;
	readonly shipment: EventShipment;
	readonly milestone: Milestone;
	readonly subStatus: SubStatus | null;
	readonly reason: EventReason | null;
	readonly eventClass: EventClass;
	readonly flags: EventFlags;
	readonly time: EventTime & {
		/** When the payload reached us, RFC 3339 UTC, as the caller said. */
		readonly receivedAt?: string;
		/** When the source says it recorded the event, RFC 3339 UTC. */
		readonly recordedAt?: string;
	};
	readonly location: EventLocation | null;
	readonly delivery?: EventDelivery;
	readonly estimate?: EventEstimate;
	/** Id of the event that this one takes back: it never happened. */
	readonly voids?: string;
	readonly raw: EventRaw;
	readonly mapping: EventMapping;
}

export interface EventCarrier {
	/** Stable identifier, e.g. `ups`. */
	readonly id: string;
	readonly name: string;
	/** Standard Carrier Alpha Code, where the source or the carrier has one. */
	readonly scac?: string;
	/** The platform that reported the event on behalf of the carrier. */
	readonly aggregator?: string;
	readonly service?: string;
}

export interface EventShipment {
	/** Upper case, without blanks. */
	readonly trackingNumber: string;
	readonly masterTrackingNumber?: string;
	/** `index` counts from 1. */
	readonly piece?: { readonly id?: string; readonly index?: number; readonly count?: number };
	readonly references?: readonly { readonly type: string; readonly value: string }[];
	/** The parcel travels back to where it came from. */
	readonly isReturn: boolean;
}

export interface EventReason {
	readonly code: Reason;
	readonly party: Party | null;
	/** The source's own reason code. */
	readonly raw?: string;
	readonly text?: string;
}

export interface EventFlags {
	readonly exception: boolean;
	/** The journey is over with this event. */
	readonly terminal: boolean;
	readonly actionRequired: boolean;
	readonly partial: boolean;
	/** Does not move a state: a notice, an estimate, a document, or an unknown code. */
	readonly informational: boolean;
	/** Takes an earlier event back. */
	readonly correction: boolean;
}

export interface EventLocation {
	readonly name?: string;
	readonly city?: string;
	readonly region?: string;
	readonly postalCode?: string;
	/** ISO 3166 alpha-2 where the source has a code, else as written. */
	readonly country?: string;
	readonly unlocode?: string;
	readonly iata?: string;
	readonly lat?: number;
	readonly lon?: number;
}

/** Where a proof of delivery is. Images are never copied into the event. */
export type ProofReference =
	| { readonly kind: 'url'; readonly url: string }
	/** Base64 at this JSON pointer of the payload. */
	| { readonly kind: 'binary'; readonly pointer: string };

export interface EventDelivery {
	readonly signedBy?: string;
	/** Relation of the signer to the recipient, as written. */
	readonly relation?: string;
	/** Where it was left, as written ("Front Door"). */
	readonly place?: string;
	readonly photo?: ProofReference;
	readonly signature?: ProofReference;
	readonly document?: ProofReference;
	readonly attempt?: number;
}

/** Expected delivery: RFC 3339 where the instant is known, else a local wall time, else a day. */
export interface EventEstimate {
	readonly from?: string;
	readonly to?: string;
}

export interface EventRaw {
	readonly code: string | null;
	readonly type: string | null;
	readonly subCode: string | null;
	readonly description: string | null;
	/** JSON pointer (RFC 6901) of the event in the payload. */
	readonly pointer: string;
	/** Identifier of the source definition, e.g. `upsTrackAlert`. */
	readonly source: string;
	/** The event as it was received; only on request. */
	readonly payload?: unknown;
}

export interface EventMapping {
	readonly by: MappingBy;
	/** Table and key, e.g. `ups.activity:I/OT`. */
	readonly rule: string;
	/** 0 (unknown) to 1 (the carrier's own list or the user). */
	readonly confidence: number;
	readonly tableVersion: string;
}
