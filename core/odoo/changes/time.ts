import { DelayUnit, type TimeCondition } from './watch';

const UNIT_MS: Readonly<Record<DelayUnit, number>> = {
	[DelayUnit.Minutes]: 60_000,
	[DelayUnit.Hours]: 3_600_000,
	[DelayUnit.Days]: 86_400_000,
};

/** Odoo's notation of an instant: UTC, cut to the second. */
export const toStamp = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** @returns NaN when the text is no time of Odoo's */
export const stampMs = (stamp: string): number => Date.parse(`${stamp.replace(' ', 'T')}Z`);

export const earlier = (stamp: string, byMs: number): string => toStamp(stampMs(stamp) - byMs);

/** How far the moment of a time condition lies from the date of the record. */
export const offsetMs = ({ amount, unit }: TimeCondition): number => amount * UNIT_MS[unit];
