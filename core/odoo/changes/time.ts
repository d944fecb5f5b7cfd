import { DelayUnit, type TimeCondition } from './watch';

const UNIT_MS: Readonly<Record<DelayUnit, number>> = {
	[DelayUnit.Minutes]: 60_000,
	[DelayUnit.Hours]: 3_600_000,
	[DelayUnit.Days]: 86_400_000,
};

/** How far the moment of a time condition lies from the date of the record. */
export const offsetMs = ({ amount, unit }: TimeCondition): number => amount * UNIT_MS[unit];
