import { Validator, type Schema } from '@cfworker/json-schema';
import { readFaults, type Fault } from '../../event/validation';
import type { OdooValue } from '../call';
import type { Route, Routes } from './route';
import routeSchema from './route.schema.json';

type Json = Record<string, OdooValue>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON Merge Patch (RFC 7396): objects are merged, null removes, everything else replaces. */
export function mergePatch(target: OdooValue | undefined, patch: OdooValue): OdooValue {
	if (!isObject(patch)) return patch;
	const merged = new Map(Object.entries(isObject(target) ? target : {}));
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) merged.delete(key);
		else merged.set(key, mergePatch(merged.get(key), value));
	}
	return Object.fromEntries(merged);
}

let validator: Validator | undefined;

/** What is wrong with a route. */
export function routeFaults(route: unknown): Fault[] {
	validator ??= new Validator(routeSchema as Schema, '2020-12', false);
	const { valid, errors } = validator.validate(route);
	return valid ? [] : readFaults(errors);
}

export type Overridden =
	| { readonly ok: true; readonly routes: Routes }
	| { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * The routes with the user's changes: `{"shipment.outgoing": {"effects": {"note": null}}}` leaves the note out, a new id
 * adds a route, null removes one. Changed routes are held against the schema; paths begin with the id of the route.
 */
export function overrideRoutes(routes: Routes, patch: unknown): Overridden {
	if (!isObject(patch)) {
		return { ok: false, faults: [{ path: '', message: 'is not a JSON object of routes by id' }] };
	}
	const merged = mergePatch(routes as unknown as OdooValue, patch) as unknown as Routes;
	const faults = Object.keys(patch)
		.filter((id) => id in merged)
		.flatMap((id) => routeFaults(merged[id]).map((fault) => within(id, fault)));
	const lost = Object.entries(merged).flatMap(([id, route]) =>
		lostFinds(id, route, { ...routes, ...merged }),
	);
	const all = [...faults, ...lost];
	return all.length > 0 ? { ok: false, faults: all } : { ok: true, routes: merged };
}

const within = (id: string, { path, message }: Fault): Fault => ({
	path: `/${id}${path}`,
	message,
});

/** `findLike` of a route that is no longer there. */
const lostFinds = (id: string, route: Route, routes: Routes): Fault[] => {
	const named = Array.isArray(route.findLike) ? route.findLike : [];
	return named
		.filter((other) => !(other in routes))
		.map((other) => ({ path: `/${id}/findLike`, message: `names "${other}", which is no route` }));
};
