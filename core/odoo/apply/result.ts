import type { OdooValue } from '../call';
import type { ApplyOutcome } from './outcome';
import type { ApplyReason } from './reason';

export interface AppliedDocument {
	model: string;
	id: number;
	name: string;
}

export interface AppliedChange {
	model: string;
	id: number;
	field: string;
	before: OdooValue;
	after: OdooValue;
}

/** What became of one command. */
export interface ApplyResult {
	key: string | null;
	outcome: ApplyOutcome;
	reason: ApplyReason | null;
	/** In words, with names; Odoo's own where it said no. */
	message: string;
	/** Route of the plan that was carried out; '' when none was. */
	route: string;
	documents: AppliedDocument[];
	changes: AppliedChange[];
	ledger_id: number | null;
	exception_id: number | null;
	/** Whether this is the result of an earlier run, read from the ledger. */
	stored: boolean;
}
