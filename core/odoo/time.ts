import { DateTime } from 'luxon';
import { toStamp } from './stamp';

const ODOO = 'yyyy-MM-dd HH:mm:ss';
/** Says by itself which instant it is: needs no zone, and no calendar library. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Any time of an event as Odoo stores it: naive UTC. A local time or a day is meant in `zone`.
 * @returns undefined when there is none or it cannot be read
 */
export function odooTime(text: string | null | undefined, zone: string): string | undefined {
	if (text === null || text === undefined || text === '') return undefined;
	if (INSTANT.test(text)) {
		const ms = Date.parse(text);
		return Number.isNaN(ms) ? undefined : toStamp(ms);
	}
	const time = DateTime.fromISO(text, { zone });
	return time.isValid ? time.toUTC().toFormat(ODOO) : undefined;
}

let latest = { of: '', day: '' };

/** The day of an instant in `zone`. All events of a run ask for that of the present. */
export function dayOf(instant: string, zone: string): string {
	const of = `${instant} ${zone}`;
	if (latest.of !== of) {
		latest = { of, day: DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd') };
	}
	return latest.day;
}

/** `2026-01-31 08:00` as people read it, in the zone it was written in. */
export const readable = (text: string | null | undefined): string =>
	text?.slice(0, 16).replace('T', ' ') ?? '';
