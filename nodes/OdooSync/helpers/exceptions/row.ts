import type { IDataObject } from 'n8n-workflow';
import type { OdooRecord, OdooValue } from '../../../../core/odoo';
import { stampToIso } from '../../../../core/odoo';

export const EXCEPTION_FIELDS = [
	'x_name',
	'x_category',
	'x_severity',
	'x_state',
	'x_hold',
	'x_model',
	'x_res_id',
	'x_document',
	'x_cause',
	'x_message',
	'x_occurrences',
	'x_first_seen',
	'x_last_seen',
	'x_attempts',
	'x_max_attempts',
	'x_next_attempt',
	'x_user_id',
	'x_event_id',
	'x_key',
	'x_resolution',
] as const;

const text = (value: OdooValue): string | null => (typeof value === 'string' ? value : null);
/** Odoo writes UTC without saying so. */
const time = (value: OdooValue): string | null =>
	typeof value === 'string' ? stampToIso(value) : null;
const idOf = (value: OdooValue): OdooValue => (Array.isArray(value) ? value[0] : null);

/** A row of the exception queue in the words of the node's other outputs. */
export const simplifyException = (row: OdooRecord): IDataObject =>
	({
		exceptionId: row.id,
		name: text(row.x_name),
		category: text(row.x_category),
		severity: text(row.x_severity),
		state: text(row.x_state),
		onHold: row.x_hold,
		document:
			typeof row.x_res_id === 'number' && row.x_res_id > 0
				? { model: row.x_model, id: row.x_res_id, name: text(row.x_document) }
				: null,
		cause: text(row.x_cause),
		message: text(row.x_message),
		occurrences: row.x_occurrences,
		firstSeen: time(row.x_first_seen),
		lastSeen: time(row.x_last_seen),
		attempts: row.x_attempts,
		maxAttempts: row.x_max_attempts,
		nextAttempt: time(row.x_next_attempt),
		assignedTo: Array.isArray(row.x_user_id)
			? { id: row.x_user_id[0], name: row.x_user_id[1] }
			: null,
		ledgerId: idOf(row.x_event_id),
		key: text(row.x_key),
		resolution: text(row.x_resolution),
	}) as IDataObject;
