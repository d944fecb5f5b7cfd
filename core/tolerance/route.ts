/** The kinds of routes, from the mildest to the strictest. */
export enum RouteKind {
	/** Passes by itself. */
	Auto = 'auto',
	/** Passes, and somebody is told. */
	Notify = 'notify',
	/** Somebody has to look: it is not clear, or not clear enough. */
	Review = 'review',
	/** An approver of a level has to agree. */
	Approve = 'approve',
	/** Does not pass. */
	Block = 'block',
}

/** As it is written in policies and records: `auto`, `notify`, `review`, `approve:<level>`, `block`. */
export type Route = 'auto' | 'notify' | 'review' | `approve:${number}` | 'block';

/** Where an item leaves the node. */
export enum Outcome {
	Within = 'within_tolerance',
	NeedsApproval = 'needs_approval',
	Blocked = 'blocked',
}

export const MAX_LEVEL = 9;

const APPROVE = /^approve:([1-9])$/;
const APPROVE_RANK = 10;
const RANK: ReadonlyMap<string, number> = new Map([
	['auto', 0],
	['notify', 1],
	['review', 2],
	['block', 100],
]);

export const isRoute = (text: unknown): text is Route =>
	typeof text === 'string' && (RANK.has(text) || APPROVE.test(text));

/** Higher is stricter. */
export const rankOf = (route: Route): number =>
	RANK.get(route) ?? APPROVE_RANK + Number(route.slice('approve:'.length));

export const strictest = (left: Route, right: Route): Route =>
	rankOf(right) > rankOf(left) ? right : left;

export const mildest = (left: Route, right: Route): Route =>
	rankOf(right) < rankOf(left) ? right : left;

/** The approver level of the route, null where none is asked for. */
export const levelOf = (route: Route): number | null =>
	route.startsWith('approve:') ? Number(route.slice('approve:'.length)) : null;

export function outcomeOf(route: Route): Outcome {
	if (route === 'block') return Outcome.Blocked;
	return rankOf(route) < rankOf('review') ? Outcome.Within : Outcome.NeedsApproval;
}

/** For people: `approval level 2`. */
export const routeText = (route: Route): string => {
	const level = levelOf(route);
	return level === null ? ROUTE_TEXT[route as keyof typeof ROUTE_TEXT] : `approval level ${level}`;
};

const ROUTE_TEXT = {
	auto: 'passes',
	notify: 'passes with a notice',
	review: 'review',
	block: 'blocked',
} as const;
