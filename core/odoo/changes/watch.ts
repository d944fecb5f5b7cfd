import type { OdooValue } from '../call';
import type { Domain } from '../domain';
import { ChangeKind } from './changeKind';

export enum DelayUnit {
	Minutes = 'minutes',
	Hours = 'hour',
	Days = 'day',
}

/** A moment relative to a date of the record; `amount` is negative for a time before it. */
export interface TimeCondition {
	readonly field: string;
	readonly amount: number;
	readonly unit: DelayUnit;
}

/** What a trigger looks for. */
export interface Watch {
	readonly model: string;
	readonly kinds: readonly ChangeKind[];
	/** Only records in this domain count. */
	readonly domain: Domain;
	/** For `fieldChanged`. */
	readonly changedFields: readonly string[];
	/** For `stateReached`. */
	readonly state?: { readonly field: string; readonly value: OdooValue };
	/** For `timeReached`. */
	readonly time?: TimeCondition;
	/** What is delivered of a record, besides its name. */
	readonly fields: readonly string[];
}

/** Fields whose values decide whether something happened. */
export function watchedFields({ kinds, changedFields, state }: Watch): string[] {
	const fields = new Set<string>();
	for (const kind of kinds) {
		if (kind === ChangeKind.FieldChanged) for (const field of changedFields) fields.add(field);
		if (kind === ChangeKind.StateReached && state) fields.add(state.field);
		if (kind === ChangeKind.Archived) fields.add('active');
	}
	return [...fields].sort();
}

/** What is remembered of each record: what decides, and what a deleted record was called. */
export function rememberedFields(watch: Watch): string[] {
	const names = watch.kinds.includes(ChangeKind.Deleted) ? ['display_name'] : [];
	return [...new Set([...watchedFields(watch), ...names])].sort();
}

/** Creations and moments are what they are, whatever the record was before: nothing need be remembered for them. */
export const comparesWithBefore = ({ kinds }: Watch): boolean =>
	kinds.some((kind) => kind !== ChangeKind.Created && kind !== ChangeKind.TimeReached);
