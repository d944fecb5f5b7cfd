import { ChangeKind } from './changeKind';
import { differingFields, pick, sameValue, type ChangedRecord, type Values } from './record';
import { watchedFields, type Watch } from './watch';

/** Something that happened to a record. */
export interface DetectedChange {
	readonly kind: ChangeKind;
	/** Odoo's time of it; part of its identity. */
	readonly stamp: string;
	/** null: not known which. */
	readonly changedFields: readonly string[] | null;
	/** Values before, of the fields that changed; null: not known. */
	readonly before: Values | null;
}

/**
 * What happened to a record with its last write, as far as the watch asks for it.
 * @param before watched values before that write; undefined when nothing is known of them
 * @param since changes before this time are none of ours
 */
export function detectChanges(
	record: ChangedRecord,
	before: Values | undefined,
	watch: Watch,
	since: string,
): DetectedChange[] {
	const isNew = record.create_date >= since;
	return watch.kinds.flatMap((kind): DetectedChange[] => {
		switch (kind) {
			case ChangeKind.Created:
				return isNew ? [plain(kind, record.create_date)] : [];
			case ChangeKind.Updated:
				return record.write_date > record.create_date ? [updated(record, before, watch)] : [];
			case ChangeKind.FieldChanged:
				return fieldChange(record, before, watch, isNew);
			case ChangeKind.StateReached:
				return watch.state && sameValue(record[watch.state.field], watch.state.value)
					? reached(kind, record, before, watch.state.field)
					: [];
			case ChangeKind.Archived:
				return record.active === false ? reached(kind, record, before, 'active') : [];
			default:
				return [];
		}
	});
}

const plain = (kind: ChangeKind, stamp: string): DetectedChange => ({
	kind,
	stamp,
	changedFields: null,
	before: null,
});

function updated(record: ChangedRecord, before: Values | undefined, watch: Watch): DetectedChange {
	const known = before && differingFields(before, pick(record, watchedFields(watch)));
	return {
		kind: ChangeKind.Updated,
		stamp: record.write_date,
		changedFields: null,
		before: before && known && known.length > 0 ? pick(before, known) : null,
	};
}

function fieldChange(
	record: ChangedRecord,
	before: Values | undefined,
	{ changedFields }: Watch,
	isNew: boolean,
): DetectedChange[] {
	const kind = ChangeKind.FieldChanged;
	const stamp = record.write_date;
	if (before === undefined) {
		// Without a memory of the record it may have been any field: told, and marked as not known.
		const isCreation = isNew && record.write_date === record.create_date;
		return isCreation ? [] : [{ kind, stamp, changedFields: null, before: null }];
	}
	const changed = differingFields(before, pick(record, changedFields));
	if (changed.length === 0) return [];
	return [{ kind, stamp, changedFields: changed, before: pick(before, changed) }];
}

/** A value that the record has now, and had not before. */
function reached(
	kind: ChangeKind,
	record: ChangedRecord,
	before: Values | undefined,
	field: string,
): DetectedChange[] {
	const stamp = record.write_date;
	if (before === undefined) return [{ kind, stamp, changedFields: [field], before: null }];
	if (sameValue(before[field], record[field])) return [];
	return [{ kind, stamp, changedFields: [field], before: pick(before, [field]) }];
}
