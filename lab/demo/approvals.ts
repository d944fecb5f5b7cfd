import type { OdooClient, OdooRecord } from '../clients';
import { LabError } from '../progress';
import { until } from '../until';
import type { Decision } from './approver';
import type { Stage } from './stage';

/** An execution that waits for people. */
export interface Asked {
	template: string;
	/** What they are asked about. */
	model: string;
	document: number;
	execution: string;
}

export interface Wanted {
	decision: Decision;
	comment: string;
}

/** The latest request about a document, once it has been made. */
export async function waitForRequest(
	admin: OdooClient,
	model: string,
	document: number,
): Promise<number> {
	return await until(`somebody to be asked about ${model} ${document}`, 60, async () => {
		const [request] = await requestsAbout(admin, model, document);
		return request?.x_state === 'pending' && request.id;
	});
}

/** How the latest request about a document ended, and by whom: `approved by Head of Logistics`. */
export async function describeRequest(
	admin: OdooClient,
	model: string,
	document: number,
): Promise<{ outcome: string; place: string }> {
	const [request] = await requestsAbout(admin, model, document);
	if (!request) throw new LabError(`Nobody was asked about ${model} ${document}`);
	const votes = await admin.searchRead('x_logistics_vote', {
		domain: [
			['x_approval_id', '=', request.id],
			['x_kind', '=', 'vote'],
		],
		fields: ['x_actor_id'],
		order: 'x_sequence desc',
		limit: 1,
	});
	const by = votes.map(({ x_actor_id: actor }) => ` by ${(actor as [number, string])[1]}`);
	return {
		outcome: `${String(request.x_state)}${by.join('')}`,
		place: `m-x_logistics_approval/${request.id}`,
	};
}

async function requestsAbout(
	admin: OdooClient,
	model: string,
	document: number,
): Promise<OdooRecord[]> {
	return await admin.searchRead('x_logistics_approval', {
		domain: [
			['x_model', '=', model],
			['x_res_id', '=', document],
		],
		fields: ['x_state'],
		order: 'id desc',
		limit: 1,
	});
}

/** Has people decide, and waits until the workflow has ended. */
export async function decideOn(
	{ admin, approver, templates }: Stage,
	{ template, model, document, execution }: Asked,
	{ decision, comment }: Wanted,
): Promise<void> {
	await approver.decide(await waitForRequest(admin, model, document), decision, comment);
	await templates.end(template, execution);
}
