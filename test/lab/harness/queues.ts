import type { OdooClient, OdooRecord } from '../../../lab/clients';

type Term = [field: string, operator: string, value: unknown];

/** What stands in the queues of Odoo, oldest first, seen by somebody who may see everything. */

const about = (model: string, id: number): Term[] => [
	['x_model', '=', model],
	['x_res_id', '=', id],
];

export const requestsAbout = async (
	admin: OdooClient,
	model: string,
	id: number,
): Promise<OdooRecord[]> =>
	await admin.searchRead('x_logistics_approval', {
		domain: about(model, id),
		fields: ['x_state', 'x_name'],
		order: 'id',
	});

const exceptions = async (admin: OdooClient, domain: Term[]): Promise<OdooRecord[]> =>
	await admin.searchRead('x_logistics_exception', {
		domain,
		fields: ['x_cause', 'x_hold', 'x_message', 'x_model', 'x_occurrences', 'x_res_id', 'x_state'],
		order: 'id',
	});

export const exceptionsAbout = async (
	admin: OdooClient,
	model: string,
	id: number,
): Promise<OdooRecord[]> => await exceptions(admin, about(model, id));

/** @param text a part of what people read */
export const exceptionsSaying = async (admin: OdooClient, text: string): Promise<OdooRecord[]> =>
	await exceptions(admin, [['x_message', 'like', text]]);

/** What became of the events that this domain finds in the ledger. */
export const outcomesOf = async (admin: OdooClient, domain: Term[]): Promise<unknown[]> =>
	(await admin.searchRead('x_logistics_event', { domain, fields: ['x_outcome'], order: 'id' })).map(
		({ x_outcome: outcome }) => outcome,
	);
