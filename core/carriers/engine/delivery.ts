import { Milestone } from '../../event/milestone';
import type { EventDelivery, EventEstimate, ProofReference } from '../../event/shipmentEvent';
import type { EventTime } from '../../event/time';
import type { CompiledSource } from './compiledSource';
import { pointerOf, readPath, type CompiledPath, type ReadContext } from './path';
import { readNumber, readText, textOf } from './text';
import type { TimeSurroundings } from './timeReader';

const DELIVERING: ReadonlySet<Milestone> = new Set([Milestone.Delivered, Milestone.Returned]);
const ATTEMPTING: ReadonlySet<Milestone> = new Set([...DELIVERING, Milestone.DeliveryAttempted]);

const proof = (context: ReadContext, paths: readonly CompiledPath[]): ProofReference | null => {
	for (const path of paths) {
		const text = textOf(readPath(context, path));
		if (text === null) continue;
		return /^https?:\/\//i.test(text)
			? { kind: 'url', url: text }
			: { kind: 'binary', pointer: pointerOf(context, path) };
	}
	return null;
};

/** The fields that are there; undefined when none is. */
const present = <T extends object>(fields: { [K in keyof T]: T[K] | null }): T | undefined => {
	const found: Partial<T> = {};
	let any = false;
	for (const name in fields) {
		const value = fields[name];
		if (value === null) continue;
		found[name] = value;
		any = true;
	}
	return any ? (found as T) : undefined;
};

/** The proof of delivery of an event that delivers, undefined where there is none. */
export function readDelivery(
	source: CompiledSource,
	context: ReadContext,
	milestone: Milestone,
): EventDelivery | undefined {
	if (source.definition.delivery === undefined || !ATTEMPTING.has(milestone)) return undefined;
	const fields = source.delivery;
	const attempt = readNumber(context, fields.attempt);
	if (!DELIVERING.has(milestone)) return attempt === null ? undefined : { attempt };
	return present<EventDelivery>({
		signedBy: readText(context, fields.signedBy),
		relation: readText(context, fields.relation),
		place: readText(context, fields.place),
		photo: proof(context, fields.photo),
		signature: proof(context, fields.signature),
		document: proof(context, fields.document),
		attempt,
	});
}

const moment = (time: EventTime | undefined): string | null =>
	time === undefined ? null : (time.occurredAt ?? time.occurredAtLocal);

/** The expected delivery that the payload speaks of, undefined where it does not. */
export function readEstimate(
	source: CompiledSource,
	context: ReadContext,
	around: TimeSurroundings,
): EventEstimate | undefined {
	if (source.estimateFrom === null && source.estimateTo === null) return undefined;
	return present<EventEstimate>({
		from: moment(source.estimateFrom?.(context, around)),
		to: moment(source.estimateTo?.(context, around)),
	});
}
