import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { BusinessEvent } from '../../event';
import { EventType } from '../../event';
import { eventDigest, ledgerKey } from '../../event/digest';
import type { Command, CommandEvent, OnProblem, Ref } from '../apply';
import { factsOf, type Circumstances } from './facts';
import { fillPlan, fillRefs, pieceOf, type Tables } from './plan';
import { Part, type Route, type RouteProblem, type Routes } from './route';
import { holds, type Scope } from './template';
import { words } from './text';
import { odooTime } from '../time';

export interface Compiled {
	/** The event itself; null when no route is for it. */
	main: Command | null;
	/** What the event brings along, each as a command of its own; sent after `main`. */
	parts: Array<{ part: Part; command: Command }>;
}

type NamedRoute = [string, Route];

/**
 * Fills in the routes with an event. Pure: the same event and circumstances give the same commands.
 * @param event valid (`core/event/validation`)
 * @param tables takes up the tables that the guards of the commands name
 */
export function compileEvent(
	event: BusinessEvent,
	routes: Routes,
	circumstances: Circumstances,
	tables: Tables,
): Compiled {
	const scope: Scope = { ...event, facts: factsOf(event, circumstances) };
	const fitting = Object.entries(routes).filter(
		([, { type, when }]) => type === event.type && holds(scope, when),
	);
	const common = { event: commandEvent(event, circumstances), digest: eventDigest(event) };
	const build = (named: NamedRoute[]) => buildPlans(named, routes, event, scope, tables);
	const mains = fitting.filter(([, { part }]) => part === undefined);
	const main: Command | null =
		mains.length === 0
			? null
			: {
					...common,
					key: ledgerKey(event),
					...build(mains),
					on_problem: onProblem(mains[0][1].onProblem),
				};
	const parts = Object.values(Part).flatMap((part) => {
		const named = fitting.filter(([, route]) => route.part === part);
		const built = build(named);
		if (built.plans.length === 0) return [];
		const own = part === Part.Proof ? proofIdentity(event, circumstances) : { key: null };
		return [{ part, command: { ...common, ...own, ...built, on_problem: null } }];
	});
	return { main, parts };
}

function buildPlans(
	named: NamedRoute[],
	routes: Routes,
	event: BusinessEvent,
	scope: Scope,
	tables: Tables,
): Pick<Command, 'refs' | 'plans'> {
	const refs = new Map<string, Ref>();
	for (const [, route] of named) {
		for (const ref of fillRefs(route, scope)) if (!refs.has(ref.name)) refs.set(ref.name, ref);
	}
	const plans = named.flatMap((one) => fillPlan(one, routes, event, scope, tables) ?? []);
	return { refs: [...refs.values()], plans };
}

/** A proof is the same proof when its addresses, its signer and its files are. */
function proofIdentity(event: BusinessEvent, { files }: Circumstances) {
	const delivery = event.type === EventType.ShipmentStatus ? event.data.delivery : undefined;
	const checksums = files.map(({ checksum }) => checksum);
	const digest = hash('sha256', canonicalize({ delivery, checksums }) ?? '', 'hex');
	return { key: `${ledgerKey(event)}_p${digest.slice(0, 10)}`, digest };
}

function commandEvent(event: BusinessEvent, { receivedAt }: Circumstances): CommandEvent {
	const shipment = event.type === EventType.ShipmentStatus ? event : null;
	return {
		type: event.type,
		subject: event.subject,
		source: event.source,
		milestone: shipment?.data.milestone ?? '',
		piece: shipment === null ? '' : pieceOf(shipment),
		time: odooTime(timeOf(event), 'utc') ?? null,
		received_at: odooTime(receiptOf(event) ?? receivedAt, 'utc') ?? null,
		name: nameOf(event),
		payload: JSON.stringify(event),
	};
}

/** When it reached us, where the event itself says so. */
const receiptOf = (event: BusinessEvent): string | undefined =>
	event.type === EventType.ShipmentStatus ? event.data.time.receivedAt : event.data.receivedAt;

/** When it happened; a count happened when it was counted. */
function timeOf(event: BusinessEvent): string | undefined {
	if (event.type === EventType.StockLevel) return event.data.countedAt;
	if (event.type === EventType.ShipmentStatus) return event.data.time.occurredAt ?? event.time;
	return event.time;
}

function nameOf(event: BusinessEvent): string {
	if (event.type === EventType.ShipmentStatus) {
		const { carrier, milestone } = event.data;
		return `${carrier.name} ${event.subject}: ${words(milestone)}`;
	}
	const kind = event.type.replace(/^logistics\.|\.v\d+$/g, '').replace('.', ' ');
	return `${kind}: ${event.subject}`;
}

const onProblem = (problem: RouteProblem): OnProblem => ({
	severity: problem.severity,
	...(problem.activityGroup !== undefined && { activity_group: problem.activityGroup }),
	...(problem.hold !== undefined && { hold: problem.hold }),
	max_attempts: problem.maxAttempts,
	retry_minutes: problem.retryMinutes,
});
