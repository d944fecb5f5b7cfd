import type { BusinessEvent, ShipmentEvent } from '../../event';
import { EventType, Milestone } from '../../event';
import type { Find, Guard, Lookup, Plan, Ref, Requirement, TransitionTable } from '../apply';
import type { OdooValue } from '../call';
import { fillEffects } from './effects';
import { GuardBy, type Route, type RouteLookup, type Routes } from './route';
import { fill, fillText, holds, lookUp, type Scope } from './template';
import { odooTime } from '../time';
import { milestoneTable, milestoneTableName, RECENCY_TABLE } from './transitions';

/** Tables of guards by name, shared by all commands of a request. */
export type Tables = Map<string, TransitionTable>;

const RECENCY = 'recency';

const plain = (text: string): string => text;

function fillLookup({ domain, externalId }: RouteLookup, scope: Scope): Lookup | null {
	if (externalId !== undefined) {
		const filled = fill(externalId, scope);
		return typeof filled === 'string' ? { external_id: filled } : null;
	}
	const filled = fill(domain ?? [], scope);
	return Array.isArray(filled) ? { domain: filled } : null;
}

/** References that the event names. */
export function fillRefs(route: Route, scope: Scope): Ref[] {
	return Object.entries(route.refs ?? {}).flatMap(([name, { model, path, label, find }]) => {
		if (lookUp(scope, path) === undefined) return [];
		const lookups = Object.values(find).flatMap((one) => fillLookup(one, scope) ?? []);
		return [{ name, model, path, label: fillText(label, scope, plain), find: lookups }];
	});
}

function fillFinds(route: Route, routes: Routes, scope: Scope): Find[] {
	const others = (route.findLike ?? []).flatMap((id) => Object.values(routes[id]?.find ?? {}));
	return [...Object.values(route.find ?? {}), ...others].flatMap((find) => {
		const lookup = fillLookup(find, scope);
		if (lookup === null) return [];
		const { model, many, order } = find;
		return [{ model, many, ...lookup, ...(order !== undefined && { order }) }];
	});
}

function fillRequirements(route: Route, scope: Scope): Requirement[] {
	return Object.values(route.requires ?? {})
		.filter(({ when }) => holds(scope, when))
		.map(({ path, filter, field, in: wanted, notIn, reason, message }) => ({
			...(path !== undefined && { path }),
			...(filter !== undefined && { filter }),
			field,
			...(wanted && { in: fillList(wanted, scope) }),
			...(notIn && { not_in: fillList(notIn, scope) }),
			reason,
			message: fillText(message, scope, plain),
		}));
}

/** A value that the event does not have cannot be met. */
const fillList = (values: OdooValue[], scope: Scope): OdooValue[] =>
	values.flatMap((value) => fill(value, scope) ?? []);

function fillGuards(route: Route, event: BusinessEvent, tables: Tables): Guard[] {
	const { guard } = route;
	if (guard === undefined || event.type !== EventType.ShipmentStatus) return [];
	const isRecency = guard.by === GuardBy.Recency;
	const table = isRecency ? RECENCY : milestoneTableName(event);
	if (!tables.has(table)) tables.set(table, isRecency ? RECENCY_TABLE : milestoneTable(event));
	const time = odooTime(event.data.time.occurredAt, 'utc') ?? null;
	const common = { field: guard.field, time_field: guard.timeField, time, table };
	return [isRecency ? common : { ...common, ...piecesOf(event) }];
}

/** The whole is delivered, or back, when its last piece is. */
function piecesOf(event: ShipmentEvent): Pick<Guard, 'pieces'> {
	const { shipment, milestone } = event.data;
	if (milestone !== Milestone.Delivered && milestone !== Milestone.Returned) return {};
	return {
		pieces: {
			piece: pieceOf(event),
			count: shipment.piece?.count ?? null,
			field: 'carrier_tracking_ref',
			values: [Milestone.Delivered, Milestone.Returned],
		},
	};
}

/** What tells the piece of an event from others of the same document. */
export const pieceOf = ({ data: { shipment } }: ShipmentEvent): string =>
	shipment.piece?.id ?? shipment.trackingNumber;

/** A route, filled in with an event; null when the event has nothing to find its document by. */
export function fillPlan(
	[id, route]: [string, Route],
	routes: Routes,
	event: BusinessEvent,
	scope: Scope,
	tables: Tables,
): Plan | null {
	const find = fillFinds(route, routes, scope);
	const needsDocument = route.find !== undefined || route.findLike !== undefined;
	if (needsDocument && find.length === 0) return null;
	const refs = new Set(fillRefs(route, scope).map(({ name }) => name));
	return {
		route: id,
		find,
		requires: fillRequirements(route, scope),
		guards: fillGuards(route, event, tables),
		latest_only: route.latestOnly ?? false,
		effects: fillEffects(route.effects, scope, refs),
	};
}
