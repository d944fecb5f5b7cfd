import type { EventType } from '../../event';
import type { ApplyReason, ExceptionCategory, Many, Severity, Verdict } from '../apply';
import type { OdooValue } from '../call';
import type { Domain } from '../domain';

/**
 * A value in a route: as it is, or taken from the event. `{"$": "/data/quantity"}` is the value behind a JSON pointer
 * into the event, its `facts` and, inside `each`, the `item`; where there is none, the key, term or effect that wants
 * it is left out. In texts, `{{/data/carrier/name}}` is replaced.
 */
export type Template = OdooValue;

/** All must hold: the value at the pointer is in the list; or is there (`true`), or is not (`false`). */
export type Conditions = Record<string, OdooValue[] | boolean>;

/** What a guard goes by. */
export enum GuardBy {
	/** The milestone of the event, by the fold. */
	Milestone = 'milestone',
	/** Nothing is moved; the event may act unless it is older than the state, or the journey is over. */
	Recency = 'recency',
}

/** Something that an event brings along and that may differ each time it is sent: it has a ledger key of its own. */
export enum Part {
	/** Proof of delivery: one key for each different proof. */
	Proof = 'proof',
	/** Expected delivery: no key, since writing it twice changes nothing. */
	Estimate = 'estimate',
}

export interface RouteLookup {
	domain?: Template[];
	externalId?: Template;
}

export interface RouteRef {
	model: string;
	/** JSON pointer of what names the record; without it the reference is left out. */
	path: string;
	label: string;
	find: Record<string, RouteLookup>;
}

export interface RouteFind extends RouteLookup {
	model: string;
	many: Many;
	order?: string;
}

export interface RouteRequirement {
	when?: Conditions;
	/** Relation from the document to the records that it is about, and which of them. */
	path?: string;
	filter?: Domain;
	field: string;
	in?: Template[];
	notIn?: Template[];
	reason: ApplyReason;
	message: string;
}

export interface RouteGuard {
	field: string;
	timeField: string;
	by: GuardBy;
}

/** An effect as in `core/odoo/apply/effect.ts`, with templates for values. */
export interface RouteEffect {
	kind: string;
	when?: Conditions;
	/** Pointer of a list: the effect is repeated for each `item`. */
	each?: string;
	on?: Verdict[];
	category?: ExceptionCategory;
	severity?: Severity;
	[property: string]: unknown;
}

export interface RouteProblem {
	severity: Severity;
	/** External id of the group that is told. */
	activityGroup?: string;
	hold?: boolean;
	maxAttempts: number;
	retryMinutes: number;
}

/** How events of one type reach one kind of document. The parts are named, so that each can be overridden alone. */
export interface Route {
	title: string;
	description: string;
	type: EventType;
	/** Which events it is for; all of the type when left out. */
	when?: Conditions;
	part?: Part;
	/** Master data, by the name that effects use. */
	refs?: Record<string, RouteRef>;
	/** Ways to find the document, tried in order. */
	find?: Record<string, RouteFind>;
	/** Routes whose `find` serves this one too. */
	findLike?: string[];
	requires?: Record<string, RouteRequirement>;
	guard?: RouteGuard;
	/** Only the latest event of a subject counts. */
	latestOnly?: boolean;
	effects: Record<string, RouteEffect>;
	onProblem: RouteProblem;
}

/** Routes by id, in the order in which they are tried. */
export type Routes = Record<string, Route>;
