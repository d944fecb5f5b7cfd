import type { OdooClient } from '../clients';

/** What the ledger says of the latest event of a subject, and where. */
export async function latestEvent(
	admin: OdooClient,
	subject: string,
	type: string,
): Promise<{ outcome: string; place: string }> {
	const [row] = await admin.searchRead('x_logistics_event', {
		domain: [
			['x_subject', '=', subject],
			['x_type', '=', type],
		],
		fields: ['x_outcome'],
		order: 'id desc',
		limit: 1,
	});
	return { outcome: String(row?.x_outcome ?? 'none'), place: `m-x_logistics_event/${row?.id}` };
}
