import type { OdooClient, OdooRecord } from '../../../lab/clients';

/** What stands in the queues of Odoo, oldest first, seen by somebody who may see everything. */

export const requestsAbout = async (
	admin: OdooClient,
	model: string,
	id: number,
): Promise<OdooRecord[]> =>
	await admin.searchRead('x_logistics_approval', {
		domain: [
			['x_model', '=', model],
			['x_res_id', '=', id],
		],
		fields: ['x_state', 'x_name'],
		order: 'id',
	});

const EXCEPTION_FIELDS = [
	'x_cause',
	'x_hold',
	'x_message',
	'x_model',
	'x_occurrences',
	'x_res_id',
	'x_state',
];

export const exceptionsAbout = async (
	admin: OdooClient,
	model: string,
	id: number,
): Promise<OdooRecord[]> =>
	await admin.searchRead('x_logistics_exception', {
		domain: [
			['x_model', '=', model],
			['x_res_id', '=', id],
		],
		fields: EXCEPTION_FIELDS,
		order: 'id',
	});

/** @param text a part of what people read */
export const exceptionsSaying = async (admin: OdooClient, text: string): Promise<OdooRecord[]> =>
	await admin.searchRead('x_logistics_exception', {
		domain: [['x_message', 'like', text]],
		fields: EXCEPTION_FIELDS,
		order: 'id',
	});

/** What became of the events about a subject. @param subject a part of it */
export const outcomesOf = async (
	admin: OdooClient,
	subject: string,
	type = 'logistics.',
): Promise<unknown[]> =>
	(
		await admin.searchRead('x_logistics_event', {
			domain: [
				['x_subject', 'like', subject],
				['x_type', 'like', type],
			],
			fields: ['x_outcome'],
			order: 'id',
		})
	).map(({ x_outcome: outcome }) => outcome);
