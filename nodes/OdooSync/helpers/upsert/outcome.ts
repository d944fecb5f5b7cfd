import type { Changes, OdooFailure } from '../../../../core/odoo';
import { failure, OdooErrorKind } from '../../../../core/odoo';

export enum RecordResult {
	Created = 'created',
	Updated = 'updated',
	Unchanged = 'unchanged',
}

/** What the node says about a record it created, updated or left alone. */
export interface RecordReport {
	/** Null for a record that a dry run would create. */
	id: number | null;
	model: string;
	outcome: RecordResult;
	/** Changed fields, before → after; everything that was set, for a new record. */
	changed: Changes;
	externalId?: string;
	dryRun?: true;
	/** Odoo's answer got lost, and the record was found afterwards. */
	recovered?: true;
}

export type RecordOutcome =
	| { ok: true; itemIndex: number; record: RecordReport }
	| { ok: false; itemIndex: number; failure: OdooFailure };

export const failedItem = (itemIndex: number, reason: OdooFailure): RecordOutcome => ({
	ok: false,
	itemIndex,
	failure: reason,
});

export const invalidItem = (
	itemIndex: number,
	message: string,
	details: { model: string; field?: string; advice?: string },
): RecordOutcome => failedItem(itemIndex, failure(OdooErrorKind.Validation, message, details));
