/** What an X12 time code (element 623) says: a fixed offset, a zone with summer time, or nothing. */
export type X12Zone =
	| { readonly offsetMinutes: number }
	| { readonly zone: string }
	| { readonly local: true };

const LOCAL: X12Zone = { local: true };

/** `xD` and `xS` name the offset themselves; `xT` leaves summer time to the calendar of the zone. */
const NAMED: Readonly<Record<string, X12Zone>> = {
	UT: { offsetMinutes: 0 },
	GM: { offsetMinutes: 0 },
	LT: LOCAL,
	AD: { offsetMinutes: -8 * 60 },
	AS: { offsetMinutes: -9 * 60 },
	AT: { zone: 'America/Anchorage' },
	CD: { offsetMinutes: -5 * 60 },
	CS: { offsetMinutes: -6 * 60 },
	CT: { zone: 'America/Chicago' },
	ED: { offsetMinutes: -4 * 60 },
	ES: { offsetMinutes: -5 * 60 },
	ET: { zone: 'America/New_York' },
	HD: { offsetMinutes: -9 * 60 },
	HS: { offsetMinutes: -10 * 60 },
	HT: { zone: 'Pacific/Honolulu' },
	MD: { offsetMinutes: -6 * 60 },
	MS: { offsetMinutes: -7 * 60 },
	MT: { zone: 'America/Denver' },
	ND: { offsetMinutes: -150 },
	NS: { offsetMinutes: -210 },
	NT: { zone: 'America/St_Johns' },
	PD: { offsetMinutes: -7 * 60 },
	PS: { offsetMinutes: -8 * 60 },
	PT: { zone: 'America/Los_Angeles' },
	TD: { offsetMinutes: -3 * 60 },
	TS: { offsetMinutes: -4 * 60 },
	TT: { zone: 'America/Halifax' },
};

/**
 * Reads an X12 time code. `01` to `12` are hours east of UTC, `13` to `24` are 12 down to 1 west.
 * @returns null when the code is not on the list
 */
export function readX12Zone(code: string): X12Zone | null {
	if (Object.hasOwn(NAMED, code)) return NAMED[code];
	if (!/^\d{2}$/.test(code)) return null;
	const hours = Number(code);
	if (hours < 1 || hours > 24) return null;
	return { offsetMinutes: (hours <= 12 ? hours : hours - 25) * 60 };
}
