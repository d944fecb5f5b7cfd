import { checkDigit, type CheckRule } from './checkDigit';
import table from './formats.json';

/** What a check digit says about a number. */
export enum CheckResult {
	Valid = 'valid',
	/** The form is right and the check digit is not: a digit is wrong, or it is a number of another kind. */
	Invalid = 'invalid',
	/** The format has no check digit. */
	Absent = 'absent',
}

/** A format that a number has. */
export interface TrackingNumberMatch {
	/** Identifier of the format, e.g. `ups.1z`. */
	readonly format: string;
	readonly name: string;
	/** Identifier of the carrier, where the format belongs to one. */
	readonly carrier: string | null;
	readonly check: CheckResult;
	/** ISO country of the post that numbered it (S10 only). */
	readonly country?: string;
}

interface Format {
	readonly id: string;
	readonly name: string;
	readonly carrier: string | null;
	readonly pattern: RegExp;
	readonly check: CheckRule | null;
}

const FORMATS: readonly Format[] = table.rows.map((row) => ({
	...row,
	pattern: new RegExp(row.pattern),
	check: row.check as CheckRule | null,
}));

const MAX_LENGTH = 40;

const match = (number: string, format: Format): TrackingNumberMatch | null => {
	const groups = format.pattern.exec(number);
	if (groups === null) return null;
	const { id, name, carrier, check } = format;
	const {
		body,
		check: digit,
		country,
	} = (groups.groups ?? {}) as Record<string, string | undefined>;
	const found = { format: id, name, carrier, ...(country === undefined ? {} : { country }) };
	if (check === null || body === undefined) return { ...found, check: CheckResult.Absent };
	const valid = checkDigit(body, check) === digit;
	return { ...found, check: valid ? CheckResult.Valid : CheckResult.Invalid };
};

const ORDER: Readonly<Record<CheckResult, number>> = {
	[CheckResult.Valid]: 0,
	[CheckResult.Absent]: 1,
	[CheckResult.Invalid]: 2,
};

/**
 * The formats that a tracking, container or waybill number has, those with a right check digit first. One digit
 * in ten is right by chance, and formats overlap: several matches mean that the number alone does not tell.
 */
export const recognizeTrackingNumber = (text: string): readonly TrackingNumberMatch[] =>
	matches(text, FORMATS);

const NO_MATCHES: readonly TrackingNumberMatch[] = [];

const matches = (text: string, formats: readonly Format[]): readonly TrackingNumberMatch[] => {
	const number = text.replace(/\s+/g, '').toUpperCase();
	if (number.length > MAX_LENGTH) return NO_MATCHES;
	const found: TrackingNumberMatch[] = [];
	for (const format of formats) {
		// Most formats do not fit, and named groups cost much.
		if (!format.pattern.test(number)) continue;
		const one = match(number, format);
		if (one !== null) found.push(one);
	}
	return found.sort((a, b) => ORDER[a.check] - ORDER[b.check]);
};

const byCarrier = new Map<string, readonly Format[]>();
for (const { carrier } of FORMATS) {
	if (carrier === null || byCarrier.has(carrier)) continue;
	byCarrier.set(
		carrier,
		FORMATS.filter((format) => format.carrier === carrier),
	);
}

/**
 * Whether a number is plausible for a carrier: `invalid` only where it has a form of the carrier's own and every
 * check digit is wrong; `absent` where no format of the carrier has anything to say.
 */
export function checkTrackingNumber(text: string, carrier: string): CheckResult {
	const formats = byCarrier.get(carrier);
	if (formats === undefined) return CheckResult.Absent;
	const own = matches(text, formats);
	if (own.some(({ check }) => check === CheckResult.Valid)) return CheckResult.Valid;
	const wrong = own.length > 0 && own.every(({ check }) => check === CheckResult.Invalid);
	return wrong ? CheckResult.Invalid : CheckResult.Absent;
}

/** The one carrier whose check digit fits; null when none or several do. */
export function carrierOfTrackingNumber(text: string): string | null {
	const carriers = new Set(
		recognizeTrackingNumber(text)
			.filter(({ check, carrier }) => check === CheckResult.Valid && carrier !== null)
			.map(({ carrier }) => carrier),
	);
	const [only = null] = carriers;
	return carriers.size === 1 ? only : null;
}
