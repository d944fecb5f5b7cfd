import type { CargoImpQuantity, CargoImpStatus } from './fsu';

const DATE = /^(\d{2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))(\d{4})?$/;
const FLIGHT = /^([A-Z0-9]{2})(\d{3,4}[A-Z]?)$/;
const AIRPORTS = /^([A-Z]{3})([A-Z]{3})?$/;
const QUANTITY = /^([TPSDM])(\d{1,4})(?:([KL])(\d{1,7}(?:\.\d{1,3})?))?(?:[A-Z].*)?$/;
const CLOCK = /^([ASE])(\d{4})(?:-[PNSTL]|[PNSTL])?$/;
const CARRIER = /^(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])$/;
const DISCREPANCY = /^(?:FD(?:AW|CA|MB|AV)|MS(?:AW|CA|MB|AV)|DF(?:LD)|OF(?:LD)|OVCD|SSPD)$/;

/** Statuses that end where the flight goes. */
const AT_DESTINATION: ReadonlySet<string> = new Set(['ARR', 'RCF', 'AWR', 'NFD', 'AWD', 'DLV']);
/** An actual time says more than an estimated one, and that more than the schedule. */
const RANK = 'SEA';

export const readQuantity = (text: string): CargoImpQuantity | null => {
	const match = QUANTITY.exec(text);
	if (match === null) return null;
	const [, kind, pieces] = match;
	const [weightUnit, weight] = [match.at(3), match.at(4)];
	return weightUnit === undefined || weight === undefined
		? { kind, pieces }
		: { kind, pieces, weightUnit, weight };
};

const takeClock = (status: CargoImpStatus, kind: string, time: string): void => {
	if (RANK.indexOf(kind) <= RANK.indexOf(status.timeKind ?? '')) return;
	status.timeKind = kind;
	status.time = time;
};

const takeAirports = (status: CargoImpStatus, from: string, to: string | undefined): void => {
	if (to === undefined) {
		status.airport = from;
		return;
	}
	status.from = from;
	status.to = to;
	status.airport = AT_DESTINATION.has(status.code) ? to : from;
};

/** Takes one field between slashes by its form; false when it has none of the known ones. */
const takeField = (status: CargoImpStatus, text: string): boolean => {
	const date = DATE.exec(text);
	if (date !== null && status.date === undefined) {
		status.date = date[1];
		const time = date.at(2);
		if (time !== undefined) status.time = time;
		return true;
	}
	const clock = CLOCK.exec(text);
	if (clock !== null) {
		takeClock(status, clock[1], clock[2]);
		return true;
	}
	const quantity = status.quantity === undefined ? readQuantity(text) : null;
	if (quantity !== null) {
		status.quantity = quantity;
		return true;
	}
	if (status.code === 'DIS' && DISCREPANCY.test(text)) {
		status.discrepancy = text;
		return true;
	}
	const airports = AIRPORTS.exec(text);
	if (airports !== null && status.airport === undefined) {
		takeAirports(status, airports[1], airports.at(2));
		return true;
	}
	const flight = FLIGHT.exec(text);
	if (flight !== null && status.flight === undefined) {
		status.carrier = flight[1];
		status.flight = text;
		return true;
	}
	if (CARRIER.test(text) && status.carrier === undefined) {
		status.carrier = text;
		return true;
	}
	return false;
};

/** Reads a status line such as `RCF/LH8020/05JAN1430/FRA/T10K250`: fields are told apart by their form. */
export function readStatusLine(fields: readonly string[], line: number): CargoImpStatus {
	const status: CargoImpStatus = { code: fields[0], remarks: [], line };
	for (const field of fields.slice(1)) {
		const text = field.trim();
		if (text === '' || takeField(status, text)) continue;
		// The one text without a form of its own is the name of the party.
		status.name ??= text;
	}
	return status;
}
