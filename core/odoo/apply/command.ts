import type { OdooValue } from '../call';
import type { Domain } from '../domain';
import type { Effect } from './effect';
import type { Guard } from './guard';
import type { Severity } from './models';
import type { ApplyReason } from './reason';

/** A domain whose values may be references: `["product_id", "=", {"ref": "product"}]`. */
export type RefDomain = OdooValue[];

/** How records are looked for: by a domain, or by external id (`module.name`). */
export type Lookup = { domain: RefDomain } | { external_id: string };

export enum Many {
	/** Exactly one record; several are ambiguous. */
	One = 'one',
	/** Every record that is found: several deliveries under one number. */
	All = 'all',
}

/** One way to find the document. */
export type Find = Lookup & {
	model: string;
	many: Many;
	/** Odoo's notation. */
	order?: string;
};

/** Master data that the event speaks of: known, active, and of the right company. */
export interface Ref {
	/** What effects and domains call it, e.g. `product`. */
	name: string;
	model: string;
	/** Alternatives, in order; archived records are found too, to be able to say so. */
	find: Lookup[];
	/** Where in the event it is named, a JSON pointer (`/data/product`). */
	path: string;
	/** What the event calls it, for the message. */
	label: string;
}

/** Something that must be true of the document before the event may act. */
export interface Requirement {
	/** Relation from the document to the records that it is about (`picking_ids`); the document when left out. */
	path?: string;
	/** Which of the records behind `path`. */
	filter?: Domain;
	/** Field of them, with dots along relations (`sale_id.state`). */
	field: string;
	/** The values that are right; or `not_in`. No record, or an empty relation, reads as false. */
	in?: OdooValue[];
	not_in?: OdooValue[];
	reason: ApplyReason;
	/** For people: what is missing. */
	message: string;
}

/** How an event that cannot be applied is kept. */
export interface OnProblem {
	severity: Severity;
	/** External id of the group that gets an activity; nobody when left out. */
	activity_group?: string;
	/** Whether the document is put on hold. */
	hold?: boolean;
	/** Tries before the exception is dead. */
	max_attempts: number;
	/** Minutes to the next try; doubled with each one. */
	retry_minutes: number;
}

export interface CommandEvent {
	type: string;
	subject: string;
	source: string;
	/** Milestone of a shipment event, else ''. */
	milestone: string;
	/** What tells a piece of a shipment from the others, else ''. */
	piece: string;
	/** Naive UTC as Odoo stores it, or null. */
	time: string | null;
	received_at: string | null;
	/** For people: `UPS 1Z… delivered`. */
	name: string;
	/** The event as JSON text, to replay it. */
	payload: string;
}

/** What is wrong with an event, and where (JSON pointer). */
export interface InvalidPart {
	path: string;
	message: string;
}

/** What to do when one kind of document is found: a route, filled in with the event. */
export interface Plan {
	/** Id of the route. */
	route: string;
	/** Alternatives in order; the first that finds anything counts. Empty: no document is needed (stock levels). */
	find: Find[];
	requires: Requirement[];
	guards: Guard[];
	/** Values that fields of every document must have, as when somebody decided on it; otherwise stale with `expectation_failed`. */
	expect?: Record<string, OdooValue>;
	/** Stale (`older`) when an applied event of the same type and subject is later: for documents that keep no time. */
	latest_only: boolean;
	effects: Effect[];
}

/**
 * One event on its way into Odoo: everything the apply action needs, as data. It is carried out in this order:
 * invalid, ledger (`key`), refs, plans (the first whose `find` finds anything; a plan without `find` always does),
 * then of that plan: holds, requires, expect, guards, effects; at last the ledger row.
 */
export interface Command {
	/** `[a-z0-9_]{1,60}`; the ledger's external id is `evt_<key>`. Null: no ledger row and no look-up. */
	key: string | null;
	/** SHA-256 (hex) over the semantic fields of the event. */
	digest: string;
	event: CommandEvent;
	refs: Ref[];
	plans: Plan[];
	/** Null: the outcome is only answered. */
	on_problem: OnProblem | null;
	/** The event is not valid: it is only kept as an exception. */
	invalid?: InvalidPart[];
}
