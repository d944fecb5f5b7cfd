import { DateTime } from 'luxon';

const ODOO = 'yyyy-MM-dd HH:mm:ss';

/**
 * Any time of an event as Odoo stores it: naive UTC. A local time or a day is meant in `zone`.
 * @returns undefined when there is none or it cannot be read
 */
export function odooTime(text: string | null | undefined, zone: string): string | undefined {
	if (text === null || text === undefined || text === '') return undefined;
	const time = DateTime.fromISO(text, { zone });
	return time.isValid ? time.toUTC().toFormat(ODOO) : undefined;
}

/** The day of an instant in `zone`. */
export const dayOf = (instant: string, zone: string): string =>
	DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd');

/** `2026-01-31 08:00` as people read it, in the zone it was written in. */
export const readable = (text: string | null | undefined): string =>
	text?.slice(0, 16).replace('T', ' ') ?? '';
