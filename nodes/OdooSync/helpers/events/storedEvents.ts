import type { IDataObject } from 'n8n-workflow';
import type { Domain, OdooFailure, OdooRecord, Result } from '../../../../core/odoo';
import { failure, OdooErrorKind, success } from '../../../../core/odoo';
import {
	EVENT_MODEL,
	EXCEPTION_MODEL,
	FINAL_OUTCOMES,
	LEDGER_FIELDS,
	simplifyLedgerRow,
} from '../../../../core/odoo/apply';
import type { OdooClient } from '../../../shared/odoo/client';
import { findRecords } from '../findRecords';
import type { EntryInput } from './entries';
import { explainMissingModel } from './setUp';

/** An event that Odoo keeps, ready to be applied again, or why it is not. */
export type StoredEvent =
	| { ok: true; input: Omit<EntryInput, 'itemIndex'> }
	| { ok: false; failure: OdooFailure };

/** Events of the ledger, oldest first. */
export async function readLedger(
	client: OdooClient,
	domain: Domain,
	limit = Infinity,
): Promise<Result<StoredEvent[]>> {
	const rows = explainMissingModel(
		await findRecords(client, {
			model: EVENT_MODEL,
			domain,
			limit,
			fields: [...LEDGER_FIELDS, 'x_payload'],
			order: '',
			includeArchived: true,
		}),
		EVENT_MODEL,
	);
	if (!rows.ok) return rows;
	return success(
		rows.value.map((row) =>
			stored(row.x_payload, simplifyLedgerRow(row) as IDataObject, String(row.x_key)),
		),
	);
}

/** The events that wait behind exceptions: all that the ledger has for them, else the one that the exception keeps. */
export async function readExceptionEvents(
	client: OdooClient,
	ids: number[],
): Promise<Result<StoredEvent[]>> {
	const waiting = await readLedger(client, [
		['x_exception_id', 'in', ids],
		['x_outcome', 'not in', [...FINAL_OUTCOMES]],
	]);
	if (!waiting.ok) return waiting;
	const exceptions = await client.read<OdooRecord[]>({
		model: EXCEPTION_MODEL,
		method: 'search_read',
		params: { domain: [['id', 'in', ids]], fields: ['x_name', 'x_payload', 'x_key'] },
	});
	if (!exceptions.ok) return exceptions;
	const covered = new Set(
		waiting.value.flatMap((event) => (event.ok ? [event.input.source.exceptionId] : [])),
	);
	const others = exceptions.value.filter(({ id }) => !covered.has(id));
	return success([
		...waiting.value,
		...others.map((row) =>
			stored(
				row.x_payload,
				{ exceptionId: row.id, name: row.x_name as string },
				String(row.x_name),
			),
		),
	]);
}

function stored(payload: unknown, source: IDataObject, name: string): StoredEvent {
	try {
		if (typeof payload === 'string') {
			return { ok: true, input: { source, candidate: JSON.parse(payload) as unknown, files: [] } };
		}
	} catch {
		// Text that is no JSON came in as a text, and goes the same way again.
		return { ok: true, input: { source, candidate: payload, files: [] } };
	}
	return {
		ok: false,
		failure: failure(OdooErrorKind.Missing, `Odoo no longer has the event of ${name}`, {
			advice:
				'Its payload was removed by the retention of the ledger. Let the sender send it again.',
		}),
	};
}
