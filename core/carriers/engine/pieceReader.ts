import { Milestone } from '../../event/milestone';
import type { ShipmentEvent } from '../../event/shipmentEvent';
import type { CompiledCodeTable } from './codeLookup';
import type { CompiledSource } from './compiledSource';
import { attachEstimate } from './estimates';
import { buildEvent } from './eventBuilder';
import type { PieceContent } from './levels';
import { noticesOf, numberNotices } from './notices';
import type { NormalizeOptions } from './options';
import type { CompiledPath, ReadContext } from './path';
import { NoticeKind, type Notice, type UnmappedCode } from './result';
import { SourceErrorKind, type SourceProblem } from './sourceError';
import { PrecisionLostError, readText } from './text';

/** What is collected while a payload is read. */
export interface Collected {
	readonly events: ShipmentEvent[];
	readonly unmapped: UnmappedCode[];
	readonly problems: SourceProblem[];
	readonly notices: Notice[];
}

const problemAt = (
	context: ReadContext,
	kind: SourceErrorKind,
	message: string,
	advice: string,
): SourceProblem => ({ kind, message, place: context.pointer, advice });

const unmappedCode = (source: CompiledSource, event: ShipmentEvent): UnmappedCode => {
	const { raw, carrier, shipment } = event.data;
	return {
		source: source.definition.id,
		carrier: carrier.id,
		type: raw.type,
		code: raw.code,
		subCode: raw.subCode,
		description: raw.description,
		tables: source.lookups.map(({ tableId }) => tableId),
		eventId: event.id,
		trackingNumber: shipment.trackingNumber,
		pointer: raw.pointer,
	};
};

/** Anything but a lost number would be a fault of ours; it is told with its place as well. */
const asProblem = (context: ReadContext, error: unknown): SourceProblem => {
	const lost = error instanceof PrecisionLostError;
	const kind = lost ? SourceErrorKind.NumberPrecision : SourceErrorKind.NotAnEvent;
	const message = error instanceof Error ? error.message : String(error);
	const advice = lost
		? 'Turn on "Raw Body" in the Webhook node and pass the text, so that no digit is lost.'
		: 'Report this with the payload.';
	return problemAt(context, kind, message, advice);
};

type Attempt =
	| { readonly event: ShipmentEvent; readonly notices: readonly Notice[] }
	| { readonly problem: SourceProblem };

const attempt = (
	source: CompiledSource,
	overrides: CompiledCodeTable | null,
	context: ReadContext,
	options: NormalizeOptions,
): Attempt => {
	if (typeof context.event !== 'object' || context.event === null || Array.isArray(context.event)) {
		const message = 'The list of events holds something that is not an event';
		const advice = 'Some sources send plain sentences in a short form: ask for the full details.';
		return { problem: problemAt(context, SourceErrorKind.NotAnEvent, message, advice) };
	}
	try {
		const built = buildEvent(source, overrides, context, options);
		if (built !== null) {
			return { event: built.event, notices: noticesOf(built.event, built.unknownReason) };
		}
	} catch (error) {
		return { problem: asProblem(context, error) };
	}
	const message = 'The event has no tracking number';
	const advice =
		'Check that the payload is complete. Answers that do not name the shipment need its number in the option Tracking Number.';
	return { problem: problemAt(context, SourceErrorKind.MissingTrackingNumber, message, advice) };
};

const textOrNull = (context: ReadContext, paths: readonly CompiledPath[]): string | null => {
	try {
		return readText(context, paths);
	} catch {
		return null;
	}
};

/** A shipment without events is told about, with the status it has instead. */
const withoutEvents = (source: CompiledSource, content: PieceContent): Notice => {
	const { piece, hasSnapshot } = content;
	const { snapshot } = source.definition;
	const failure = textOrNull(piece, source.failure);
	const none = 'The shipment has no events yet';
	return {
		kind: hasSnapshot ? NoticeKind.StatusWithoutEvent : NoticeKind.NoEvents,
		message: failure ?? (hasSnapshot && snapshot !== undefined ? snapshot.note : none),
		pointer: piece.pointer,
		trackingNumber: textOrNull(piece, source.trackingNumber),
		...(hasSnapshot ? { value: piece.event } : {}),
	};
};

/** Reads the events of one piece into `into`. One bad event does not keep the others back. */
export function readPiece(
	source: CompiledSource,
	overrides: CompiledCodeTable | null,
	content: PieceContent,
	options: NormalizeOptions,
	into: Collected,
): void {
	const { snapshot } = source.definition;
	let contexts = content.events;
	if (contexts.length === 0) {
		if (!content.hasSnapshot || !snapshot?.isEvent) {
			into.notices.push(withoutEvents(source, content));
			return;
		}
		contexts = [content.piece];
	}
	const events: ShipmentEvent[] = [];
	const read: ReadContext[] = [];
	for (const context of contexts) {
		const result = attempt(source, overrides, context, options);
		if ('problem' in result) {
			into.problems.push(result.problem);
			continue;
		}
		events.push(result.event);
		read.push(context);
		into.notices.push(...result.notices);
		if (result.event.data.milestone === Milestone.Unknown) {
			into.unmapped.push(unmappedCode(source, result.event));
		}
	}
	let forecast: readonly ShipmentEvent[] = events;
	try {
		forecast = attachEstimate(source, events, read, options);
	} catch (error) {
		// The events stand without their forecast.
		into.problems.push(asProblem(content.piece, error));
	}
	into.notices.push(...numberNotices(events));
	for (const event of forecast) into.events.push(event);
}
