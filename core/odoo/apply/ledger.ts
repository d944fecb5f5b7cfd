import { stampToIso } from '../stamp';
import { odooTime } from '../time';
import type { OdooRecord, OdooValue } from '../call';
import type { Domain } from '../domain';
import type { ApplyOutcome } from './outcome';

/** What is read of a row of the ledger; the payload only where it is needed. */
export const LEDGER_FIELDS = [
	'x_name',
	'x_key',
	'x_type',
	'x_subject',
	'x_source',
	'x_milestone',
	'x_event_time',
	'x_received_at',
	'x_applied_at',
	'x_outcome',
	'x_reason',
	'x_message',
	'x_model',
	'x_res_id',
	'x_document',
	'x_changes',
	'x_route',
	'x_workflow',
	'x_execution',
	'x_exception_id',
] as const;

export interface LedgerFilter {
	outcomes?: ApplyOutcome[];
	types?: string[];
	/** Part of the subject (tracking number, order, product). */
	subject?: string;
	keys?: string[];
	model?: string;
	/** ISO 8601; when the event was received. */
	receivedAfter?: string;
	receivedBefore?: string;
}

/** The rows that meet all parts of a filter. @param zone IANA zone of times without one */
export function ledgerDomain(filter: LedgerFilter, zone: string): Domain {
	const after = odooTime(filter.receivedAfter, zone);
	const before = odooTime(filter.receivedBefore, zone);
	const terms: Array<OdooValue[] | false> = [
		isGiven(filter.outcomes) && ['x_outcome', 'in', filter.outcomes],
		isGiven(filter.types) && ['x_type', 'in', filter.types],
		isGiven(filter.keys) && ['x_key', 'in', filter.keys],
		isGiven(filter.subject) && ['x_subject', 'ilike', filter.subject],
		isGiven(filter.model) && ['x_model', '=', filter.model],
		after !== undefined && ['x_received_at', '>=', after],
		before !== undefined && ['x_received_at', '<', before],
	];
	return terms.filter((term) => term !== false);
}

const isGiven = <T extends string | string[]>(value: T | undefined): value is T =>
	value !== undefined && value.length > 0;

const text = (value: OdooValue): string | null => (typeof value === 'string' ? value : null);

/** Odoo writes UTC without saying so. */
const time = (value: OdooValue): string | null =>
	typeof value === 'string' ? stampToIso(value) : null;

/** A list that Odoo holds as JSON text; what cannot be read stays text. */
function parsed(value: OdooValue): OdooValue {
	if (typeof value !== 'string') return null;
	try {
		return JSON.parse(value) as OdooValue;
	} catch {
		return value;
	}
}

/** A row of the ledger in the words of the node's other outputs. */
export const simplifyLedgerRow = (row: OdooRecord): Record<string, OdooValue> => ({
	ledgerId: row.id,
	outcome: row.x_outcome,
	reason: text(row.x_reason),
	message: text(row.x_message),
	name: text(row.x_name),
	type: text(row.x_type),
	subject: text(row.x_subject),
	milestone: text(row.x_milestone),
	document:
		typeof row.x_res_id === 'number' && row.x_res_id > 0
			? { model: row.x_model, id: row.x_res_id, name: text(row.x_document) }
			: null,
	changes: parsed(row.x_changes) ?? [],
	eventTime: time(row.x_event_time),
	receivedAt: time(row.x_received_at),
	appliedAt: time(row.x_applied_at),
	key: text(row.x_key),
	source: text(row.x_source),
	route: text(row.x_route),
	workflow: text(row.x_workflow),
	execution: text(row.x_execution),
	exceptionId: Array.isArray(row.x_exception_id) ? row.x_exception_id[0] : null,
});
