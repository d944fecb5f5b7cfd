import { ChangeKind } from './changeKind';
import { type DetectedChange, detectChanges } from './detect';
import type { KnownRecords } from './knownRecords';
import { sameValue, type ChangedRecord } from './record';
import type { Watch } from './watch';

/** What an automation rule said: which rule, which record, and its write as the rule saw it. */
export interface Hint {
	readonly kind: ChangeKind;
	readonly id: number;
	/** Empty when the call did not say. */
	readonly stamp: string;
}

/**
 * The change behind a hint, read from the record itself. The rule saw the write, so it is believed where the memory
 * shows no difference (there and back again); not for a write that is accounted for already.
 * @returns null when the record does not, or not any more, bear the hint out
 */
export function hintedChange(
	hint: Hint,
	record: ChangedRecord,
	known: KnownRecords,
	watch: Watch,
): DetectedChange | null {
	const { kind } = hint;
	const seen = known.stampOf(record.id);
	const before = known.before(record);
	const [detected] = detectChanges(record, before, { ...watch, kinds: [kind] }, '');
	if (detected) return detected;
	if (!isStillTrue(kind, record, watch)) return null;
	if (seen !== undefined && hint.stamp <= seen) return null;
	return { kind, stamp: record.write_date, changedFields: null, before: null };
}

function isStillTrue(kind: ChangeKind, record: ChangedRecord, { state }: Watch): boolean {
	if (kind === ChangeKind.StateReached) {
		return state !== undefined && sameValue(record[state.field], state.value);
	}
	return kind === ChangeKind.Archived
		? record.active === false
		: kind === ChangeKind.Updated || kind === ChangeKind.FieldChanged;
}
