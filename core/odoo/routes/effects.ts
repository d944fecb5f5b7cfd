import type { Effect } from '../apply';
import { EffectKind } from '../apply';
import type { OdooValue } from '../call';
import type { RouteEffect } from './route';
import { fill, fillHtml, holds, lookUp, type Scope } from './template';

/** Properties that hold HTML. */
const HTML: ReadonlySet<string> = new Set(['body', 'note']);

/** Properties that are settled here and not sent. */
const FOR_THE_NODE: ReadonlySet<string> = new Set(['when', 'each']);

/** Properties without which an effect would do something else than it says, by kind. */
const NEEDED: Readonly<Record<EffectKind, readonly string[]>> = {
	[EffectKind.Write]: ['values'],
	[EffectKind.Note]: ['body'],
	[EffectKind.Message]: ['body', 'to'],
	[EffectKind.Activity]: ['summary', 'deadline'],
	[EffectKind.Attach]: ['name'],
	[EffectKind.ValidatePicking]: [],
	[EffectKind.CreateInvoice]: [],
	[EffectKind.SetStock]: ['product', 'location', 'quantity'],
	[EffectKind.Exception]: ['cause', 'message'],
	[EffectKind.ResolveException]: ['cause', 'resolution'],
};

/**
 * The effects of a route for one event.
 * @param refs names of the references that the event has
 */
export function fillEffects(
	effects: Readonly<Record<string, RouteEffect>>,
	scope: Scope,
	refs: ReadonlySet<string>,
): Effect[] {
	return Object.values(effects).flatMap((effect) => {
		if (!holds(scope, effect.when)) return [];
		return scopesOf(effect, scope).flatMap((each) => fillEffect(effect, each, refs) ?? []);
	});
}

function scopesOf({ each }: RouteEffect, scope: Scope): Scope[] {
	if (each === undefined) return [scope];
	const items = lookUp(scope, each);
	return Array.isArray(items) ? items.map((item) => ({ ...scope, item })) : [];
}

function fillEffect(template: RouteEffect, scope: Scope, refs: ReadonlySet<string>): Effect | null {
	const effect: Record<string, OdooValue> = {};
	for (const [name, value] of Object.entries(template) as Array<[string, OdooValue]>) {
		if (FOR_THE_NODE.has(name)) continue;
		const filled =
			HTML.has(name) && typeof value === 'string' ? fillHtml(value, scope) : fill(value, scope);
		if (filled !== undefined && !isUnknownRef(filled, refs)) effect[name] = filled;
	}
	const needed = NEEDED[template.kind as EffectKind];
	const isWhole = needed.every((name) => effect[name] !== undefined && !isEmpty(effect[name]));
	// The closed list and its properties are checked by the schema of routes (routes.schema.json).
	return isWhole ? (effect as unknown as Effect) : null;
}

const isUnknownRef = (value: OdooValue, refs: ReadonlySet<string>): boolean =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	typeof value.ref === 'string' &&
	!refs.has(value.ref);

const isEmpty = (value: OdooValue): boolean =>
	typeof value === 'object' && value !== null && Object.keys(value).length === 0;
