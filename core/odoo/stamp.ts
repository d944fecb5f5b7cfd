/** Odoo's notation of an instant: UTC, cut to the second (`2026-01-31 08:00:00`). @param ms since 1970 */
export const toStamp = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** @returns ms since 1970, NaN when the text is no time of Odoo's */
export const stampMs = (stamp: string): number => Date.parse(stampToIso(stamp));

/** The same instant as ISO 8601 writes it (`2026-01-31T08:00:00Z`). */
export const stampToIso = (stamp: string): string => `${stamp.replace(' ', 'T')}Z`;

export const earlier = (stamp: string, byMs: number): string => toStamp(stampMs(stamp) - byMs);
