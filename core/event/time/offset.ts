const OFFSET = /^(?:GMT|UTC)?([+-])(\d{1,2})(?:[:.]?(\d{2}))?$/;
const MAX_OFFSET_MINUTES = 14 * 60;

/**
 * Minutes east of UTC from `Z`, `-05:00`, `-7:00`, `-0500`, `-04.00` (UPS Track Alert), `+5` or `GMT+2`;
 * null for anything else and for offsets that no place on Earth has.
 */
export function parseOffset(text: string): number | null {
	if (text === 'Z' || text === 'z') return 0;
	const match = OFFSET.exec(text);
	if (!match) return null;
	const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
	if (minutes > MAX_OFFSET_MINUTES || Number(match[3] ?? 0) > 59) return null;
	return match[1] === '-' && minutes > 0 ? -minutes : minutes;
}

/** `+05:30` from minutes east of UTC. */
export function formatOffset(minutes: number): string {
	const absolute = Math.abs(minutes);
	const hours = String(Math.floor(absolute / 60)).padStart(2, '0');
	const rest = String(absolute % 60).padStart(2, '0');
	return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}

/** The offset that lies between a wall time and its GMT twin, to the quarter of an hour that zones use. */
export function offsetBetween(wallMillis: number, gmtMillis: number): number | null {
	const quarters = Math.round((wallMillis - gmtMillis) / 900_000);
	const minutes = quarters * 15;
	// A difference off the quarter by more than a minute is not an offset but a contradiction.
	if (Math.abs(wallMillis - gmtMillis - minutes * 60_000) > 60_000) return null;
	return Math.abs(minutes) > MAX_OFFSET_MINUTES ? null : minutes === 0 ? 0 : minutes;
}
