import type { BusinessEvent } from '../businessEvent';
import { EventType } from '../eventType';
import { readFaults, type Fault } from './faults';
import { validatorOf } from './schemas';
import { checkMeaning } from './semantics';

export type Validation =
	| { readonly ok: true; readonly event: BusinessEvent }
	| { readonly ok: false; readonly faults: readonly Fault[] };

const TYPES: ReadonlySet<string> = new Set(Object.values(EventType));

/** JSON.stringify escapes only surrogates without their other half; such a text has no canonical form. */
const HALF_CHARACTER = /(?<!\\)\\ud[89a-f][0-9a-f]{2}/;

const invalid = (...faults: Fault[]): Validation => ({ ok: false, faults });

/**
 * Holds an event against the schema of its type, and its parts against each other.
 * @param candidate anything JSON
 * @param receivedAt RFC 3339, the present when it reached us
 */
export function validateEvent(candidate: unknown, receivedAt: string): Validation {
	if (typeof candidate !== 'object' || candidate === null || Array.isArray(candidate)) {
		return invalid({ path: '', message: 'is not a JSON object' });
	}
	const { type } = candidate as { type?: unknown };
	if (typeof type !== 'string' || !TYPES.has(type)) {
		const known = [...TYPES].join(', ');
		return invalid({ path: '/type', message: `is ${JSON.stringify(type)}, not one of ${known}` });
	}
	if (HALF_CHARACTER.test(JSON.stringify(candidate))) {
		return invalid({ path: '', message: 'holds half a character (a lone surrogate)' });
	}
	const { valid, errors } = validatorOf(type as EventType).validate(candidate);
	if (!valid) return invalid(...readFaults(errors));
	const event = candidate as BusinessEvent;
	const faults = checkMeaning(event, receivedAt);
	return faults.length > 0 ? invalid(...faults) : { ok: true, event };
}
